"""What we know about days and hours: holidays, weekends, and the hour that the clock jumps over."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samskaper.foundation.refusals import Invalid

COUNTRIES = ("NO", "DK")
NAMES: dict[str, Promise] = {
    "New Year's Day": gettext_lazy("New Year's Day"),
    "Maundy Thursday": gettext_lazy("Maundy Thursday"),
    "Good Friday": gettext_lazy("Good Friday"),
    "Easter Sunday": gettext_lazy("Easter Sunday"),
    "Easter Monday": gettext_lazy("Easter Monday"),
    "Great Prayer Day": gettext_lazy("Great Prayer Day"),
    "Labor Day": gettext_lazy("Labour Day"),
    "Constitution Day": gettext_lazy("Constitution Day"),
    "Ascension Day": gettext_lazy("Ascension Day"),
    "Pentecost": gettext_lazy("Whit Sunday"),
    "Pentecost Monday": gettext_lazy("Whit Monday"),
    "Christmas Day": gettext_lazy("Christmas Day"),
    "Second Day of Christmas": gettext_lazy("Boxing Day"),
}


@lru_cache(maxsize=64)
def _of_year(country: str, year: int) -> dict[dt.date, str]:
    """Return the public holidays of a year, by their English name (source: the package `holidays`)."""
    import holidays  # here: loading it costs a start 0.2 s, and few pages tell of holidays

    return {day: name.split("; ")[0] for day, name in holidays.country_holidays(country, years=year, language="en_US").items()}


def holiday(day: dt.date, *, country: str) -> str:
    """Return what this public holiday is called, or "" for other days. School holidays differ by place: not known here."""
    name = _of_year(country if country in COUNTRIES else "NO", day.year).get(day, "")
    return str(NAMES.get(name, name))


def is_working_day(day: dt.date, *, country: str) -> bool:
    """Neither weekend nor public holiday."""
    return day.weekday() < 5 and not holiday(day, country=country)


def next_working_day(day: dt.date, *, country: str) -> dt.date:
    """Return the first working day after `day`."""
    day += dt.timedelta(days=1)
    while not is_working_day(day, country=country):
        day += dt.timedelta(days=1)
    return day


def remark(day: dt.date, *, country: str) -> str:
    """Return a colleague's sentence about a day off, with another day to move to; "" for a working day."""
    if is_working_day(day, country=country):
        return ""
    said = {
        "day": date_format(day, "MONTH_DAY_FORMAT"),
        "other": date_format(next_working_day(day, country=country), "MONTH_DAY_FORMAT"),
        "name": holiday(day, country=country) or date_format(day, "l"),
    }
    if holiday(day, country=country):
        return _("%(day)s is a day off (%(name)s). Move it to %(other)s?") % said
    return _("%(day)s is in a weekend (%(name)s). Move it to %(other)s?") % said


def moment(day: dt.date, hour: dt.time) -> dt.datetime:
    """Return the moment, in UTC, of a day and an hour where the users are.

    Raises Invalid for the hour in March that does not exist. Of the hour that comes twice in October, the first is meant.
    """
    zone = ZoneInfo(settings.TIME_ZONE)
    local = dt.datetime.combine(day, hour, tzinfo=zone)
    back = local.astimezone(dt.UTC).astimezone(zone)
    if (back.date(), back.time()) != (day, hour):
        raise Invalid(
            _("On %(day)s the clock goes straight from 02:00 to 03:00, so %(hour)s does not exist. Choose another time.")
            % {"day": date_format(day, "DATE_FORMAT"), "hour": hour.strftime("%H:%M")}
        )
    return local.astimezone(dt.UTC)


def local(value: dt.datetime) -> dt.datetime:
    """Return the moment as the clock on the wall shows it where the users are."""
    return value.astimezone(ZoneInfo(settings.TIME_ZONE))


def shifted(value: dt.datetime, days: int) -> dt.datetime:
    """Return the moment so many days later, at the same hour on the clock. Raises Invalid as `moment` does."""
    here = local(value)
    return moment(here.date() + dt.timedelta(days=days), here.time())
