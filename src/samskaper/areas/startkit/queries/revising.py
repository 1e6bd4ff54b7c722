"""Which editions a change may go into."""

from __future__ import annotations

from collections.abc import Iterable

from samskaper.areas.startkit.models import Edition
from samskaper.areas.startkit.queries.editions import current
from samskaper.areas.startkit.rules.counted import COUNTED
from samskaper.foundation.refs import Ref


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


def editions_measured(keys: Iterable[str]) -> list[Ref]:
    """Return the editions in which a goal that counts these facts is measured: the one that people have, and those in the making."""
    if not {words.key for words in COUNTED} & set(keys):
        return []
    now = current()
    return [Ref.to(one) for one in ([now] if now else []) + in_the_making()]
