"""What comes in from the list of attendance and from groups."""

from __future__ import annotations

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from samskaper.areas.programmes.commands.gatherings import Mark
from samskaper.areas.programmes.models import AttendanceState

STATES = {*AttendanceState.values, ""}


def marks_of(data: QueryDict) -> dict[int, Mark]:
    """Read `mark-<enrolment>` and `was-<enrolment>`; what is no mark is passed over."""
    found: dict[int, Mark] = {}
    for name in data:
        key, _dash, number = name.partition("-")
        if key != "mark" or not (number.isascii() and number.isdigit() and len(number) < 18):
            continue
        was, now = data.get(f"was-{number}", ""), data[name]
        if was in STATES and now in STATES:
            found[int(number)] = Mark(was, now)
    return found


class GroupsForm(forms.Form):
    """How large the groups should be."""

    size = forms.IntegerField(
        label=_("People in each group"), min_value=2, max_value=20, initial=4,
        error_messages={
            "required": _("Write how many people there should be in each group."),
            "invalid": _("Write a number, such as 4."),
            "min_value": _("Groups are of two to twenty people."),
            "max_value": _("Groups are of two to twenty people."),
        },
    )


class MoveForm(forms.Form):
    """Who goes to which group; 0 is no group."""

    enrolment = forms.IntegerField(min_value=1, max_value=2**53)
    number = forms.IntegerField(min_value=0, max_value=1000)
