"""Addresses without a language: the root, health, and the short address of the demonstration."""

from django.urls import path

from samskaper.portal.views import demo, front

urlpatterns = [
    path("", front.root, name="root"),
    path("demo", demo.demo_short, name="demo_short"),
    path("livez", front.livez, name="livez"),
    path("readyz", front.readyz, name="readyz"),
]
