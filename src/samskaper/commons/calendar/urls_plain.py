"""Addresses without a language: calendars keep them for years."""

from django.urls import path

from samskaper.commons.calendar import views

urlpatterns = [path("calendar/<slug:secret>.ics", views.feed, name="calendar_feed")]
