from django.apps import AppConfig


class CocreationConfig(AppConfig):
    """Conversations and statements."""

    name = "samskaper.areas.cocreation"

    def ready(self) -> None:
        """Register what this area offers."""
        from samskaper.areas.cocreation import face  # noqa: F401
