"""How days, hours and the parts of a programme are said on screen."""

from __future__ import annotations

import datetime as dt

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, ngettext_lazy, pgettext

from samskaper.areas.programmes.models import CompletionPart, Gathering
from samskaper.areas.programmes.rules.completion import Part
from samskaper.foundation import clock
from samskaper.ui.days import here, weekday_and_day


def day(when: dt.date | dt.datetime) -> str:
    """Return a day: «22. november», with its year when it is not this one."""
    return date_format(here(when), "MONTH_DAY_FORMAT" if _this_year(when) else "DATE_FORMAT")


def weekday(when: dt.date | dt.datetime) -> str:
    """Return a day of the week and of the year: «søndag 22. november», with the year when it is not this one."""
    said = weekday_and_day(here(when))
    return said if _this_year(when) else f"{said} {here(when).year}"


def _this_year(when: dt.date | dt.datetime) -> bool:
    return here(when).year == clock.today().year


def hour(when: dt.datetime) -> str:
    """Return a time of day: «09.00»."""
    return date_format(here(when), pgettext("format of a time of day, in Django's letters", "H:i"))


def moment(when: dt.datetime) -> str:
    """Return a day and a time: «22. november kl. 09.00»."""
    return _("%(day)s at %(time)s") % {"day": day(when), "time": hour(when)}


def span(starts: dt.datetime, ends: dt.datetime) -> str:
    """Return from when until when on one day: «kl. 09.00–12.00»."""
    return _("from %(starts)s to %(ends)s") % {"starts": hour(starts), "ends": hour(ends)}


def date_line(gathering: Gathering) -> str:
    """Return a gathering on one line: «tirsdag 1. desember kl. 09.00–12.00: Samling 2»."""
    return f"{weekday(gathering.starts)} {span(gathering.starts, gathering.ends)}: {gathering.title}"


WHOLE: dict[str, Promise] = {
    CompletionPart.INTRODUCTION: gettext_lazy("The introduction"),
    CompletionPart.GATHERINGS: gettext_lazy("The gatherings"),
    CompletionPart.ACTIONS: gettext_lazy("The actions"),
    CompletionPart.REFLECTIONS: gettext_lazy("The reflections"),
    CompletionPart.LEADER_MEETING: gettext_lazy("The conversation with your leader"),
}
LEFT = {
    CompletionPart.GATHERINGS: ngettext_lazy("%(number)d gathering left", "%(number)d gatherings left", "number"),
    CompletionPart.ACTIONS: ngettext_lazy("%(number)d action left", "%(number)d actions left", "number"),
    CompletionPart.REFLECTIONS: ngettext_lazy("%(number)d reflection left to share", "%(number)d reflections left to share", "number"),
}


def part_title(part: Part) -> str:
    """Return what is left of a part, or what it is called when nothing is or when there is only one of it."""
    if part.met or part.part not in LEFT:
        return str(WHOLE[CompletionPart(part.part)])
    return str(LEFT[CompletionPart(part.part)] % {"number": part.lacks})


def part_note(part: Part) -> str:
    """Return the line under a part: how many are done, and until when there is time."""
    if part.met:
        said = _("%(done)d of %(needed)d done.") % {"done": part.done, "needed": part.needed} if part.needed > 1 else _("Done.")
        return f"{said} {_made_up(part)}".strip()
    if part.since is not None:
        return _("It should have been done by %(day)s. Write to the adviser, and find a way together.") % {"day": day(part.since)}
    done = _("%(done)d of %(needed)d done.") % {"done": part.done, "needed": part.needed} if part.needed > 1 else ""
    until = _("There is time until %(day)s.") % {"day": day(part.last_day)} if part.last_day else ""
    return " ".join(filter(None, [done, _made_up(part), until]))


def _made_up(part: Part) -> str:
    """Return the sentence that some of what is done was made up for, or ""."""
    if not part.made_up:
        return ""
    return ngettext("%(n)d of them was made up for.", "%(n)d of them were made up for.", part.made_up) % {"n": part.made_up}
