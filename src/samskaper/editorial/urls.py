"""Edited pages take every address that nobody else has taken."""

from django.urls import URLPattern, URLResolver, include, path
from wagtail import urls as wagtail_urls

urlpatterns: list[URLPattern | URLResolver] = [path("", include(wagtail_urls))]
