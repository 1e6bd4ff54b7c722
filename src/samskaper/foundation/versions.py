"""Saves that notice when somebody else saved in between."""

from __future__ import annotations

from typing import Any

from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from samskaper.foundation.refusals import Stale


def save_unchanged(record: Model, *, version: int, changes: dict[str, Any]) -> None:
    """Write `changes` if the record still has `version`, and raise its version by one, in one statement.

    Raises Stale with both texts, field by field, when somebody saved in between; nothing is written then.
    """
    manager = type(record)._default_manager
    written = manager.filter(pk=record.pk, version=version).update(version=version + 1, **changes)
    if not written:
        record.refresh_from_db()
        raise Stale(
            _("Somebody else saved this while you were writing. Nothing is lost: here are both texts."),
            mine={name: str(value) for name, value in changes.items()},
            theirs={name: str(getattr(record, name)) for name in changes},
            version=int(getattr(record, "version", 0)),
        )
    for name, value in changes.items():
        setattr(record, name, value)
    record.version = version + 1  # type: ignore[attr-defined]


def version_of(request: HttpRequest) -> int:
    """Return the version that a form was opened at; 0, which is always stale, when it has none."""
    text = request.POST.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
