from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


def _lay_first_pages(using: str = "default", **_: Any) -> None:
    from django.db import connections

    from samskaper.editorial.commands import lay_first_pages, lay_introduction, lay_methods
    from samskaper.editorial.register import when_laid

    tables = connections[using].introspection.table_names()
    if "editorial_introductionpage" in tables and "wagtail_localize_translation" in tables:
        lay_first_pages()
        lay_introduction()
        written = lay_methods()
        for work in when_laid:
            work(written)


class EditorialConfig(AppConfig):
    name = "samskaper.editorial"
    label = "editorial"

    def ready(self) -> None:
        from samskaper.editorial import face  # noqa: F401

        post_migrate.connect(_lay_first_pages, sender=self)
