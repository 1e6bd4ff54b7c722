from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "samskaper.portal"
    label = "portal"

    def ready(self) -> None:
        from samskaper.portal import face  # noqa: F401
