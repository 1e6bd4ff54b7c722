from django.apps import AppConfig


class RecordConfig(AppConfig):
    name = "samskaper.commons.record"
    label = "record"

    def ready(self) -> None:
        from samskaper.commons.record import face  # noqa: F401
