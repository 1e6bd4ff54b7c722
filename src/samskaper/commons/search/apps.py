from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "samskaper.commons.search"
    label = "search"

    def ready(self) -> None:
        from samskaper.commons.search import face  # noqa: F401
