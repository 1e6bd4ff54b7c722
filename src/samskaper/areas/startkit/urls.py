"""Addresses of the starter kit. The methods themselves are edited pages."""

from django.urls import path

from samskaper.areas.startkit.views import kit

app_name = "startkit"
urlpatterns = [path("", kit.kit, name="kit")]
