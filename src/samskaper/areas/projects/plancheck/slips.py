"""Activities whose dates are a year off: the slip of January, made all year round."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

FAR = timedelta(days=180)
"""An activity further than this from all others of its goal looks lost."""

NEAR = timedelta(days=92)
"""Moved by a year it must come within this of them."""

_WORD = re.compile(r"[\wæøå]{10,}")


class Dated(Protocol):
    """What has a text, a period and goals."""

    @property
    def text(self) -> str: ...
    @property
    def starts(self) -> date | None: ...
    @property
    def ends(self) -> date | None: ...
    @property
    def goals(self) -> tuple[str, ...]: ...


class Lasting(Dated, Protocol):
    """What also has an id."""

    @property
    def id(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Slip:
    """Where a lost activity would fit, and the id of the one it leads up to."""

    starts: date
    ends: date
    event: str


@dataclass(frozen=True, slots=True)
class _Period:
    id: str
    text: str
    starts: date
    ends: date
    goals: frozenset[str]


def year_slips(activities: Sequence[Lasting]) -> dict[str, Slip]:
    """Slips by activity id.

    A slip lies outside the time of all other activities, far from those that
    serve the same goal, and would stand among them a year later or earlier.
    The cost grows linearly with the number of activities.
    """
    periods = [
        _Period(each.id, each.text, each.starts, each.ends, frozenset(each.goals))
        for each in activities
        if each.starts and each.ends and each.starts <= each.ends
    ]
    outer = _outermost(periods)
    found = {}
    for period in outer:
        near = [other for other in periods if other is not period and other.goals & period.goals]
        if slip := _slip(period, near):
            found[period.id] = slip
    return found


def _outermost(periods: Sequence[_Period]) -> list[_Period]:
    """The one that is over before all others start, and the one that starts after all others."""
    if len(periods) < 3:
        return []
    by_start = sorted(periods, key=lambda period: period.starts)
    by_end = sorted(periods, key=lambda period: period.ends)
    found = []
    if by_start[0].ends < by_start[1].starts:
        found.append(by_start[0])
    if by_end[-1].starts > by_end[-2].ends:
        found.append(by_end[-1])
    return found


def _slip(period: _Period, near: Sequence[_Period]) -> Slip | None:
    if not near or (len(near) < 2 and not _share_a_word(period, near[0])):
        return None
    first, last = min(other.starts for other in near), max(other.ends for other in near)
    if period.ends < first - FAR:
        years = 1
    elif period.starts > last + FAR:
        years = -1
    else:
        return None
    starts, ends = moved(period.starts, years), moved(period.ends, years)
    if starts is None or ends is None or starts < first - NEAR or ends > last + NEAR:
        return None
    later = [other for other in near if other.starts >= ends]
    event = min(later or near, key=lambda other: abs(other.starts - ends))
    return Slip(starts, ends, event.id)


def _share_a_word(one: _Period, other: _Period) -> bool:
    return bool(set(_WORD.findall(one.text.casefold())) & set(_WORD.findall(other.text.casefold())))


def moved(day: date, years: int) -> date | None:
    """The same day in another year; 29 February becomes the 28th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28) if day.month == 2 and 0 < day.year + years < 10_000 else None
