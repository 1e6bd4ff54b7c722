from django.apps import AppConfig


class MailConfig(AppConfig):
    name = "samskaper.commons.mail"
    label = "mail"

    def ready(self) -> None:
        from samskaper.commons.mail import face  # noqa: F401
