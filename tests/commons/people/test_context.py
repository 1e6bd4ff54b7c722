"""What every page knows, and where it leads who is not signed in."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import resolve
from django.utils import translation

from samskaper.commons.people import words
from samskaper.commons.people.context import referring_page, sign_in_address, site
from samskaper.commons.people.doer import GUEST
from samskaper.commons.people.models import Installation, Organisation, OrganisationKind
from samskaper.foundation import clock
from tests.cast import Somebody


@pytest.fixture
def page(rf: Any) -> Any:
    """Return a request for a page, as the context processors get it."""

    def make(path: str, method: str = "get", **headers: Any) -> Any:
        request = getattr(rf, method)(path, **headers)
        request.session = {}
        request.doer = GUEST
        request.resolver_match = resolve(path.partition("?")[0])
        return request

    with translation.override("en"):
        yield make


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/en/me/?a=b", "/en/sign-in/?next=%2Fen%2Fme%2F%3Fa%3Db"),
        ("/en/sign-in/", "/en/sign-in/"),
        ("/en/sign-in/code/", "/en/sign-in/"),
        ("/en/sign-out/", "/en/sign-in/"),
        ("/en/signed-out/", "/en/sign-in/"),
    ],
)
def test_sign_in_leads_back_to_the_page(page: Any, path: str, place: str) -> None:
    assert sign_in_address(page(path)) == place


@pytest.mark.parametrize(
    ("referer", "back"),
    [
        ("http://testserver/en/me/?x=1", "/en/me/?x=1"),
        ("http://testserver/en/me/#top", "/en/me/"),
        ("https://evil.example/en/me/", ""),
        ("//evil.example/", ""),
        ("", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_form_leads_back_to_the_page_that_it_was_on(page: Any, referer: str, back: str) -> None:
    assert referring_page(page("/en/me/", "post", HTTP_REFERER=referer)) == back


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "name"), [("nb", "Samskaper"), ("nn", "Samskaper"), ("en", "Samskaper"), ("da", "Samskaber")]
)
def test_product_has_its_name_in_every_language(page: Any, language: str, name: str) -> None:
    with translation.override(language):
        assert site(page(f"/{language}/me/"))["site_name"] == name


@pytest.mark.django_db
def test_language_links_keep_the_page(page: Any) -> None:
    found = {one["code"]: one["href"] for one in site(page("/en/me/?a=b"))["languages"]}
    assert found == {code: f"/{code}/me/?a=b" for code in ("nb", "nn", "da", "en")}


@pytest.mark.django_db
def test_demonstration_is_marked(page: Any) -> None:
    assert site(page("/en/me/"))["demo"] is False
    Installation.objects.create(pk=1, demo_loaded=clock.now())
    assert site(page("/en/me/"))["demo"] is True


@pytest.mark.django_db
def test_guest_has_no_name_and_no_shared_machine(page: Any) -> None:
    request = page("/en/me/")
    request.session = {"shared_machine": True}
    found = site(request)
    assert (found["person"], found["shared_machine"]) == (None, False)


@pytest.mark.django_db
def test_person_has_a_name(page: Any, staff_a: Somebody) -> None:
    request = page("/en/me/")
    request.doer = staff_a.doer
    assert site(request)["person"] == "Staff A"


@pytest.mark.parametrize(
    ("kind", "country", "language", "word"),
    [
        ("regional_library", "NO", "nb", "Fylkesbibliotek"),
        ("regional_library", "NO", "nn", "Fylkesbibliotek"),
        ("regional_library", "DK", "da", "Centralbibliotek"),
        ("regional_library", "DK", "nb", "Centralbibliotek"),
        ("public_library", "DK", "da", "Folkebibliotek"),
        ("school_library", "NO", "nn", "Skulebibliotek"),
        ("municipality", "NO", "nb", "Kommune"),
        ("association", "NO", "nb", "Lag eller forening"),
        ("association", "DK", "da", "Forening"),
        ("regional_library", "NO", "en", "County library"),
        ("regional_library", "DK", "en", "Central library"),
    ],
)
def test_kinds_have_the_word_of_their_country(kind: str, country: str, language: str, word: str) -> None:
    with translation.override(language):
        assert Organisation(kind=kind, country=country).kind_word == word


@pytest.mark.parametrize(
    ("country", "language", "county"),
    [("NO", "nb", "Fylke"), ("DK", "da", "Region"), ("NO", "en", "County"), ("DK", "en", "Region")],
)
def test_counties_have_the_word_of_their_country(country: str, language: str, county: str) -> None:
    with translation.override(language):
        assert words.county_word(country) == county
        assert words.municipality_word(country)
        assert words.number_word(country)


@pytest.mark.parametrize("kind", OrganisationKind.values)
@pytest.mark.parametrize("country", ["NO", "DK"])
def test_every_kind_has_a_word_and_a_note(kind: str, country: str) -> None:
    assert Organisation(kind=kind, country=country).kind_word
    assert str(words.KIND_NOTES[kind]).endswith(".")
