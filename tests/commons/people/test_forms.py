"""What comes in about people and organisations."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import translation

from samskaper.commons.people import commands
from samskaper.commons.people.adapter import code_digest
from samskaper.commons.people.doer import SYSTEM
from samskaper.commons.people.forms.organisations import InviteForm, OrganisationForm, SearchForm, _alphabet
from samskaper.commons.people.forms.persons import SOMEBODY_ELSE, PersonForm, WhoForm
from samskaper.commons.people.forms.sign_in import CodeForm, SignInForm
from samskaper.commons.people.models import County, Municipality, Organisation, Person
from samskaper.commons.people.rules import ROLES_OF_KIND

FIELDS = {"name": "Historielaget", "kind": "association", "country": "NO", "language": "nb"}


@pytest.fixture(autouse=True)
def english() -> Any:
    with translation.override("en"):
        yield


def test_nothing_is_chosen_beforehand_that_means_yes() -> None:
    form = SignInForm()
    assert not form["shared_machine"].value()


@pytest.mark.parametrize("code", ["12345678", "1234-5678", "1234 5678", " 1 2 3 4 5 6 7 8 "])
def test_code_fits_however_it_is_spaced(code: str) -> None:
    assert CodeForm({"code": code}, code=code_digest("1234-5678")).is_valid()


@pytest.mark.parametrize("code", ["12345679", "1234567", "", "abcd", "\u0661\u0662", "1" * 41])
def test_other_code_does_not_fit(code: str) -> None:
    form = CodeForm({"code": code}, code=code_digest("1234-5678"))
    assert not form.is_valid()
    assert form.errors["code"][0].endswith(".")


def test_no_code_fits_where_none_was_mailed() -> None:
    assert not CodeForm({"code": "12345678"}, code="").is_valid()


@pytest.mark.parametrize("language", ["nb", "nn", "da", "en"])
def test_person_speaks_one_of_four_languages(language: str) -> None:
    assert PersonForm({"name": "Kari", "language": language}).is_valid()


@pytest.mark.parametrize("language", ["", "se", "<b>"])
def test_other_languages_get_a_sentence(language: str) -> None:
    form = PersonForm({"name": "Kari", "language": language})
    assert form.errors["language"][0].endswith(".")


@pytest.mark.django_db
def test_who_offers_the_persons_the_invited_and_somebody_else() -> None:
    first, second = Person.objects.create(name="Karen"), Person.objects.create(name="Søren")
    form = WhoForm({"who": str(second.pk)}, persons=[first], invited=[second])
    assert [str(label) for _key, label in form.fields["who"].choices] == ["Karen", "Søren", "Somebody else"]
    assert form.is_valid()
    assert form.chosen == second


@pytest.mark.django_db
def test_somebody_else_is_nobody_yet() -> None:
    form = WhoForm({"who": SOMEBODY_ELSE}, persons=[], invited=[])
    assert form.is_valid()
    assert form.chosen is None


@pytest.mark.django_db
class TestOrganisationForm:
    """With the places of today."""

    @pytest.fixture(autouse=True)
    def places(self) -> None:
        commands.load_places(by=SYSTEM)

    def test_municipality_brings_its_county(self) -> None:
        town = Municipality.objects.get(name="Storfjord", valid_until=None)
        form = OrganisationForm({**FIELDS, "municipality": str(town.pk)})
        assert form.is_valid()
        assert (form.cleaned_data["municipality"], form.cleaned_data["county"]) == (town, town.county)

    def test_county_library_needs_no_municipality(self) -> None:
        county = County.objects.get(name="Vestland")
        form = OrganisationForm({**FIELDS, "kind": "regional_library", "county": str(county.pk)})
        assert form.is_valid()
        assert (form.cleaned_data["municipality"], form.cleaned_data["county"]) == (None, county)

    def test_municipality_that_is_gone_cannot_be_chosen(self) -> None:
        gone = Municipality.objects.get(name="Klæbu", number="5030")
        form = OrganisationForm({**FIELDS, "municipality": str(gone.pk)})
        assert form.errors["municipality"] == ["Choose one of those on the list."]

    def test_municipality_that_is_gone_stays_where_it_stands(self) -> None:
        gone = Municipality.objects.get(name="Klæbu", number="5030")
        now = Organisation(name="X", kind="public_library", municipality=gone, county=gone.county)
        assert OrganisationForm({**FIELDS, "municipality": str(gone.pk)}, now=now).is_valid()

    def test_municipalities_stand_under_their_county(self) -> None:
        groups = dict(OrganisationForm().fields["municipality"].choices[1:])  # type: ignore[attr-defined]
        assert "Vestland" in groups
        assert list(groups)[-1].startswith("Region")
        names = [label for _key, label in groups["Vestland"]]
        assert "Alver" in names

    def test_every_kind_is_explained(self) -> None:
        labels = [str(label) for _key, label in OrganisationForm().fields["kind"].choices]  # type: ignore[attr-defined]
        assert all(": " in label for label in labels)

    def test_form_costs_few_queries(self, django_assert_max_num_queries: Any) -> None:
        with django_assert_max_num_queries(2):
            str(OrganisationForm()["municipality"])

    @pytest.mark.parametrize("missing", ["name", "kind", "country", "language"])
    def test_what_is_missing_gets_a_sentence(self, missing: str) -> None:
        form = OrganisationForm({**FIELDS, missing: ""})
        assert form.errors[missing][0].endswith(".")


def test_names_stand_in_the_order_of_their_alphabet() -> None:
    names = ["Ølby", "Aabenraa", "Åmot", "Vejle", "Ærø", "Assens"]
    assert sorted(names, key=_alphabet) == ["Assens", "Vejle", "Ærø", "Ølby", "Aabenraa", "Åmot"]


@pytest.mark.django_db
@pytest.mark.parametrize("kind", list(ROLES_OF_KIND))
def test_invitation_offers_the_roles_of_the_kind(kind: str) -> None:
    form = InviteForm(organisation=Organisation(kind=kind, language="da"))
    assert [key for key, _label in form.fields["role"].choices] == list(ROLES_OF_KIND[kind])  # type: ignore[attr-defined]
    assert form["language"].value() == "da"
    assert not form["role"].value()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ({}, {"words": "", "kind": "", "county": None}),
        ({"words": " lag "}, {"words": "lag", "kind": "", "county": None}),
        ({"kind": "funder"}, {"words": "", "kind": "funder", "county": None}),
        ({"kind": "nonsense", "county": "x"}, {"words": "", "kind": "", "county": None}),
        ({"words": "x" * 200}, {"words": "", "kind": "", "county": None}),
    ],
)
def test_search_asks_for_what_fits(asked: dict[str, str], wanted: dict[str, Any]) -> None:
    assert SearchForm(asked).wanted() == wanted
