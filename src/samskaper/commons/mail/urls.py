"""Addresses."""

from django.urls import path

from samskaper.commons.mail import views

app_name = "mail"
urlpatterns = [
    path("mail/stop/<str:secret>/", views.stop, name="stop"),
]
