"""How the day of a workshop is said."""

from __future__ import annotations

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from samskaper.areas.startkit.models import Workshop
from samskaper.ui.days import here, weekday_and_day


def the_hours(workshop: Workshop) -> str:
    """Return the day of a workshop with its hours and place: «torsdag 12. mars, 18.00–20.00, Kvitnes»."""
    form = pgettext("format of a time of day, in Django's letters", "H:i")
    said = {
        "day": weekday_and_day(workshop.starts), "from": date_format(here(workshop.starts), form), "to": date_format(here(workshop.ends), form),
    }
    words = _("%(day)s, %(from)s–%(to)s") % said
    return f"{words}, {workshop.place}" if workshop.place else words
