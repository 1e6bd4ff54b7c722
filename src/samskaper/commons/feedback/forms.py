"""The form of a questionnaire."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from samskaper.commons.feedback import rules
from samskaper.commons.feedback.models import Question, QuestionKind, Questionnaire


class AnswerForm(forms.Form):
    """One field per question; nothing is required, and nothing is chosen beforehand."""

    def __init__(self, questionnaire: Questionnaire, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in questionnaire.questions.all():
            self.fields[f"q{question.order}"] = self._field(question)

    @staticmethod
    def _field(question: Question) -> forms.Field:
        if question.kind == QuestionKind.TEXT:
            return forms.CharField(
                label=str(question), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 4}),
                help_text=_("Leave out names, yours and others'."),
            )
        scale = question.kind == QuestionKind.SCALE
        return forms.ChoiceField(
            label=str(question), required=False, choices=question.choices(),
            widget=forms.RadioSelect(attrs={"data-look": "pills"} if scale else None),
            help_text=_("1 is not at all, 5 is very much.") if scale else "",
        )

    def clean(self) -> dict[str, Any]:
        """Nothing is required, but nothing at all is no answer: it could not be told from somebody who does not mind."""
        data: dict[str, Any] = super().clean() or {}
        if not self.errors and not rules.says_something(data.values()):
            raise forms.ValidationError(rules.NOTHING_SAID)
        return data

    def answers(self) -> dict[int, str]:
        """Return the cleaned answers by the order of their question."""
        return {int(name[1:]): value for name, value in self.cleaned_data.items()}
