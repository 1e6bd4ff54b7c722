"""Addresses without a language: the root, health, what a phone fetches, and the short address of the demonstration."""

from django.urls import path

from samskaper.portal.views import demo, front, phone

urlpatterns = [
    path("", front.root, name="root"),
    path("phone.js", phone.script, name="phone_script"),
    path("phone.webmanifest", phone.manifest, name="phone_manifest"),
    path("demo", demo.demo_short, name="demo_short"),
    path("livez", front.livez, name="livez"),
    path("readyz", front.readyz, name="readyz"),
]
