"""Which part of the form each line stands in, whatever the order of the parts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from . import labels as words
from .labels import Part
from .lines import Labels, Ledger, Line, bare
from .shape import Side

_HEADINGS = {bare(word): part for part, known in words.HEADINGS.items() for word in known}
_INCOME = frozenset(map(bare, words.INCOME_HEADINGS))
_EXPENSES = frozenset(map(bare, words.EXPENSE_HEADINGS))
_LONGEST = max(map(len, _HEADINGS)) + 24
_ACTIVITY = Labels(words.ACTIVITY_LABELS)
_BUDGET = Labels(words.BUDGET_LABELS)
_GRANT = Labels(words.GRANT_LABELS)
_TOTALS = Labels(words.TOTAL_LABELS)
_DURATION = Labels(words.DURATION_LABELS)
_PARTNER = Labels(words.PARTNER_LABELS)
_PROSE = (Part.AIM, Part.DESCRIPTION)
_LOOK_AHEAD = 8
_COUNTED = re.compile(r"^[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]? +")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the form; budget headings carry year and side."""

    part: Part
    year: int | None = None
    side: Side | None = None
    value: str = ""
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with where it stands. ``side`` is unknown after a side's total."""

    line: Line
    year: int = 1
    side: Side | None = None


@dataclass(slots=True)
class Parts:
    """The lines of every part, in the order of the source."""

    lines: dict[Part, list[Placed]] = field(default_factory=dict)
    loose: list[Line] = field(default_factory=list)
    shouted: bool = False

    def of(self, part: Part) -> list[Line]:
        """The lines of one part, without their place in the budget."""
        return [placed.line for placed in self.lines.get(part, ())]


def heading_of(lines: Sequence[Line], at: int) -> Heading | None:
    """The heading that starts at this line; it may run over two lines."""
    line = lines[at]
    first = line.cells[0]
    if len(first) > _LONGEST:
        return None
    value = " ".join(line.cells[1:])
    name, colon, rest = first.partition(":")
    if not value and colon and bare(name) in _HEADINGS:
        first, value = name, rest.strip()
    if found := _heading(bare(first)):
        return Heading(found.part, found.year, found.side, value)
    if not value and at + 1 < len(lines) and len(lines[at + 1].text) < _LONGEST:
        found = _named(bare(f"{first} {lines[at + 1].text}"))
        if found and found.part is not Part.BUDGET:
            return Heading(found.part, lines=2)
    return None


def _heading(name: str) -> Heading | None:
    """The heading of this name, also as «3. Budget»."""
    return _named(name) or _named(_COUNTED.sub("", name))


def _named(name: str) -> Heading | None:
    if part := _HEADINGS.get(name):
        return Heading(part)
    match = words.YEAR.fullmatch(name)
    head, year = (match["head"].strip(" -–:,"), int(match["year"])) if match else (name, None)
    if head in _INCOME:
        return Heading(Part.BUDGET, year, Side.INCOME)
    if head in _EXPENSES:
        return Heading(Part.BUDGET, year, Side.EXPENSES)
    if match and (not head or _HEADINGS.get(head) is Part.BUDGET):
        return Heading(Part.BUDGET, year, Side.INCOME)
    return None


def split(lines: Sequence[Line], ledger: Ledger) -> Parts:
    """Give every line to its part; headings are accounted for at once."""
    parts = Parts()
    part: Part | None = None
    year, side = 1, None
    at = 0
    while at < len(lines):
        line = lines[at]
        heading = heading_of(lines, at)
        if heading and not _is_section(line, part, shouted=parts.shouted):
            if heading.part is Part.DESCRIPTION:
                parts.shouted = line.cells[0].isupper()
            part, year = heading.part, heading.year or year
            side = heading.side or side
            ledger.claim("heading", *(found.number for found in lines[at : at + heading.lines]))
            if heading.value:
                value = Line(line.number, heading.value, (heading.value,), line.gap, line.turned)
                parts.lines.setdefault(part, []).append(Placed(value, year, side))
            at += heading.lines
            continue
        part = _by_label(lines, at, part)
        if part is Part.BUDGET and side is None and _GRANT.read(line.text):
            side = Side.INCOME
        if part is None:
            parts.loose.append(line)
        else:
            parts.lines.setdefault(part, []).append(Placed(line, year, side))
        if part is Part.BUDGET and (total := _TOTALS.read(line.text)):
            side = None if total[0] == Side.INCOME else side
        at += 1
    return parts


def _is_section(line: Line, part: Part | None, *, shouted: bool) -> bool:
    """In a description «BUDSJETT» in capitals is a section of the text."""
    return part is Part.DESCRIPTION and not shouted and len(line.cells) == 1 and line.text.isupper()


def _by_label(lines: Sequence[Line], at: int, part: Part | None) -> Part | None:
    """The part that a line's own label asks for, where the heading is missing."""
    text = lines[at].text
    if part in _PROSE and "\t" not in "\t".join(lines[at].cells):
        return part
    if _GRANT.read(text) and part is not Part.ACTIVITIES:
        return Part.BUDGET
    if part is not Part.SCHEDULE and _DURATION.read(text) and len(lines[at].cells) > 1:
        return Part.SCHEDULE
    if part in (Part.BUDGET, Part.PARTNERS, Part.ACTIVITIES):
        return part
    if part is Part.SCHEDULE and _DURATION.read(text):
        return part
    if (found := _ACTIVITY.read(text)) and found[0] in ("starts", "ends", "period"):
        return Part.ACTIVITIES
    if (found := _TOTALS.read(text)) or ((found := _BUDGET.read(text)) and found[0] == "amount"):
        return Part.BUDGET if _numbered(text) else part
    if (found := _ACTIVITY.read(text)) and found[0] == "text":
        return _what_follows(lines, at) or part
    return part


def _numbered(text: str) -> bool:
    return bool(re.search(r"[0-9]\s*$", text[-20:]))


def _what_follows(lines: Sequence[Line], at: int) -> Part | None:
    """A description with dates is an activity, one with an amount is money."""
    for line in lines[at + 1 : at + _LOOK_AHEAD]:
        if (found := _ACTIVITY.read(line.text)) and found[0] != "text":
            return Part.ACTIVITIES
        if (found := _BUDGET.read(line.text)) and found[0] == "amount":
            return Part.BUDGET
    return None
