"""The app of the floor `ui`."""

from django import forms
from django.apps import AppConfig

from samskaper.ui.fields import REQUIRED


class UiConfig(AppConfig):
    name = "samskaper.ui"
    label = "ui"

    def ready(self) -> None:
        """Say in the house's tone, in every language, that something is missing."""
        forms.Field.default_error_messages["required"] = REQUIRED
