"""The activity plan: rows with a description and a period."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from . import labels as words
from .goals import Goals
from .lines import Labels, Ledger, Line
from .refs import read_bracketed, read_prefix, split_goals
from .shape import Activity, Why
from .values import DATE, read_date, read_dates

_LABELS = Labels(words.ACTIVITY_LABELS)
_SENTENCE_END = (".", "!", "?")


@dataclass(slots=True)
class _Row:
    """An activity in the making. ``waiting`` is the label whose value may follow."""

    text: list[str] = field(default_factory=list)
    starts: date | None = None
    ends: date | None = None
    lines: list[int] = field(default_factory=list)
    waiting: str = ""
    dated: bool = False


def read_activities(lines: Sequence[Line], goals: Goals, ledger: Ledger) -> tuple[Activity, ...]:
    """The rows in the order of the source; a row may be broken over a page."""
    rows: list[_Row] = []
    for line in lines:
        if _is_table_head(line):
            ledger.claim("heading", line.number)
        elif found := _LABELS.read("\t".join(line.cells)):
            _labelled(rows, found[0], found[1], line, ledger)
        elif whole := _whole_row(line):
            rows.append(whole)
        else:
            _continued(rows, line)
    return tuple(_finish(row, number, goals, ledger) for number, row in enumerate(rows, start=1))


def _is_table_head(line: Line) -> bool:
    return len(line.cells) > 1 and all(cell.casefold() in words.TABLE_HEADS for cell in line.cells)


def _labelled(rows: list[_Row], key: str, value: str, line: Line, ledger: Ledger) -> None:
    value = value.replace("\t", " ")
    if key == "text" or not rows or (key == "starts" and rows[-1].starts and rows[-1].ends):
        rows.append(_Row())
    row = rows[-1]
    row.lines.append(line.number)
    row.waiting = "" if value and key != "text" else key
    if key == "text":
        row.text += [value] if value else []
        return
    row.dated = True
    if value:
        _set(row, key, value, line, ledger)


def _set(row: _Row, key: str, value: str, line: Line, ledger: Ledger) -> None:
    row.waiting = ""
    if key == "period":
        days = read_dates(value)
        row.starts, row.ends = (days[0], days[-1]) if days else (row.starts, row.ends)
        return
    day = read_date(value)
    if day is None:
        ledger.refuse(Why.NOT_A_DATE, line.number)
    elif key == "starts":
        row.starts = row.starts or day
    else:
        row.ends = row.ends or day


def _whole_row(line: Line) -> _Row | None:
    """A row on one line: the text, then two dates."""
    found = list(DATE.finditer(line.text[-80:]))
    if len(found) < 2 or len(line.text) < 30:
        return None
    cut = len(line.text) - len(line.text[-80:]) + found[-2].start()
    days = read_dates(line.text[cut:])
    text = line.text[:cut].rstrip(" \t-–|:;,(")
    if len(days) != 2 or not text or line.text[-80:][found[-1].end() :].strip(" .)|"):
        return None
    return _Row([text], days[0], days[1], [line.number], dated=True)


def _continued(rows: list[_Row], line: Line) -> None:
    """A line without label: the rest of a text, or a value that came later."""
    if not rows or not rows[-1].waiting:
        return
    row = rows[-1]
    if row.waiting in ("starts", "ends"):
        day = read_date(line.text)
        if day is None:
            return
        row.starts, row.ends = (day, row.ends) if row.waiting == "starts" else (row.starts, day)
        row.waiting = ""
    elif row.waiting == "text":
        ended = bool(row.text) and row.text[-1].endswith(_SENTENCE_END)
        if line.turned and ended and not line.text[0].islower():
            return
        row.text.append(line.text)
    elif days := read_dates(line.text):
        row.starts, row.ends, row.waiting = days[0], days[-1], ""
    else:
        return
    row.lines.append(line.number)


def _finish(row: _Row, number: int, goals: Goals, ledger: Ledger) -> Activity:
    written = " ".join(row.text)
    prefix = read_prefix(written) or goals.numbered(written)
    further = (ref for piece in split_goals(written)[1:] if (more := read_prefix(piece)) for ref in more.refs)
    named = (*(prefix.refs if prefix else ()), *further, *read_bracketed(written))
    ledger.claim(f"activity {number}", *row.lines)
    if not written:
        ledger.refuse(Why.NO_TEXT, row.lines[0])
    if not row.starts or not row.ends:
        ledger.refuse(Why.NO_DATES, row.lines[0])
    refs = goals.resolve(named, ledger, row.lines[0])
    text = prefix.rest if prefix else written
    return Activity(written, text or written, row.starts, row.ends, refs, tuple(row.lines))
