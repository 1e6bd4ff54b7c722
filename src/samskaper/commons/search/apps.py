from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


def _read_laid(using: str = "default", **_: Any) -> None:
    from django.db import connections

    from samskaper.commons.search.commands import read_laid

    if {"search_words", "editorial_methodpage"} <= set(connections[using].introspection.table_names()):
        read_laid()


class SearchConfig(AppConfig):
    name = "samskaper.commons.search"
    label = "search"

    def ready(self) -> None:
        from samskaper.commons.search import face  # noqa: F401

        post_migrate.connect(_read_laid, sender=self)  # after the floors above have laid their pages
