"""What an adviser writes to those who are stuck."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from samskaper.commons.people.models import LANGUAGES


class LetterForm(forms.Form):
    """The words of a letter, and who gets it."""

    language = forms.ChoiceField(
        label=_("Which language do you write in?"), choices=LANGUAGES, required=False,
        help_text=_("The greeting and what is left stand in the same language, so that the whole letter is in one."),
    )
    subject = forms.CharField(
        label=_("Subject"), max_length=150,
        error_messages={"required": _("Write what the letter is about."), "max_length": _("A subject has at most 150 signs.")},
    )
    words = forms.CharField(
        label=_("Your words"), max_length=5000, widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Under your words, each of them sees what is missing, and a link to their own page. Nobody sees who the others are."),
        error_messages={"required": _("Write a few words of your own."), "max_length": _("A letter has at most 5,000 signs.")},
    )
    to = forms.MultipleChoiceField(
        label=_("To"), widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Choose who gets the letter."),
            "invalid_choice": _("Somebody on the list is not stuck any longer. Look at the list once more."),
        },
    )

    def __init__(self, *args: object, people: list[tuple[int, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        field = self.fields["to"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(str(number), name) for number, name in people]
        self.fields["language"].unmarked = True  # type: ignore[attr-defined]
