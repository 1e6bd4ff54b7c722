"""How days are said on screen, where the language's own formats have no word for it."""

from __future__ import annotations

import datetime as dt

from django.utils.formats import date_format
from django.utils.translation import get_language


def _in_english() -> bool:
    return (get_language() or "").startswith("en")


def day_number(day: dt.date) -> str:
    """Return «22.», but «22» in English: the day of a month as it stands on a leaf of a calendar."""
    return f"{day.day}" if _in_english() else f"{day.day}."


def short_month(day: dt.date) -> str:
    """Return «okt.», «Oct.»: a month in few signs. Only English writes it with a capital."""
    words = date_format(day, "N")
    return words if _in_english() else words.lower()


def full_day(day: dt.date) -> str:
    """Return a day with its year: «22. november 2026»."""
    return date_format(day, "DATE_FORMAT")


def weekday_and_day(day: dt.date) -> str:
    """Return «søndag 22. november», «Sunday 22 November»."""
    return f"{date_format(day, 'l')} {date_format(day, 'MONTH_DAY_FORMAT')}"
