"""Addresses."""

from django.urls import path

from samskaper.commons.mail.views import mailbox, outbox, stop

app_name = "mail"
urlpatterns = [
    path("mail/", outbox.outbox, name="outbox"),
    path("mail/<int:letter>/", outbox.mailing, name="mailing"),
    path("mail/<int:letter>/decide/", outbox.decide, name="decide"),
    path("mail/stop/<slug:secret>/", stop.stop, name="stop"),
    path("demo/mailbox/", mailbox.mailbox, name="mailbox"),
    path("demo/mailbox/<int:letter>/", mailbox.mailbox_letter, name="mailbox_letter"),
    path("demo/mailbox/<int:letter>/<int:attachment>/", mailbox.mailbox_file, name="mailbox_file"),
]
