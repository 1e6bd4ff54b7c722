"""Whose link it is that stands in a letter to an address that is kept apart."""

from __future__ import annotations

from dataclasses import dataclass

from samskaper.areas.startkit.models import AskAgain, Finding
from samskaper.commons.people.queries.links import bearer_of
from samskaper.foundation.refusals import Gone

LINK = "startkit.asked"


def asked_behind(secret: str) -> AskAgain | None:
    """Return the address that a link is about; None when it has been deleted. Raises Missing for a link that never was."""
    try:
        link = bearer_of(secret, purpose=LINK).link
    except Gone:
        return None
    assert link is not None
    return AskAgain.objects.filter(pk=link[1].id).first()


@dataclass(frozen=True, slots=True)
class AskedPage:
    """What the bearer sees: what was said, what an editor asked, and what was answered."""

    asked: AskAgain | None
    finding: Finding | None


def asked_page(secret: str) -> AskedPage:
    """Return what stands behind a link."""
    asked = asked_behind(secret)
    found = Finding.objects.filter(tryout__ticket=asked.ticket).select_related("edition").first() if asked else None
    return AskedPage(asked, found)


