from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    name = "samskaper.areas.programmes"
    label = "programmes"

    def ready(self) -> None:
        from samskaper.areas.programmes import face  # noqa: F401
