"""The form that the first visitor of an empty installation fills in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskaper.commons.people import queries
from samskaper.commons.people.forms.names import AddressField, NameField
from samskaper.commons.people.forms.organisations import NOT_ON_LIST, NOWHERE
from samskaper.commons.people.models import LANGUAGES, Country
from samskaper.foundation import clock

WRONG_CODE = _("That is not the code. The newest one stands where Samskaper was started.")


class SetupForm(forms.Form):
    """The code, the library and oneself."""

    code = forms.CharField(
        label=_("The set-up code"), max_length=40,
        help_text=_("It stands where Samskaper was started: three groups of four letters."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        error_messages={"required": _("Write the set-up code."), "max_length": _("The code is twelve letters.")},
    )
    library = NameField(most=160, label=_("What is your library called?"), missing=_("Write the name of the library."),
                        help_text=_("The name stands on top of every page."))
    country = forms.ChoiceField(
        label=_("Country"), choices=Country.choices, widget=forms.RadioSelect(attrs={"data-look": "pills"}),
        error_messages={"required": _("Choose the country."), "invalid_choice": NOT_ON_LIST},
    )
    county = forms.ChoiceField(
        label=_("County or region"), required=False, error_messages={"invalid_choice": NOT_ON_LIST}
    )
    name = NameField(most=120, label=_("Your name"), missing=_("Write your name, so that colleagues know who you are."),
                     widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = AddressField(label=_("Your e-mail address"), help_text=_("Next time a code comes to this address."))
    language = forms.ChoiceField(
        label=_("Language"), choices=LANGUAGES, widget=forms.RadioSelect(attrs={"data-look": "pills"}),
        error_messages={"required": _("Choose a language."), "invalid_choice": NOT_ON_LIST},
    )

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.counties = {str(one.pk): one for one in queries.counties_on(clock.today())}
        field = self.fields["county"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [NOWHERE, *self._by_country()]

    def _by_country(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Return the counties under the name of their country, the chosen country first."""
        chosen = self.data.get("country") or self.initial.get("country")
        found = {country: [(key, one.name) for key, one in self.counties.items() if one.country == country] for country in Country}
        return [(str(country.label), found[country]) for country in sorted(found, key=lambda country: country != chosen)]

    def clean_code(self) -> str:
        """Say that the code is wrong together with whatever else is."""
        code: str = self.cleaned_data["code"]
        if not queries.setup_code_fits(code):
            raise forms.ValidationError(WRONG_CODE)
        return code

    def clean(self) -> dict[str, Any]:
        """Put the county itself in, and see that it lies in the country."""
        found: dict[str, Any] = super().clean() or {}
        county = self.counties.get(found.get("county", ""))
        if county and found.get("country") and county.country != found["country"]:
            self.add_error("county", _("%(place)s is not in the country that you chose. Choose another place, or the other country.") % {"place": county.name})
        return found | {"county": county}
