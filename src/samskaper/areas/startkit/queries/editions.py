"""Which edition is which, and what a method said in it."""

from __future__ import annotations

from samskaper.areas.startkit.models import Edition, EditionText
from samskaper.editorial.queries import method_text
from samskaper.editorial.texts import MethodText


def current() -> Edition | None:
    """Return the edition that was launched last, or None before the first."""
    return Edition.objects.filter(launched__isnull=False).order_by("-number").first()


def text_in(edition: Edition, key: str, language: str) -> MethodText | None:
    """Return what a method says in a launched edition: the page where that is the current one, else what was kept. None where it is not in it."""
    if edition.launched is None:
        return None
    now = current()
    if now is not None and now.number == edition.number:
        return method_text(key, language)
    kept = EditionText.objects.filter(edition=edition, key=key, language=language).first()
    return MethodText.from_json(kept.text) if kept else None
