from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


def _lay_first_pages(using: str = "default", **_: Any) -> None:
    from django.db import connections

    from samskaper.editorial.commands import lay_first_pages, lay_methods

    tables = connections[using].introspection.table_names()
    if "editorial_methodpage" in tables and "wagtail_localize_translation" in tables:
        lay_first_pages()
        lay_methods()


class EditorialConfig(AppConfig):
    name = "samskaper.editorial"
    label = "editorial"

    def ready(self) -> None:
        from samskaper.editorial import face  # noqa: F401

        post_migrate.connect(_lay_first_pages, sender=self)
