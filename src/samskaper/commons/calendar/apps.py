from django.apps import AppConfig


class CalendarConfig(AppConfig):
    name = "samskaper.commons.calendar"
    label = "calendar"

    def ready(self) -> None:
        from samskaper.commons.calendar import face  # noqa: F401
