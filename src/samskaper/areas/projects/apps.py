from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    name = "samskaper.areas.projects"
    label = "projects"

    def ready(self) -> None:
        from samskaper.areas.projects import face  # noqa: F401
