"""The red thread: six knots from plan to practice. It is the navigation and means order; never an ornament."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

KNOTS: dict[str, Promise] = {
    "plan": _("Plan"),
    "gathering": _("Gathering"),
    "conversation": _("Conversation"),
    "challenge": _("Shared challenge"),
    "initiative": _("Initiative"),
    "practice": _("Practice"),
}
WIDE, NARROW = 1120, 390
HEIGHTS = (20, 30, 19, 31, 20, 27)  # where the line passes each knot, in pixels from the top


class State(StrEnum):
    """Solid, large ring, or dotted."""

    DONE = "done"
    HERE = "here"
    MAY = "may"


class Way(NamedTuple):
    """A named link along the thread."""

    words: str
    href: str


class Thing(NamedTuple):
    """The real thing under a knot («3 conversations», «p. 14»), and where it is."""

    note: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Knot:
    """One knot: its word, the real thing under it, where it leads and its state."""

    key: str
    word: str
    thing: str = ""
    href: str = ""
    state: State = State.MAY

    @property
    def is_here(self) -> bool:
        """True for the knot of the page that is open."""
        return self.state is State.HERE

    @property
    def is_done(self) -> bool:
        """True when it has happened."""
        return self.state is State.DONE


class _Point(NamedTuple):
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Thread:
    """The six knots and the links back and forward along the chain."""

    knots: tuple[Knot, ...]
    back: Way | None = None
    forward: Way | None = None

    @property
    def here(self) -> int | None:
        """The index of the knot where we are; None on a page that only shows the thread."""
        return next((place for place, knot in enumerate(self.knots) if knot.is_here), None)

    @property
    def number(self) -> int:
        """Which knot we are at, counted from one."""
        return (self.here or 0) + 1

    @property
    def near(self) -> list[tuple[Knot, str]]:
        """The three knots that a phone shows, each with where it lies: before, here, next or after."""
        here = self.here or 0
        first = min(max(here - 1, 0), len(self.knots) - 3)
        return [
            (
                self.knots[i],
                ("here" if i == here else "before" if i == here - 1 else "next" if i == here + 1 else "after"),
            )
            for i in range(first, first + 3)
        ]

    @property
    def wide(self) -> SafeString:
        """The line with six knots, for the wide page."""
        step = WIDE / len(self.knots)
        points = [_Point(step * (i + 0.5), HEIGHTS[i % len(HEIGHTS)]) for i in range(len(self.knots))]
        return _drawing(tuple(points), tuple(knot.state for knot in self.knots), WIDE, 48, wave=True)

    @property
    def narrow(self) -> SafeString:
        """The line with three knots, running off both edges, for the phone."""
        points = [_Point(NARROW * (i + 0.5) / 3, 20) for i in range(3)]
        return _drawing(tuple(points), tuple(knot.state for knot, _place in self.near), NARROW, 40, wave=False)


def thread(
    here: str = "",
    *,
    things: Mapping[str, Thing | tuple[str, str] | str] | None = None,
    done: frozenset[str] | set[str] | None = None,
    back: tuple[str, str] | None = None,
    forward: tuple[str, str] | None = None,
) -> Thread:
    """Return the thread of a page.

    `here` is the page's own knot. `things` gives the real thing under a knot, a text or (text, address).
    `done` are those that have happened; left out, they are those before `here`.
    `back` and `forward` are (words, address).
    Raises KeyError for a knot that does not exist.
    """
    order = list(KNOTS)
    if here and here not in KNOTS:
        raise KeyError(here)
    before = set(order[: order.index(here)]) if here else set(order)
    happened = before if done is None else done
    knots = tuple(_knot(key, here, (things or {}).get(key), happened) for key in order)
    return Thread(knots, Way(*back) if back else None, Way(*forward) if forward else None)


def _knot(
    key: str, here: str, given: Thing | tuple[str, str] | str | None, happened: frozenset[str] | set[str]
) -> Knot:
    thing = Thing(given) if isinstance(given, str) else Thing(*(given or ()))
    state = State.HERE if key == here else State.DONE if key in happened else State.MAY
    return Knot(key, str(KNOTS[key]), thing.note, thing.href, state)


@lru_cache(maxsize=300)
def _drawing(
    points: tuple[_Point, ...], states: tuple[State, ...], width: int, height: int, *, wave: bool
) -> SafeString:
    start = _Point(0, points[0].y + (6 if wave else 0))
    end = _Point(width, points[-1].y - (8 if wave else 0))
    stops = [start, *points, end]
    lines = [
        (_curve(a, b), "" if solid else " thread__line--may")
        for a, b, solid in zip(stops, stops[1:], _solid(states), strict=False)
    ]
    return format_html(
        '<svg viewBox="0 0 {} {}" aria-hidden="true" focusable="false">{}{}</svg>',
        width,
        height,
        format_html_join("", '<path class="thread__line{1}" d="{0}"/>', lines),
        format_html_join("", "{}", ((_ring(point, state),) for point, state in zip(points, states, strict=True))),
    )


def _solid(states: tuple[State, ...]) -> list[bool]:
    """Return for each piece of line, edges included, whether what it leads to has happened or is here."""
    reached = [state is not State.MAY for state in states]
    return [reached[0], *reached[1:], states[-1] is State.DONE]


def _curve(a: _Point, b: _Point) -> str:
    middle = (a.x + b.x) / 2
    return f"M{a.x:.0f} {a.y:.0f}C{middle:.0f} {a.y + 3:.0f} {middle:.0f} {b.y + 3:.0f} {b.x:.0f} {b.y:.0f}"


def _ring(at: _Point, state: State) -> SafeString:
    gap, radius = (20, 11) if state is State.HERE else (15, 9)
    return format_html(
        '<circle class="thread__gap" cx="{0}" cy="{1}" r="{2}"/>'
        '<circle class="thread__knot thread__knot--{4}" cx="{0}" cy="{1}" r="{3}"/>',
        f"{at.x:.0f}",
        f"{at.y:.0f}",
        gap,
        radius,
        state.value,
    )
