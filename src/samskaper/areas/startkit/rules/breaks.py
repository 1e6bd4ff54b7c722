"""Where a meeting wants a break: after at most an hour and a half, sooner on a screen, and lunch in a long day. No database.

The lengths are those of common advice for workshops and video meetings: attention falls after some 90 minutes on site and 50 on a screen.
A method is left in one piece, unless it is longer than anybody sits.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from samskaper.areas.startkit.rules.agenda import BREAK, METHOD, Row, length

LONGEST_METHOD = 90  # a longer one may be cut between two of its steps
LONG_DAY = 240  # minutes; a shorter meeting needs no lunch
LUNCH, LUNCH_LENGTH, LUNCH_AT_LEAST = "lunch", 45, 25
NOON = 12 * 60
LUNCH_FROM, LUNCH_UNTIL = 10 * 60 + 45, 13 * 60 + 15


@dataclass(frozen=True, slots=True)
class Pace:
    """How long people sit: a break comes `soon` where it can, and by `latest`; `least` passes before the first one.

    `pause` is how long the break is, and `rest` how much must be left of the meeting for it to be worth it.
    """

    soon: int
    latest: int
    least: int
    pause: int
    rest: int


ON_SITE = Pace(soon=75, latest=90, least=30, pause=10, rest=20)
ON_SCREEN = Pace(soon=45, latest=50, least=20, pause=5, rest=15)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A break that is proposed before the row `before`, or within it after step `step` (0: before the whole row)."""

    before: int
    step: int
    minutes: int
    at: int
    lunch: bool = False

    @property
    def key(self) -> str:
        """What its button sends."""
        return f"{self.before}-{self.step}"


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch that nobody interrupts: a row, or a step of a long method."""

    row: Row
    step: int  # the step before it in the same row; 0 where it begins the row
    minutes: int


def proposed(rows: Sequence[Row], *, starts: dt.time, online: bool) -> list[Proposal]:
    """Return the breaks that this meeting wants, in order; `at` is when, in minutes from the beginning, with those before it taken."""
    pieces = [piece for row in rows for piece in _pieces(row)]
    pace = ON_SCREEN if online else ON_SITE
    lunch = _where_lunch(pieces, starts, length(rows))
    found: list[Proposal] = []
    sat, at, left = 0, 0, length(rows)
    for place, piece in enumerate(pieces):
        is_lunch = place == lunch
        if is_lunch or _wants(pace, sat, piece, left):
            pause = LUNCH_LENGTH if is_lunch else pace.pause
            found.append(Proposal(piece.row.pk, piece.step, pause, at, is_lunch))
            at, sat = at + pause, 0
        sat = 0 if piece.row.kind == BREAK else sat + piece.minutes
        at, left = at + piece.minutes, left - piece.minutes
    return found


def _pieces(row: Row) -> list[_Piece]:
    if row.kind != METHOD or row.minutes <= LONGEST_METHOD or len(row.steps) < 2:
        return [_Piece(row, 0, row.minutes)]
    first = max(row.first, 1)
    return [_Piece(row, first + place - 1 if place else 0, step.minutes) for place, step in enumerate(row.steps)]


def _wants(pace: Pace, sat: int, piece: _Piece, left: int) -> bool:
    """Whether people who have sat so long want a break before this piece, with so much left of the meeting."""
    if piece.row.kind == BREAK or left < pace.rest:
        return False
    return sat >= pace.soon or (sat >= pace.least and sat + piece.minutes > pace.latest)


def _where_lunch(pieces: Sequence[_Piece], starts: dt.time, total: int) -> int:
    """Return before which piece lunch is, -1 where there is none: the place nearest to noon in a long day that has no lunch yet."""
    begin = starts.hour * 60 + starts.minute
    if total < LONG_DAY or begin + total < NOON + 30:
        return -1
    at, places = begin, []
    for place, piece in enumerate(pieces):
        if piece.row.kind == BREAK and piece.minutes >= LUNCH_AT_LEAST and at < LUNCH_UNTIL and at + piece.minutes > LUNCH_FROM:
            return -1
        after_break = place > 0 and pieces[place - 1].row.kind == BREAK
        if place and LUNCH_FROM <= at <= LUNCH_UNTIL and piece.row.kind != BREAK and not after_break:
            places.append((abs(at - NOON), place))
        at += piece.minutes
    return min(places)[1] if places else -1
