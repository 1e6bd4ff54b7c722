"""Addresses."""

from django.urls import path

from samskaper.commons.calendar import views

app_name = "calendar"
urlpatterns = [
    path("", views.mine, name="mine"),
    path("link/", views.change_link, name="change_link"),
    path("<slug:source>/<str:uid>.ics", views.one, name="one"),
]
