"""The shape of what is done with challenges, for people of libraries and behind a party's link."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskaper.areas.cocreation.models import Shown
from samskaper.areas.cocreation.rules.challenges import LONGEST, LONGEST_OFFER
from samskaper.commons.people.models import Organisation

NO_CHOICE = {"required": _("Tick what belongs together first."), "invalid_choice": _("One of these is no longer there. Look at the list again.")}
NO_WORDS = {"required": _("Say in words what it is about, so that others understand it.")}
BY_NAME = [(Shown.COUNTY, _("As somebody in the county")), (Shown.BY_NAME, _("By our name"))]
Choices = Sequence[tuple[int, str]]


class FilterForm(forms.Form):
    """Which statements and challenges to look at."""

    q = forms.CharField(label=_("Words in it"), required=False, max_length=120)
    where = forms.ChoiceField(label=_("From where?"), required=False, choices=[
        ("near", _("Our region")), ("mine", _("My library")), ("all", _("Everywhere")),
    ])
    within = forms.ChoiceField(label=_("From which course series?"), required=False)

    def __init__(self, *args: Any, series: Sequence[tuple[str, str]], **named: Any) -> None:
        super().__init__(*args, **named)
        field = self.fields["within"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("All of them")), *series]
        if not series:
            del self.fields["within"]


class NamedForm(forms.Form):
    """How a party is named beside what it says. The most protective is the default."""

    shown = forms.ChoiceField(
        label=_("How are you named where others see this?"), choices=BY_NAME, initial=Shown.COUNTY, widget=forms.RadioSelect, required=False,
    )

    def clean_shown(self) -> str:
        """Whoever says nothing is not named."""
        return str(self.cleaned_data["shown"] or Shown.COUNTY)


class ForLibrary(forms.Form):
    """On behalf of which library; asked only of those who work in several."""

    library = forms.TypedChoiceField(label=_("On behalf of which library?"), coerce=int)

    def __init__(self, *args: Any, libraries: Sequence[Organisation] = (), **named: Any) -> None:
        super().__init__(*args, **named)
        self._libraries = list(libraries)
        field = self.fields["library"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = [(one.pk, one.name) for one in self._libraries]
        if len(self._libraries) < 2:
            del self.fields["library"]

    def clean(self) -> dict[str, Any]:
        """Whoever works in one library presses on its behalf."""
        data = super().clean() or {}
        return {**data, "library": self._libraries[0].pk} if len(self._libraries) == 1 else data


class GroupFields(forms.Form):
    """Statements that are about the same, and either a wording or the challenge that they belong to."""

    s = forms.TypedMultipleChoiceField(label=_("What belongs together?"), widget=forms.CheckboxSelectMultiple, coerce=int, error_messages=NO_CHOICE)
    wording = forms.CharField(
        label=_("What are they about?"), required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One sentence in everyday words, so that those who said it would nod."),
    )
    into = forms.TypedChoiceField(label=_("Or do they belong to one that is there?"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, statements: Choices, into: Choices = (), **named: Any) -> None:
        super().__init__(*args, **named)
        for name, choices in (("s", list(statements)), ("into", [("", _("No, it is a new one")), *into])):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices
        if not into:
            del self.fields["into"]

    def clean(self) -> dict[str, Any]:
        """A new challenge needs words; one that is there has them."""
        data = super().clean() or {}
        if not data.get("into") and not data.get("wording") and "wording" not in self.errors:
            self.add_error("wording", NO_WORDS["required"])
        return data


class GroupForm(GroupFields, ForLibrary):
    """Grouping on behalf of a library."""

    field_order = ("s", "wording", "into", "library")


class PartyGroupForm(GroupFields, NamedForm):
    """Grouping on behalf of a party."""

    field_order = ("s", "wording", "into", "shown")


class WordFields(forms.Form):
    """Another wording, and the version that one has read."""

    wording = forms.CharField(label=_("How would you say it?"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3}), error_messages=NO_WORDS)
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class WordForm(WordFields, ForLibrary):
    """Another wording on behalf of a library."""

    field_order = ("wording", "library")


class PartyWordForm(WordFields, NamedForm):
    """Another wording on behalf of a party."""

    field_order = ("wording", "shown")


class PressFields(forms.Form):
    """A press on the page of a challenge. `number` is the wording that stood there, `offers` what one brings."""

    ACTS = ("accept", "step_back", "join", "leave", "seen")

    act = forms.ChoiceField(choices=[(act, act) for act in ACTS], widget=forms.HiddenInput)
    number = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)
    offers = forms.CharField(
        label=_("What do you bring?"), required=False, max_length=LONGEST_OFFER,
        help_text=_("A room, two who can drive, somebody who knows. It can stay empty."),
    )


class PressForm(PressFields, ForLibrary):
    """A press on behalf of a library."""


class PartyPressForm(PressFields, NamedForm):
    """A press on behalf of a party."""


class PlaceForm(ForLibrary):
    """Where a statement belongs instead."""

    into = forms.TypedChoiceField(label=_("Where does it belong?"), required=False, coerce=int, empty_value=None, widget=forms.RadioSelect)

    def __init__(self, *args: Any, into: Choices, **named: Any) -> None:
        super().__init__(*args, **named)
        field = self.fields["into"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("In none of them")), *into]
