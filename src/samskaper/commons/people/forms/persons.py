"""Forms about oneself."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskaper.commons.people.forms.names import NameField
from samskaper.commons.people.models import LANGUAGES, Person

SOMEBODY_ELSE = "new"


class PersonForm(forms.Form):
    """What one is called and which language letters come in."""

    name = NameField(
        most=120,
        label=_("Your name"),
        missing=_("Write your name, so that colleagues know who you are."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    language = forms.ChoiceField(
        choices=LANGUAGES,
        label=_("Language"),
        help_text=_("Letters come in this language."),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a language."), "invalid_choice": _("Choose one of the four languages.")},
    )


class WhoForm(forms.Form):
    """Who of those who share an address is here now."""

    who = forms.ChoiceField(
        label=_("Who are you?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who you are."), "invalid_choice": _("Choose one of the names.")},
    )

    def __init__(self, *arguments: Any, persons: list[Person], invited: list[Person], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.persons = {str(person.pk): person for person in [*persons, *invited]}
        names = [(key, person.name) for key, person in self.persons.items()]
        field = self.fields["who"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [*names, (SOMEBODY_ELSE, _("Somebody else"))]

    @property
    def chosen(self) -> Person | None:
        """The person that was chosen; None for somebody else."""
        return self.persons.get(self.cleaned_data["who"])
