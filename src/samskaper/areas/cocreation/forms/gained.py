"""The three questions on what a gathering gave, as a party answers them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskaper.commons.feedback.models import Question, QuestionKind, Questionnaire
from samskaper.commons.feedback.rules import NOTHING_SAID, says_something


class GainedForm(forms.Form):
    """One field per question; nothing is required, and nothing is chosen beforehand."""

    def __init__(self, asked: Questionnaire, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields.update({f"q{question.order}": _field(question) for question in asked.questions.all()})

    def clean(self) -> dict[str, Any]:
        """Nothing at all is no answer."""
        data = super().clean() or {}
        if not self.errors and not says_something(data.values()):
            raise forms.ValidationError(NOTHING_SAID)
        return data

    def answers(self) -> dict[int, str]:
        """Return the cleaned answers by the order of their question."""
        return {int(name[1:]): value for name, value in self.cleaned_data.items()}


def _field(question: Question) -> forms.Field:
    if question.kind == QuestionKind.TEXT:
        return forms.CharField(
            label=str(question), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 4}), help_text=_("Leave out names, yours and others'."),
        )
    return forms.ChoiceField(
        label=str(question), required=False, choices=question.choices(), widget=forms.RadioSelect(attrs={"data-look": "pills"}),
        help_text=_("1 is not at all, 5 is very much."),
    )
