"""What is mine and next."""

from __future__ import annotations

from dataclasses import dataclass, field

from samskaper.commons.people.doer import Doer
from samskaper.ui.menu import DeskItem
from samskaper.ui.menu import desk as desk_sources


@dataclass(slots=True)
class Desk:
    """What waits for me, how one begins where nothing is yet, which days come, and what I have going."""

    todo: list[DeskItem] = field(default_factory=list)
    first: list[DeskItem] = field(default_factory=list)
    dates: list[DeskItem] = field(default_factory=list)
    going: list[DeskItem] = field(default_factory=list)


def desk(*, visible_to: Doer) -> Desk:
    """Collect the desk of one person from what the areas register."""
    items = [item for source in desk_sources for item in source(visible_to)]
    items.sort(key=lambda item: (item.due is None, item.due, item.weight, item.title))
    by_kind = {kind: [item for item in items if item.kind == kind] for kind in ("do", "first", "date", "going")}
    first, todo = (sorted(by_kind[kind], key=lambda item: item.weight) for kind in ("first", "do"))
    return Desk(todo=todo, first=first, dates=by_kind["date"][:6], going=by_kind["going"])
