"""What comes in from the list of attendance and from groups."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samskaper.areas.programmes.commands.gatherings import Mark
from samskaper.areas.programmes.models import AttendanceState
from samskaper.ui.inputs import Line, Text

STATES = {*AttendanceState.values, ""}


def marks_of(data: QueryDict) -> dict[int, Mark]:
    """Read `mark-<enrolment>` and `was-<enrolment>`; what is no mark is passed over.

    The button `rest` marks those as present about whom nothing is written, neither before nor in this form.
    """
    found: dict[int, Mark] = {}
    rest = data.get("rest") == AttendanceState.PRESENT
    for name in data:
        key, _dash, number = name.partition("-")
        if key not in {"mark", "was"} or not (number.isascii() and number.isdigit() and len(number) < 18):
            continue
        was = data.get(f"was-{number}", "")
        now = data.get(f"mark-{number}", was) or (AttendanceState.PRESENT.value if rest and not was else "")
        if now == AttendanceState.MADE_UP != was:
            continue  # accepted with a press of its own, where one reads what was done
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


class MakeUpForm(forms.Form):
    """How one made up for a gathering."""

    words = Text(
        label=_("What did you do, and what do you take with you?"), most=3000, rows=6,
        empty=_("Write two lines about what you did. The adviser goes by that."),
        help_text=_("For example: I saw the recording. I talked it through with a colleague who was there."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].sees = _("Read by you and the adviser. Deleted a year after the last gathering.")  # type: ignore[attr-defined]


class MakeUpAnswerForm(forms.Form):
    """An adviser's answer: one of two buttons, and what is missing."""

    answer = forms.ChoiceField(
        choices=[("accept", "accept"), ("more", "more")],
        error_messages={"required": _("Press one of the two buttons."), "invalid_choice": _("Press one of the two buttons.")},
    )
    reply = Line(most=600, required=False)

    def clean(self) -> dict[str, Any]:
        """Ask what is missing where more is asked for."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("answer") == "more" and not data.get("reply") and not self.errors:
            self.add_error("reply", gettext("Say what is missing, so that they know what to do."))
        return data


class MoveForm(forms.Form):
    """Who goes to which group; 0 is no group."""

    enrolment = forms.IntegerField(min_value=1, max_value=2**53)
    number = forms.IntegerField(min_value=0, max_value=1000)
