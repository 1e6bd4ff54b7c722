from django.apps import AppConfig


class StartkitConfig(AppConfig):
    """Finding the method that fits."""

    name = "samskaper.areas.startkit"

    def ready(self) -> None:
        """Register what this area offers."""
        from samskaper.areas.startkit import face  # noqa: F401
