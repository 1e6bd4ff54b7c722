"""Addresses of people and organisations."""

from django.urls import path

from samskaper.commons.people.views import arrival, me

app_name = "people"
urlpatterns = [
    path("arrive/", arrival.arrive, name="arrive"),
    path("arrive/new/", arrival.introduce, name="introduce"),
    path("signed-out/", arrival.signed_out, name="signed_out"),
    path("me/", me.me, name="me"),
    path("me/data/", me.data, name="data"),
    path("me/data.json", me.data_file, name="data_file"),
    path("me/erase/", me.erase, name="erase"),
]
