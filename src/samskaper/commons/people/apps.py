from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "samskaper.commons.people"
    label = "people"

    def ready(self) -> None:
        from samskaper.commons.people import face  # noqa: F401
