"""Addresses without a language: the root, health, and the short address of the demonstration."""

from django.urls import path

from samskaper.portal import views

urlpatterns = [
    path("", views.root, name="root"),
    path("demo", views.demo_short, name="demo_short"),
    path("livez", views.livez, name="livez"),
    path("readyz", views.readyz, name="readyz"),
]
