"""One statement, for what follows from it."""

from __future__ import annotations

from samskaper.areas.cocreation.models import Statement


def statement(number: int) -> Statement | None:
    """Return a statement with its conversation; None when it is deleted altogether."""
    return Statement.objects.select_related("conversation").filter(pk=number).first()
