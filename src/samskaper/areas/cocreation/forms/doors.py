"""The shape of what comes in by an open door, of the answer, and of the door itself."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskaper.areas.cocreation.models import KnockKind, PartyKind, Shown
from samskaper.areas.cocreation.rules.conversations import LONGEST
from samskaper.areas.cocreation.rules.doors import MOST_DAYS
from samskaper.commons.people.models import Person
from samskaper.foundation.text import clean_line

OWN_NAMES = [  # of languages, as those who speak them write them
    ("", _("The language of this page")), ("nb", "Norsk bokmål"), ("nn", "Norsk nynorsk"), ("se", "Davvisámegiella"), ("sma", "Åarjelsaemien"),
    ("smj", "Julevsámegiella"), ("fkv", "Kvääni"), ("da", "Dansk"), ("sv", "Svenska"), ("en", "English"), ("de", "Deutsch"), ("pl", "Polski"),
    ("uk", "Українська"), ("ar", "العربية"),
    ("fa", "فارسی"), ("so", "Soomaali"), ("ti", "ትግርኛ"), ("es", "Español"), ("fr", "Français"), ("other", _("Another one")),
]
NO_ADDRESS = {"invalid": _("This is not an e-mail address. It looks like name@association.org.")}
FROM_RIGHT = frozenset({"ar", "fa"})


class KnockForm(forms.Form):
    """What somebody comes with."""

    kind = forms.ChoiceField(label=_("What do you come with?"), choices=KnockKind.choices, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("In your own words"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 6, "dir": "auto"}),
        help_text=_("One sentence is enough, in any language. Write about what you meet, not about single people: what they believe or suffer is theirs."),
    )
    language = forms.ChoiceField(label=_("Which language is it in?"), choices=OWN_NAMES, required=False)
    party_kind = forms.ChoiceField(label=_("Who are you?"), choices=PartyKind.choices, widget=forms.RadioSelect)
    name = forms.CharField(label=_("What do you call yourselves?"), required=False, max_length=160, help_text=_("If you come alone you need not say it."))
    email = forms.EmailField(
        label=_("E-mail address"), required=False, error_messages=NO_ADDRESS,
        help_text=_("Only if you want the answer there. Nothing is sent before a person has answered."),
    )
    phone = forms.CharField(label=_("Telephone"), required=False, max_length=30, widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}))
    shown = forms.ChoiceField(label=_("How may others see it?"), choices=Shown.choices, widget=forms.RadioSelect, initial=Shown.COUNTY)

    def clean(self) -> dict[str, Any]:
        """Whoever comes alone may stay without a name; others are called something."""
        data = super().clean() or {}
        if data.get("party_kind", PartyKind.RESIDENT) != PartyKind.RESIDENT and not clean_line(data.get("name", "")):
            self.add_error("name", _("Write what you are called, also when it is only “the knitters on Thursdays”."))
        return data


class AnswerKnockForm(forms.Form):
    """What the library answers."""

    words = forms.CharField(label=_("Your answer"), max_length=4_000, widget=forms.Textarea(attrs={"rows": 7}))


class DoorForm(forms.Form):
    """Who answers at a library's door, how soon, and whether it is open."""

    is_open = forms.TypedChoiceField(
        label=_("Is the door open?"), choices=[("1", _("Open")), ("0", _("Closed"))], coerce=lambda value: value == "1", widget=forms.RadioSelect
    )
    person = forms.ModelChoiceField(
        label=_("Who answers?"), queryset=Person.objects.none(), required=False, help_text=_("Her name stands on the page, and she gets it on her desk.")
    )
    days = forms.IntegerField(label=_("Within how many working days?"), min_value=1, max_value=MOST_DAYS)
    welcome = forms.CharField(label=_("A sentence of welcome"), required=False, max_length=300, help_text=_("If you want to say something of your own."))
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args: Any, keepers: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        field = self.fields["person"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = keepers
