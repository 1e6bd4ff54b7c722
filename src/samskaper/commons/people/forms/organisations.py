"""Forms about organisations and who works in them."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskaper.commons.people import queries
from samskaper.commons.people.forms.names import AddressField, NameField
from samskaper.commons.people.models import (
    LANGUAGES,
    Country,
    County,
    Municipality,
    Organisation,
    OrganisationKind,
    Role,
)
from samskaper.commons.people.rules import ROLE_WORDS, ROLES_OF_KIND
from samskaper.commons.people.words import KIND_NOTES
from samskaper.foundation import clock

NOWHERE = ("", _("None in particular"))
NOT_ON_LIST = _("Choose one of those on the list.")


class SearchForm(forms.Form):
    """What is looked for in the register."""

    words = forms.CharField(required=False, label=_("Name or municipality"), max_length=100)
    kind = forms.ChoiceField(required=False, label=_("Kind"))
    county = forms.ChoiceField(required=False, label=_("County or region"))

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        _choices(self, "kind", [("", _("All")), *OrganisationKind.choices])
        counties = queries.counties_on(clock.today())
        _choices(self, "county", [("", _("All")), *((str(one.pk), one.name) for one in counties)])

    def wanted(self) -> dict[str, Any]:
        """Return what is looked for; what does not fit is not looked for."""
        self.is_valid()
        county = self.cleaned_data.get("county", "")
        return {
            "words": self.cleaned_data.get("words", ""),
            "kind": self.cleaned_data.get("kind", ""),
            "county": int(county) if county else None,
        }


def _choices(form: forms.Form, name: str, choices: list[Any]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices


class OrganisationForm(forms.Form):
    """An organisation. A municipality brings its county; those of today can be chosen, or the one that is there."""

    name = NameField(most=160, label=_("Name"))
    kind = forms.ChoiceField(
        label=_("Kind"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose what kind it is."), "invalid_choice": NOT_ON_LIST},
    )
    country = forms.ChoiceField(
        label=_("Country"), choices=Country.choices, widget=forms.RadioSelect(attrs={"data-look": "pills"}),
        error_messages={"required": _("Choose the country."), "invalid_choice": NOT_ON_LIST},
    )
    municipality = forms.ChoiceField(
        label=_("Municipality"), required=False, help_text=_("Those of today, under their county or region."),
        error_messages={"invalid_choice": NOT_ON_LIST},
    )
    county = forms.ChoiceField(
        label=_("County or region"), required=False, error_messages={"invalid_choice": NOT_ON_LIST},
        help_text=_("Needed only where there is no municipality, such as for a county library."),
    )
    email = AddressField(
        label=_("E-mail address"), required=False, help_text=_("The common one. Answers to letters go there.")
    )
    number = NameField(
        most=20, label=_("Number in the unit register"), required=False,
        help_text=_("The organisation number in Norway, the CVR number in Denmark."),
    )
    language = forms.ChoiceField(
        label=_("Language"), choices=LANGUAGES, widget=forms.RadioSelect(attrs={"data-look": "pills"}),
        error_messages={"required": _("Choose a language."), "invalid_choice": NOT_ON_LIST},
    )

    def __init__(self, *arguments: Any, now: Organisation | None = None, **options: Any) -> None:
        if now is not None:
            options["initial"] = {
                name: getattr(now, name) for name in ("name", "kind", "country", "email", "number", "language")
            } | {"municipality": now.municipality_id or "", "county": now.county_id or ""}
        super().__init__(*arguments, **options)
        counties = list(queries.counties_on(clock.today()))
        towns = list(queries.municipalities_on(clock.today()))
        if now and now.county and now.county not in counties:
            counties.append(now.county)
        if now and now.municipality and now.municipality not in towns:
            towns.append(now.municipality)
        self.counties = {str(one.pk): one for one in counties}
        self.towns = {str(one.pk): one for one in towns}
        _choices(self, "kind", [(kind, f"{label}: {KIND_NOTES[kind]}") for kind, label in OrganisationKind.choices])
        _choices(self, "county", [NOWHERE, *((key, _place(one)) for key, one in self.counties.items())])
        _choices(self, "municipality", [NOWHERE, *_by_county(towns)])

    def clean(self) -> dict[str, Any]:
        """Put the places themselves in, and see that they lie in the country."""
        found: dict[str, Any] = super().clean() or {}
        town: Municipality | None = self.towns.get(found.get("municipality", ""))
        county: County | None = town.county if town else self.counties.get(found.get("county", ""))
        if county and found.get("country") and county.country != found["country"]:
            self.add_error("municipality" if town else "county", _("This place lies in the other country."))
        return found | {"municipality": town, "county": county}


def _place(place: County | Municipality) -> str:
    return f"{place.name} ({place.other_names})" if place.other_names else place.name


def _alphabet(name: str) -> str:
    """Return what sorts a name as its readers do: æ, ø and å last, and aa as å."""
    return name.casefold().replace("aa", "å").replace("æ", "z1").replace("ø", "z2").replace("å", "z3")


def _by_county(towns: list[Municipality]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the municipalities in groups: Norway's counties first, then Denmark's regions."""
    def group(town: Municipality) -> tuple[bool, str, int]:
        return (town.county.country != Country.NORWAY, town.county.name, town.county_id)

    ordered = sorted(towns, key=lambda town: (*group(town), _alphabet(town.name)))
    return [(key[1], [(str(town.pk), _place(town)) for town in some]) for key, some in groupby(ordered, key=group)]


class InviteForm(forms.Form):
    """Who works here, and as what."""

    name = NameField(most=120, label=_("Name"))
    email = AddressField(label=_("E-mail address"), missing=_("Write the address that the invitation goes to."))
    role = forms.ChoiceField(
        label=_("Role"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose a role."), "invalid_choice": NOT_ON_LIST},
    )
    language = forms.ChoiceField(
        label=_("Language of the letter"), choices=LANGUAGES, widget=forms.RadioSelect(attrs={"data-look": "pills"}),
        error_messages={"required": _("Choose a language."), "invalid_choice": NOT_ON_LIST},
    )

    def __init__(self, *arguments: Any, organisation: Organisation, editors: bool = True, **options: Any) -> None:
        options.setdefault("initial", {"language": organisation.language})
        super().__init__(*arguments, **options)
        _choices(self, "role", [
            (role, f"{Role(role).label}: {ROLE_WORDS[role]}") for role in ROLES_OF_KIND[organisation.kind] if editors or role != Role.EDITOR
        ])


