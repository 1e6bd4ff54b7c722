"""Addresses."""

from django.urls import path

from samskaper.commons.mail import views

app_name = "mail"
urlpatterns = [
    path("mail/", views.outbox, name="outbox"),
    path("mail/<int:letter>/", views.mailing, name="mailing"),
    path("mail/<int:letter>/decide/", views.decide, name="decide"),
    path("mail/stop/<slug:secret>/", views.stop, name="stop"),
    path("demo/mailbox/", views.mailbox, name="mailbox"),
    path("demo/mailbox/<int:letter>/", views.mailbox_letter, name="mailbox_letter"),
    path("demo/mailbox/<int:letter>/<int:attachment>/", views.mailbox_file, name="mailbox_file"),
]
