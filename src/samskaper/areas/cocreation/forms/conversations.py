"""The shape of what is written about parties, conversations and statements."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskaper.areas.cocreation.forms.owners import OnBehalf
from samskaper.areas.cocreation.models import PartyKind, ReadBack, Shown
from samskaper.areas.cocreation.rules.conversations import LONGEST, LONGEST_THOUGHTS
from samskaper.commons.people.models import LANGUAGES, County
from samskaper.commons.people.queries.places import counties_on
from samskaper.foundation import clock
from samskaper.foundation.text import clean_line
from samskaper.ui.inputs import Day, Hour

NO_ADDRESS = {"invalid": _("This is not an e-mail address. It looks like name@association.org.")}
NO_WORDS = {"required": _("There are no words left. To remove it altogether, take it back instead.")}


class SearchForm(forms.Form):
    """Whom to talk with, in a few letters of the name or the number in the unit register."""

    q = forms.CharField(label=_("Name or organisation number"), required=False, max_length=160)


class PartyForm(forms.Form):
    """Somebody who is not in the register yet."""

    name = forms.CharField(label=_("What are they called?"), max_length=160)
    kind = forms.ChoiceField(label=_("What are they?"), choices=PartyKind.choices, widget=forms.RadioSelect, initial=PartyKind.ASSOCIATION)
    county = forms.ModelChoiceField(
        label=_("County"), queryset=County.objects.none(), required=False,
        help_text=_("Others are only told the county, until they decide otherwise themselves.")
    )
    number = forms.CharField(label=_("Organisation number"), required=False, max_length=20, help_text=_("If they have one and you know it."))

    def __init__(self, *args: Any, country: str, **named: Any) -> None:
        super().__init__(*args, **named)
        field = self.fields["county"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = counties_on(clock.today(), country=country)

    def clean_name(self) -> str:
        """Signs that nobody sees are no name."""
        name = clean_line(self.cleaned_data["name"])
        if not name:
            raise forms.ValidationError(_("Write what they are called, also when it is only “the knitters on Thursdays”."))
        return name


class WhenForm(forms.Form):
    """When and where to meet; everything can wait."""

    planned_for = Day(label=_("When do you meet?"), required=False, help_text=_("Leave it empty if you have not agreed on a day."))
    at_time = Hour(label=_("At what time?"), required=False)
    place = forms.CharField(label=_("Where?"), required=False, max_length=160)


class MoveForm(WhenForm):
    """Another day, time or place for what was planned."""

    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class PlanForm(OnBehalf, WhenForm):
    """When and where to meet, and on whose behalf."""

    field_order = ("owner",)


class WriteForm(forms.Form):
    """What there is time for on the spot: when, what was said, what one thinks, and what happens now."""

    held_on = Day(label=_("When did you meet?"))
    said = forms.CharField(
        label=_("What we agree was said"), required=False, max_length=LONGEST * 60, widget=forms.Textarea(attrs={"rows": 7}),
        help_text=_("One thing on each line, in their words. Write what the association says, not what single members believe, vote or suffer from."),
    )
    thoughts = forms.CharField(
        label=_("My own thoughts"), required=False, max_length=LONGEST_THOUGHTS, widget=forms.Textarea(attrs={"rows": 7, "autocomplete": "off"})
    )
    next_step = forms.CharField(label=_("What happens now?"), required=False, max_length=600, help_text=_("What you agreed on. Both read it."))
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    thoughts_version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def clean_said(self) -> list[str]:
        """Return the lines that say something."""
        return [line for text in self.cleaned_data["said"].splitlines() if (line := clean_line(text))]


class ReadBackForm(forms.Form):
    """Which wordings were read back, how and when."""

    statements = forms.MultipleChoiceField(
        label=_("What did you read back?"), widget=forms.CheckboxSelectMultiple, error_messages={"required": _("Tick what you read back.")}
    )
    how = forms.ChoiceField(label=_("How?"), choices=ReadBack.choices, widget=forms.RadioSelect)
    on = Day(label=_("When?"))

    def __init__(self, *args: Any, waiting: list[tuple[int, str]], **named: Any) -> None:
        super().__init__(*args, **named)
        field = self.fields["statements"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = waiting


class LetterForm(forms.Form):
    """To whom the letter with the link goes."""

    name = forms.CharField(label=_("Whom do you write to?"), required=False, max_length=120, help_text=_("The name of the one you talked with."))
    email = forms.EmailField(label=_("E-mail address"), error_messages=NO_ADDRESS)
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("A few words of your own"), required=False, max_length=1_000, widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}),
        help_text=_("In the language that you talked in, be it Sámi, Ukrainian or another. They come first in the letter."),
    )


class RewordForm(forms.Form):
    """Other words for a statement."""

    wording = forms.CharField(label=_("What was said"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4}), error_messages=NO_WORDS)
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class AnswerForm(RewordForm):
    """What a party does with a statement: its words, how it is named, and the press."""

    ACTS = ("confirm", "correct", "object", "withdraw", "show")

    shown = forms.ChoiceField(label=_("How are you named where others see this?"), choices=Shown.choices, widget=forms.RadioSelect, required=False)
    act = forms.ChoiceField(choices=[(act, act) for act in ACTS], widget=forms.HiddenInput)


class OwnForm(forms.Form):
    """Something that the party adds in its own words."""

    conversation = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    wording = forms.CharField(label=_("In your own words"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3}))


class WhoForm(forms.Form):
    """Who holds the link, and in which language she wants letters."""

    name = forms.CharField(label=_("What is your name?"), max_length=120)
    language = forms.ChoiceField(label=_("Which language do you want letters in?"), choices=LANGUAGES, widget=forms.RadioSelect)


class OverForm(forms.Form):
    """Who speaks for the party from now on."""

    name = forms.CharField(label=_("Name"), required=False, max_length=120)
    email = forms.EmailField(label=_("E-mail address"), error_messages=NO_ADDRESS)
