"""Everything that is kept about somebody, for the one it is about."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.dateparse import parse_date, parse_datetime
from django.utils.formats import date_format, time_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from samskaper.commons.people.register import PersonalData, kinds_of_data
from samskaper.commons.people.rules import must_be_somebody

EMPTY: tuple[Any, ...] = (None, "")
ISO = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?([+-]\d\d:\d\d|Z))?")


@dataclass(frozen=True, slots=True)
class Kept:
    """One kind of data about a person: its words, and its rows as pairs of word and value."""

    entry: PersonalData
    records: list[list[tuple[str, str]]]


def my_data(*, visible_to: Any) -> dict[str, Any]:
    """Return everything that is kept about the person who asks, by kind of data, ready for JSON."""
    person = must_be_somebody(visible_to)
    return {str(entry.what): _plain(entry.export(person)) for entry in kinds_of_data()}


def my_data_in_words(*, visible_to: Any) -> list[Kept]:
    """Return the same for a page: rows of words and values."""
    person = must_be_somebody(visible_to)
    return [Kept(entry, _records(entry.export(person))) for entry in kinds_of_data()]


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    if isinstance(value, bool | int | float) or value is None:
        return value
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _records(value: Any) -> list[list[tuple[str, str]]]:
    rows = value if isinstance(value, list) else [value]
    return [[(str(key), _worded(part)) for key, part in row.items()] for row in rows if row]


_WORDS: dict[type, Callable[[Any], str]] = {
    bool: lambda value: _("yes") if value else _("no"),
    type(None): lambda _value: "–",
    list: lambda value: _listed(value) or "–",
    tuple: lambda value: _listed(value) or "–",
    dict: lambda value: "; ".join(f"{key}: {_worded(part)}" for key, part in value.items() if part not in EMPTY) or "–",
}


def _listed(rows: Sequence[Any]) -> str:
    """Return short things on one line, and things with parts on a line each."""
    if any(isinstance(row, dict) for row in rows):
        return "\n".join(f"– {_worded(row)}" for row in rows)
    return ", ".join(_worded(row) for row in rows)


def _worded(value: Any) -> str:
    if (in_words := _WORDS.get(type(value))) is not None:
        return in_words(value)
    if isinstance(value, str):
        value = _moment(value)
    if isinstance(value, dt.time):
        return time_format(value)
    if hasattr(value, "isoformat"):
        return date_format(value, "DATETIME_FORMAT" if hasattr(value, "hour") else "DATE_FORMAT")
    return str(value) or "–"


def _moment(text: str) -> Any:
    """Return the day or the time that a text in ISO form stands for, else the text."""
    if not ISO.fullmatch(text):
        return text
    try:
        return parse_date(text) or localtime(parse_datetime(text))
    except ValueError:
        return text
