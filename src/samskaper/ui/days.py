"""How days are said on screen, where the language's own formats have no word for it."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language

SHORT_ENOUGH = 5  # letters: «mars», «april», «juni» are never shortened


def _in_english() -> bool:
    return (get_language() or "").startswith("en")


def here(day: dt.date) -> dt.date:
    """Return a moment as the clock on the wall shows it; a day stays as it is."""
    return timezone.localtime(day) if isinstance(day, dt.datetime) and timezone.is_aware(day) else day


def day_number(day: dt.date) -> str:
    """Return «22.», but «22» in English: the day of a month as it stands on a leaf of a calendar."""
    return f"{here(day).day}" if _in_english() else f"{here(day).day}."


def short_month(day: dt.date) -> str:
    """Return «okt.», «juni», «Oct.»: a month in few signs. Only English writes it with a capital."""
    whole = date_format(here(day), "F")
    words = whole if len(whole) <= SHORT_ENOUGH else date_format(here(day), "N")
    return words if _in_english() else words.lower()


def full_day(day: dt.date) -> str:
    """Return a day with its year: «22. november 2026»."""
    return date_format(here(day), "DATE_FORMAT")


def month_and_year(day: dt.date) -> str:
    """Return «juni 2026», «aug. 2027»."""
    return f"{short_month(day)} {here(day).year}"


def weekday_and_day(day: dt.date) -> str:
    """Return «søndag 22. november», «Sunday 22 November»."""
    return f"{date_format(here(day), 'l')} {date_format(here(day), 'MONTH_DAY_FORMAT')}"
