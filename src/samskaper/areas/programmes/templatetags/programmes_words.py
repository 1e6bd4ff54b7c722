"""Days and hours in the words of the language on screen."""

from __future__ import annotations

import datetime as dt

from django import template

from samskaper.areas.programmes.models import Gathering
from samskaper.areas.programmes.rules import enrolment, words
from samskaper.foundation import clock
from samskaper.ui import days

register = template.Library()


@register.filter
def day(when: dt.date | dt.datetime | None) -> str:
    """Return «22. november»."""
    return words.day(when) if when else ""


@register.filter
def full_day(when: dt.date | dt.datetime | None) -> str:
    """Return «22. november 2026»."""
    return days.full_day(when) if when else ""


@register.filter
def weekday(when: dt.date | dt.datetime | None) -> str:
    """Return «søndag 22. november»."""
    return words.weekday(when) if when else ""


@register.filter
def when(gathering: Gathering) -> str:
    """Return «tirsdag 1. desember kl. 09.00–12.00»."""
    return f"{words.weekday(gathering.starts)} {words.span(gathering.starts, gathering.ends)}"


@register.filter
def hour(when: dt.datetime) -> str:
    """Return «09.00»."""
    return words.hour(when)


@register.filter
def state_words(programme: enrolment.HasDoor) -> str:
    """Return where a programme is: «Open for sign-up»."""
    return enrolment.state_words(programme, today=clock.today())


@register.filter
def span(gathering: Gathering) -> str:
    """Return «kl. 09.00–12.00»."""
    return words.span(gathering.starts, gathering.ends)


@register.filter
def year(when: dt.datetime | None) -> str:
    """Return the year where the users are."""
    return str(days.here(when).year) if when else ""
