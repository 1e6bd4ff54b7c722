from django.apps import AppConfig


class AnchoringConfig(AppConfig):
    name = "samskaper.commons.anchoring"
    label = "anchoring"

    def ready(self) -> None:
        from samskaper.commons.anchoring import face  # noqa: F401
