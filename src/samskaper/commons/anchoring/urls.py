"""Addresses."""

from django.urls import URLPattern

app_name = "anchoring"
urlpatterns: list[URLPattern] = []
