"""The thread of a conversation, a challenge or an initiative: what it came from and what came of it, both ways."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.utils.translation import ngettext

from samskaper.commons.anchoring.queries import ties_of
from samskaper.commons.people.doer import Doer
from samskaper.commons.record.queries import outcomes, sources
from samskaper.foundation.kinds import Card, cards_of, kinds
from samskaper.foundation.refs import Ref
from samskaper.ui.thread import Thing, Thread, thread

STEPS = 2  # from a conversation by its challenge to an initiative, and back
LONGEST = 60  # signs of a title under a knot


def thread_of(record: Ref, *, within: Ref | None, visible_to: Doer) -> Thread:
    """Return the thread of a record, with what the doer may see under its knots; `within` is the course series it counts in."""
    above = _walk([record], sources)
    below = _walk([record], outcomes)
    series = [within] if within else []
    projects = _next(series, sources)
    found = _by_knot([*above, *below, *series, *projects], visible_to=visible_to)
    here = _knot(record)
    things = {knot: _thing(knot, cards) for knot, cards in found.items() if knot != here}
    if ties := ties_of(record):
        things["plan"] = Thing(_short(ties[0].sentence), "#plan")
    return thread(here, things=things, done=frozenset(things), back=_way(found.get("gathering")), forward=_way(found.get(_after(here))))


def _walk(start: list[Ref], question: Callable[[Iterable[Ref]], dict[Ref, list[Ref]]]) -> list[Ref]:
    """Return what lies so many steps away at most, nearest first."""
    seen, level = list(start), list(start)
    for _step in range(STEPS):
        level = [ref for ref in _next(level, question) if ref not in seen]
        seen += level
    return seen[len(start):]


def _next(level: list[Ref], question: Callable[[Iterable[Ref]], dict[Ref, list[Ref]]]) -> list[Ref]:
    return list(dict.fromkeys(ref for found in question(level).values() for ref in found)) if level else []


def _by_knot(refs: list[Ref], *, visible_to: Doer) -> dict[str, list[Card]]:
    cards = cards_of(refs, visible_to=visible_to)
    found: dict[str, list[Card]] = {}
    for ref in dict.fromkeys(refs):
        if ref in cards and (knot := _knot(ref)):
            found.setdefault(knot, []).append(cards[ref])
    return found


def _knot(ref: Ref) -> str:
    kind = kinds.get(ref.kind)
    return kind.knot if kind else ""


def _after(here: str) -> str:
    return {"conversation": "challenge", "challenge": "initiative"}.get(here, "")


def _thing(knot: str, cards: list[Card]) -> Thing:
    """One is named and leads there; several are a number, and the first of them is where it leads."""
    if len(cards) == 1 or knot in ("plan", "gathering"):
        return Thing(_short(cards[0].title), cards[0].url)
    many = {
        "conversation": ngettext("%(n)d conversation", "%(n)d conversations", len(cards)),
        "challenge": ngettext("%(n)d challenge", "%(n)d challenges", len(cards)),
        "initiative": ngettext("%(n)d initiative", "%(n)d initiatives", len(cards)),
    }
    return Thing(many.get(knot, "%(n)d") % {"n": len(cards)}, cards[0].url)


def _way(cards: list[Card] | None) -> tuple[str, str] | None:
    return (_short(cards[0].title), cards[0].url) if cards else None


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[:LONGEST - 2].rsplit(' ', 1)[0]} …"
