"""What the preview shows of the source itself: the lines around what was left over, and what was set aside."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .shape import Application

AROUND = 2
MOST = 200
MOST_SIGNS = 300
PERSONAL = frozenset({"applicant", "leader", "contact", "leader is contact"})
SET_ASIDE = PERSONAL | {"kind"}
"""Owners of lines that were read and do not become part of the project (of the applicant, the name does)."""
FURNITURE = frozenset({"blank", "rule", "page"})


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the source with its number; `left` when it was not understood."""

    number: int
    text: str
    left: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """How many lines with something on them were understood, set aside, and left over."""

    understood: int
    aside: int
    left: int


def excerpts(source: str, left: Iterable[int]) -> list[list[SourceLine]]:
    """Return the lines that were left over with those around them, neighbours in one piece; at most MOST of them."""
    lines = source.split("\n")
    wanted = sorted(left)[:MOST]
    marked, pieces, last = set(wanted), list[list[SourceLine]](), 0
    for number in wanted:
        first = max(number - AROUND, last + 1, 1)
        if not pieces or first > last + 1:
            pieces.append([])
        near = range(first, min(number + AROUND, len(lines)) + 1)
        pieces[-1] += [_line(lines, one, marked) for one in near if one in marked or _says_something(lines[one - 1])]
        last = max(last, min(number + AROUND, len(lines)))
    return pieces


def _says_something(line: str) -> bool:
    return bool(line.strip(" \t-–—_=+|:*."))


def _line(lines: Sequence[str], number: int, marked: set[int]) -> SourceLine:
    text = lines[number - 1].strip()
    return SourceLine(number, text if len(text) <= MOST_SIGNS else f"{text[:MOST_SIGNS]} …", number in marked)


def tally(app: Application) -> Tally:
    """Return how many lines became what; blank lines, rules and page numbers are not counted."""
    left = {one.line for one in app.not_understood}
    told = [owner for number, owner in enumerate(app.account, 1) if owner not in FURNITURE and number not in left]
    aside = sum(owner in SET_ASIDE for owner in told)
    return Tally(len(told) - aside, aside, len(left))
