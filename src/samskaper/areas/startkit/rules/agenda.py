"""A plan as it runs: the rows with their hours, and the steps of a method fitted to the minutes that it was given. No database."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from samskaper.editorial.texts import MethodText, Step

METHOD, POINT, BREAK = "method", "point", "break"
DAY = 24 * 60


@dataclass(frozen=True)
class Row:
    """A row of a plan. `text` is what its method says today; None for points, breaks, and methods that are no longer there.

    `first` and `last` are the steps that it holds, counted from 1; a `last` of 0 is the last one.
    """

    pk: int
    kind: str
    title: str
    minutes: int
    method: str = ""
    online: bool = False
    first: int = 1
    last: int = 0
    text: MethodText | None = None
    version: int = 1

    @cached_property
    def every_step(self) -> tuple[Step, ...]:
        """The steps of the method where they meet; those on site where it has no online variant."""
        if self.text is None:
            return ()
        return self.text.online_steps or self.text.steps if self.online else self.text.steps

    @cached_property
    def own_steps(self) -> tuple[Step, ...]:
        """The steps that this row holds, with the minutes that the method gives them."""
        return self.every_step[max(self.first, 1) - 1 : self.last or None]

    @property
    def asks(self) -> int:
        """The minutes that its method asks for; 0 where nothing asks."""
        return sum(step.minutes for step in self.own_steps)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The steps with the minutes that this plan gives them."""
        return fitted(self.own_steps, self.minutes)

    @property
    def is_part(self) -> bool:
        """Whether the method goes on in another row."""
        return self.first > 1 or 0 < self.last < len(self.every_step)

    @property
    def begins_method(self) -> bool:
        """Whether it is a method from its first step."""
        return self.kind == METHOD and self.first <= 1

    @property
    def last_step(self) -> int:
        """The number of its last step."""
        return self.last or len(self.every_step)

    @property
    def name(self) -> str:
        """What it is called today."""
        return self.text.title if self.text else self.title


@dataclass(frozen=True, slots=True)
class Timed:
    """A row with when it is, in minutes from the beginning of the meeting."""

    row: Row
    at: int

    @property
    def until(self) -> int:
        """When it is over."""
        return self.at + self.row.minutes


def fitted(steps: Sequence[Step], minutes: int) -> tuple[Step, ...]:
    """Return the steps with lengths that add up to `minutes`: what lacks is taken from the longest, what is over given to it.

    No step is made shorter than a minute; where there are more steps than minutes, the sum is larger.
    """
    lengths = [step.minutes for step in steps]
    while lengths and (over := sum(lengths) - minutes) > 0 and max(lengths) > 1:
        longest = max(lengths)
        those = [place for place, length in enumerate(lengths) if length == longest]
        for place in those[:over]:
            lengths[place] -= 1
    if lengths and sum(lengths) < minutes:
        lengths[lengths.index(max(lengths))] += minutes - sum(lengths)
    return tuple(replace(step, minutes=length) for step, length in zip(steps, lengths, strict=True))


def timed(rows: Iterable[Row]) -> list[Timed]:
    """Return the rows with their times, one after the other."""
    found, at = [], 0
    for row in rows:
        found.append(Timed(row, at))
        at += row.minutes
    return found


def length(rows: Iterable[Row]) -> int:
    """Return how many minutes the rows take together."""
    return sum(row.minutes for row in rows)


def clock_at(starts: dt.time, minutes: int) -> dt.time:
    """Return what the clock shows so many minutes after the beginning. After midnight it begins again."""
    total = (starts.hour * 60 + starts.minute + minutes) % DAY
    return dt.time(total // 60, total % 60)


def split(row: Row, after: int) -> tuple[Row, Row]:
    """Return a method's row as two, the first up to and with step `after` (counted from 1 in the whole method)."""
    cut = after - max(row.first, 1) + 1
    minutes = sum(step.minutes for step in row.steps[:cut])
    rest = max(row.minutes - minutes, 1)
    return replace(row, last=after, minutes=minutes), replace(row, pk=0, first=after + 1, minutes=rest)


def goes_on(row: Row, before: Row) -> bool:
    """Whether this row is the next part of the method in the row before it."""
    same = row.kind == before.kind == METHOD and row.method == before.method and row.online == before.online
    return same and before.last > 0 and row.first == before.last + 1
