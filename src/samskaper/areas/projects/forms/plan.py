"""The shape of what is changed in a plan."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from samskaper.areas.projects.models import Activity, Project
from samskaper.areas.projects.queries.organisations import funders
from samskaper.areas.projects.rules import measures
from samskaper.commons.record.register import fact_words
from samskaper.foundation.text import clean, clean_line


def day_field(label: Any, *, required: bool = False, help_text: Any = "") -> forms.DateField:
    """Return a field for a day."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    wrong = _("We could not read this day. Write it as 2026-11-24.")
    far = _("That year is far away. Write a day between 1900 and 2100.")
    return forms.DateField(
        label=label, required=required, help_text=help_text, widget=widget, error_messages={"invalid": wrong},
        validators=[MinValueValidator(dt.date(1900, 1, 1), far), MaxValueValidator(dt.date(2100, 12, 31), far)],
    )


def in_order(form: forms.BaseForm, first: str, last: str) -> None:
    """Say so when the last day comes before the first."""
    starts, ends = form.cleaned_data.get(first), form.cleaned_data.get(last)
    if starts and ends and ends < starts:
        form.add_error(last, _("The last day comes before the first."))


class ProjectForm(forms.ModelForm[Project]):
    """What is said about a project."""

    starts = day_field(_("First day"))
    ends = day_field(_("Last day"))

    class Meta:
        model = Project
        fields = ["title", "aim", "starts", "ends", "duration_words", "state", "funder", "case_reference"]
        labels = {
            "title": _("What is the project called?"),
            "aim": _("What is it for?"),
            "duration_words": _("How long, in words"),
            "state": _("Where is it now?"),
            "funder": _("Who pays for it?"),
            "case_reference": _("Case reference"),
        }
        help_texts = {"funder": _("Its readers see goals, numbers and reports, never who stands behind them.")}

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        field = self.fields["funder"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset, field.empty_label = funders(), str(_("Nobody here"))

    def clean_title(self) -> str:
        """Signs that nobody sees are no title."""
        if not (title := clean_line(self.cleaned_data["title"])):
            raise forms.ValidationError(_("Write what the project is called."))
        return title

    def clean(self) -> dict[str, Any]:
        """The days come in order."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        in_order(self, "starts", "ends")
        return data


class ActivityForm(forms.Form):
    """An activity: what, when, for which goals, and what shows that it happened."""

    text = forms.CharField(label=_("What will be done?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))
    starts = day_field(_("From"))
    ends = day_field(_("Until"))
    goals = forms.MultipleChoiceField(
        label=_("Which goals does it serve?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    fact_key = forms.ChoiceField(label=_("What shows that it happened?"), required=False)
    fact_number = forms.IntegerField(
        label=_("Which one of them?"),
        required=False,
        min_value=0,
        max_value=99,
        help_text=_("2 for the second gathering; 0 for all of them."),
    )
    begun = day_field(_("Begun"), help_text=_("Only where somebody says so by hand."))
    done = day_field(_("Done"))

    def __init__(self, *args: Any, project: Project, **named: Any) -> None:
        super().__init__(*args, **named)
        goals, key = self.fields["goals"], self.fields["fact_key"]
        assert isinstance(goals, forms.MultipleChoiceField) and isinstance(key, forms.ChoiceField)
        goals.choices = [
            *(
                (goal.ref, str(_("Main goal %(number)s")) % {"number": goal.number})
                for goal in project.main_goals.all()
            ),
            *((goal.ref, f"{goal.number} {Truncator(goal.text).chars(90)}") for goal in project.sub_goals.all()),
        ]
        key.choices = [("", str(_("Somebody says so by hand"))), *fact_choices(self.initial.get("fact_key", ""))]

    def clean_text(self) -> str:
        """Signs that nobody sees are no text."""
        if not (text := clean(self.cleaned_data["text"])):
            raise forms.ValidationError(_("Write what will be done."))
        return text

    def clean(self) -> dict[str, Any]:
        """The days come in order, and nothing is done before it is begun."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        in_order(self, "starts", "ends")
        in_order(self, "begun", "done")
        data["fact_number"] = data.get("fact_number") or 0
        return data


def activity_values(activity: Activity) -> dict[str, Any]:
    """Return what the form shows of an activity."""
    names = ("text", "starts", "ends", "fact_key", "fact_number", "begun", "done")
    return {**{name: getattr(activity, name) for name in names}, "goals": list(activity.goal_refs())}


def fact_choices(also: str = "") -> list[tuple[str, str]]:
    """Return the kinds of facts that can be counted, with their words; `also` stays among them."""
    found = {words.key: str(words.noun) for words in fact_words if words.key not in UNCOUNTED}
    if also and also not in found:
        found[also] = also
    return sorted(found.items(), key=lambda pair: pair[1])


UNCOUNTED = frozenset({measures.INVITED})


class ReasonForm(forms.Form):
    """Why a remark is turned down."""

    reason = forms.CharField(
        label=_("Why not?"),
        max_length=400,
        help_text=_("A word or two is enough. I shall not ask again."),
        error_messages={"required": _("Write a word or two about why, so that those who come after you understand.")},
    )

    def clean_reason(self) -> str:
        """Signs that nobody sees are no reason."""
        if not (reason := clean_line(self.cleaned_data["reason"])):
            raise forms.ValidationError(
                _("Write a word or two about why, so that those who come after you understand.")
            )
        return reason
