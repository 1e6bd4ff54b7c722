from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    name = "samskaper.commons.feedback"
    label = "feedback"

    def ready(self) -> None:
        from samskaper.commons.feedback import face  # noqa: F401
