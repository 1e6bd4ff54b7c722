from django.apps import AppConfig


class EditorialConfig(AppConfig):
    name = "samskaper.editorial"
    label = "editorial"

    def ready(self) -> None:
        from samskaper.editorial import face  # noqa: F401
