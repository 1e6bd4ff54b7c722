"""Addresses of people and organisations."""

from django.urls import path

from samskaper.commons.people.views import arrival

app_name = "people"
urlpatterns = [
    path("arrive/", arrival.arrive, name="arrive"),
    path("arrive/new/", arrival.introduce, name="introduce"),
    path("signed-out/", arrival.signed_out, name="signed_out"),
]
