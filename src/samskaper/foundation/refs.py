"""References between records that must not know each other: a kind and an id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.db.models import Model


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """A record by its kind (`app_label.model`) and primary key, written `programmes.programme:12`."""

    kind: str
    id: int

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"

    @classmethod
    def to(cls, record: Model) -> Ref:
        """Return the reference of a saved model instance."""
        return cls(record._meta.label_lower, record.pk)

    @classmethod
    def parse(cls, text: str) -> Ref | None:
        """Read what `str(ref)` wrote; None when it is not a reference (it may come from a URL)."""
        kind, colon, number = text.partition(":")
        if not (colon and number.isascii() and number.isdigit() and len(number) <= 18):
            return None
        return cls(kind, int(number)) if kind.replace(".", "").replace("_", "").isalpha() else None
