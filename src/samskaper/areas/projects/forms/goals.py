"""The shape of what is said about goals."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskaper.areas.projects.forms.plan import day_field, fact_choices
from samskaper.areas.projects.models import GoalState, SubGoal
from samskaper.foundation import clock
from samskaper.foundation.text import clean

ROWS = 3


class MeasureForm(forms.Form):
    """Up to three kinds of facts that a goal counts, and how many of each."""

    def __init__(self, *args: Any, goal: SubGoal, **named: Any) -> None:
        super().__init__(*args, **named)
        measured = list(goal.measures.all())
        for row in range(max(ROWS, len(measured))):
            now = measured[row] if row < len(measured) else None
            choices = [("", str(_("Nothing"))), *fact_choices(now.fact_key if now else "")]
            label = _("What is counted?") if row == 0 else _("And what else?")
            self.fields[f"key_{row}"] = forms.ChoiceField(
                label=label, required=False, choices=choices, initial=now.fact_key if now else ""
            )
            self.fields[f"target_{row}"] = forms.IntegerField(
                label=_("How many does it take?"),
                required=False,
                min_value=1,
                max_value=1_000_000,
                initial=now.target if now else None,
            )

    def clean(self) -> dict[str, Any]:
        """Whoever counts something says how many; nothing is counted twice."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        targets: dict[str, int] = {}
        for name, key in list(data.items()):
            if not name.startswith("key_") or not key:
                continue
            row = name.removeprefix("key_")
            target = data.get(f"target_{row}")
            if key in targets:
                self.add_error(name, _("This is counted already."))
            elif target:
                targets[key] = target
            elif f"target_{row}" not in self.errors:
                self.add_error(f"target_{row}", _("Write how many it takes."))
        data["targets"] = targets
        return data


class EvidenceForm(forms.Form):
    """How far a goal has come, in words, with what shows it."""

    text = forms.CharField(
        label=_("What has happened?"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("It goes into the report as you write it. Name nobody who has not said yes to it."),
        error_messages={"required": _("Write what has happened, a sentence is enough.")},
    )
    state = forms.ChoiceField(
        label=_("How far has the goal come?"),
        required=False,
        widget=forms.RadioSelect(attrs={"data-look": "pills"}),
        choices=[choice for choice in GoalState.choices if choice[0] != GoalState.UNSAID],
    )
    address = forms.URLField(
        label=_("Where can one see it?"),
        required=False,
        max_length=400,
        assume_scheme="https",
        help_text=_("An address that begins with https://"),
    )
    day = day_field(_("On which day?"))

    def clean_text(self) -> str:
        """Signs that nobody sees are no text."""
        if not (text := clean(self.cleaned_data["text"])):
            raise forms.ValidationError(_("Write what has happened, a sentence is enough."))
        return text


def today() -> str:
    """Return today as a form shows it."""
    return clock.today().isoformat()
