"""Addresses without a language: short enough for a code on a wall."""

from django.urls import URLPattern, path

from samskaper.areas.programmes.views import certificates, check_in

urlpatterns: list[URLPattern] = [
    path("q/<str:secret>/", check_in.check_in, name="check_in"),
    path("k/<str:secret>/", certificates.check, name="check_certificate"),
]
