from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "samskaper.ui"
    label = "ui"
