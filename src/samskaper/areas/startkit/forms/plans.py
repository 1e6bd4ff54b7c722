"""What comes in about a plan for a meeting: what it is called, when and where; a row; a point of one's own."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskaper.areas.startkit.rules.agenda import Row
from samskaper.areas.startkit.rules.plans import MOST_MINUTES, MOST_PEOPLE, POINT_MINUTES
from samskaper.ui.inputs import Day, Hour, Line, Number

PILLS = {"data-look": "pills"}
PLACES = (("", _("On site")), ("1", _("Online")))


def _where(**kwargs: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        required=False, choices=PLACES, coerce=lambda said: said == "1", empty_value=False,  # type: ignore[arg-type]
        widget=forms.RadioSelect(attrs=PILLS), **kwargs,
    )


class AboutForm(forms.Form):
    """What the meeting is called, when and where it is, and how many come."""

    title = Line(label=_("What is the meeting called?"), most=160, required=False)
    day = Day(label=_("Which day?"), required=False, help_text=_("May wait until you know it."))
    starts = Hour(label=_("When does it begin?"))
    online = _where(label=_("How do you meet?"))
    place = Line(label=_("Where?"), most=200, required=False, help_text=_("A room, or the link of an online meeting. Whoever has the plan sees it."))
    people = Number(label=_("How many will you be?"), low=1, high=MOST_PEOPLE, required=False)


class PointForm(forms.Form):
    """A point of one's own, such as a welcome, or a break."""

    title = Line(label=_("What happens?"), most=160, empty=_("Write what happens then, such as “Welcome” or “A round”."))
    minutes = Number(label=_("Minutes"), low=1, high=MOST_MINUTES, initial=POINT_MINUTES)


class BreakForm(forms.Form):
    """A break of so many minutes."""

    minutes = Number(label=_("How many minutes of break?"), low=1, high=MOST_MINUTES, initial=POINT_MINUTES)


class RowForm(forms.Form):
    """A row: its minutes, its words where they are one's own, and where a method is done."""

    title = Line(label=_("What happens?"), most=160, empty=_("Write what happens then, such as “Welcome” or “A round”."))
    minutes = Number(label=_("Minutes"), low=1, high=MOST_MINUTES)
    online = _where(label=_("How do you do it?"))

    def __init__(self, data: Any, *, row: Row) -> None:
        super().__init__(data, initial={"title": row.title, "minutes": row.minutes, "online": "1" if row.online else ""})
        if row.method:
            del self.fields["title"]
        if not (row.text and row.text.online_steps) or row.is_part:
            del self.fields["online"]
