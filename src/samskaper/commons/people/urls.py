"""Addresses of people and organisations."""

from django.urls import path

from samskaper.commons.people.views import arrival, me, organisations, setup

app_name = "people"
urlpatterns = [
    path("arrive/", arrival.arrive, name="arrive"),
    path("arrive/new/", arrival.introduce, name="introduce"),
    path("signed-out/", arrival.signed_out, name="signed_out"),
    path("setup/", setup.setup, name="setup"),
    path("me/", me.me, name="me"),
    path("me/offers/", me.answer_offer, name="answer_offer"),
    path("me/roles/<int:membership>/leave/", me.leave_role, name="leave_role"),
    path("me/data/", me.data, name="data"),
    path("me/data.json", me.data_file, name="data_file"),
    path("me/erase/", me.erase, name="erase"),
    path("organisations/", organisations.organisations, name="organisations"),
    path("organisations/add/", organisations.add, name="add_organisation"),
    path("organisations/<int:number>/", organisations.organisation, name="organisation"),
    path("organisations/<int:number>/change/", organisations.change, name="change_organisation"),
    path("organisations/<int:number>/invite/", organisations.invite, name="invite"),
    path("organisations/<int:number>/offers/", organisations.take_back_offer, name="take_back_offer"),
    path("organisations/<int:number>/roles/<int:membership>/end/", organisations.end_role, name="end_role"),
]
