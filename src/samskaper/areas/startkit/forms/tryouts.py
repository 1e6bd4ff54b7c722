"""The shape of what somebody says of a method that she has tried."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskaper.areas.startkit.commands.findings import Words
from samskaper.areas.startkit.commands.tryouts import How
from samskaper.areas.startkit.models import Outcome
from samskaper.commons.people.models import Country
from samskaper.commons.people.queries.places import counties_on
from samskaper.foundation import clock
from samskaper.ui.inputs import Line, Mail, Number

ONLINE = (("", _("Will not say")), ("0", _("On site")), ("1", _("Online")))


def by_country() -> list[tuple[str, Any]]:
    """Return the counties of today as choices, those of each country together."""
    rows = list(counties_on(clock.today()))
    return [("", _("Will not say")), *((str(label), [(one.pk, one.name) for one in rows if one.country == code]) for code, label in Country.choices)]


class HowForm(forms.Form):
    """Three questions, and what may be left out. `website` is a field that nobody sees and only robots fill."""

    outcome = forms.ChoiceField(
        label=_("How did it go?"), choices=Outcome.choices, widget=forms.RadioSelect(attrs={"data-look": "pills"}),
        error_messages={"required": _("Press one of the three. That is enough, if you like.")},
    )
    worked = Line(label=_("What worked?"), most=300, required=False)
    change = Line(label=_("What would you change?"), most=300, required=False)
    people = Number(label=_("How many were you?"), low=1, high=2000, required=False)
    county = forms.TypedChoiceField(label=_("In which county?"), coerce=int, empty_value=None, required=False)
    online = forms.TypedChoiceField(
        label=_("Where did you meet?"), choices=ONLINE, coerce=lambda value: value == "1", empty_value=None, required=False, initial="",
        widget=forms.Select,
    )
    email = Mail(label=_("E-mail address"), required=False)
    website = forms.CharField(required=False)

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        field = self.fields["county"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = by_country()

    @property
    def is_a_robot(self) -> bool:
        """Whether the field that nobody sees was filled."""
        return bool(self.cleaned_data.get("website"))

    def how(self) -> How:
        """Return what was said."""
        said = self.cleaned_data
        words = Words(worked=said["worked"], proposal=said["change"])
        return How(said["outcome"], words, said["people"], said["county"], said["online"], said["email"])


class AnswerForm(forms.Form):
    """The answer to what an editor asked."""

    words = Line(label=_("Your answer"), most=600, empty=_("Write an answer in words, or leave it."))


