"""Which editions a change may go into."""

from __future__ import annotations

from samskaper.areas.startkit.models import Edition


def in_the_making() -> list[Edition]:
    """Return the editions that are not out yet, the next one first."""
    return list(Edition.objects.filter(launched__isnull=True).order_by("number"))


def newest() -> Edition | None:
    """Return the last edition that anybody has begun, out or not."""
    return Edition.objects.order_by("-number").first()


def aims() -> list[int]:
    """Return the numbers of editions in which something may change: those in the making, else the one after the newest."""
    found = [one.number for one in in_the_making()]
    last = newest()
    return found or ([last.number + 1] if last else [])
