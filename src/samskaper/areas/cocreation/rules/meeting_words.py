"""How the day of a gathering is said."""

from __future__ import annotations

import datetime as dt

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from samskaper.areas.cocreation.models import Meeting
from samskaper.foundation import clock
from samskaper.ui.days import here, weekday_and_day


def hour(when: dt.datetime) -> str:
    """Return a time of day: «18.00»."""
    return date_format(here(when), pgettext("format of a time of day, in Django's letters", "H:i"))


def hours(starts: dt.datetime, ends: dt.datetime) -> str:
    """Return a day with its hours: «torsdag 12. mars, kl. 18.00–20.00»."""
    day = weekday_and_day(starts) if here(starts).year == clock.today().year else f"{weekday_and_day(starts)} {here(starts).year}"
    return _("%(day)s, %(from)s–%(to)s") % {"day": day, "from": hour(starts), "to": hour(ends)}


def the_day(meeting: Meeting) -> str:
    """Return the day of a gathering with its hours; "" while it has none."""
    return hours(meeting.starts, meeting.ends) if meeting.starts and meeting.ends else ""
