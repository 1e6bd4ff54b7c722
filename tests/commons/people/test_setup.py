"""An empty installation, its code, and the house that the first visitor names."""

from __future__ import annotations

import re
from typing import Any

import pytest

from samskaper.commons.people import cli, commands, queries
from samskaper.commons.people.doer import GUEST, SYSTEM
from samskaper.commons.people.middleware import SESSION_KEY, doer_of
from samskaper.commons.people.models import County, Installation, Organisation, Person, Role
from samskaper.commons.people.queries.installation import forget
from samskaper.commons.record.models import Fact
from samskaper.foundation import clock
from samskaper.foundation.refusals import Conflict, Invalid
from tests.cast import FormClient, Somebody

pytestmark = pytest.mark.django_db
SETUP = "/en/setup/"
FIELDS = {
    "library": "Strandfjell fylkesbibliotek",
    "country": "NO",
    "county": "",
    "name": "Kari",
    "email": "Kari@Example.org",
    "language": "nn",
}


@pytest.fixture
def code(db: None) -> str:
    return commands.make_setup_code(by=SYSTEM)


@pytest.fixture
def browser() -> FormClient:
    return FormClient()


def test_code_is_three_groups_of_four_letters(code: str) -> None:
    assert re.fullmatch(r"([BCDFGHJKLMNPQRSTVWXZ]{4}-){2}[BCDFGHJKLMNPQRSTVWXZ]{4}", code)


def test_only_a_digest_of_the_code_is_kept(code: str) -> None:
    assert code not in str(Installation.objects.values().get())


@pytest.mark.parametrize("path", ["/en/", "/nb/me/", "/en/sign-in/", "/en/programmes/"])
def test_every_page_leads_to_the_setup(browser: FormClient, code: str, path: str) -> None:
    assert browser.get(path)["Location"].endswith("/setup/")


@pytest.mark.parametrize("path", ["/livez", "/readyz", SETUP])
def test_machines_and_the_setup_itself_are_not_led_away(browser: FormClient, code: str, path: str) -> None:
    assert browser.get(path).status_code == 200


def test_code_makes_the_house_and_signs_in(browser: FormClient, code: str) -> None:
    county = County.objects.get(name="Vestland")
    answer = browser.post(SETUP, {**FIELDS, "code": code.lower().replace("-", " "), "county": county.pk})
    person = Person.objects.get()
    library = Organisation.objects.get()
    assert answer.status_code == 302
    assert browser.session[SESSION_KEY] == person.pk
    assert (library.name, library.kind, library.county) == ("Strandfjell fylkesbibliotek", "regional_library", county)
    assert {held.role for held in doer_of(person).roles} == {Role.ADVISER, Role.LEADER, Role.EDITOR}
    assert person.account is not None
    assert (person.account.email, person.account.is_staff) == ("kari@example.org", True)
    assert Installation.objects.get().library == library
    assert Fact.objects.filter(key="people.role_given").count() == 3


def test_after_the_setup_pages_are_open_and_the_code_is_worth_nothing(browser: FormClient, code: str) -> None:
    browser.post(SETUP, {**FIELDS, "code": code})
    assert FormClient().get("/en/sign-in/").status_code == 200
    assert FormClient().get(SETUP).status_code == 404
    assert FormClient().post(SETUP, {**FIELDS, "code": code}).status_code == 404
    assert Organisation.objects.count() == 1


def test_wrong_code_gets_a_sentence_and_keeps_what_was_written(browser: FormClient, code: str) -> None:
    answer = browser.post(SETUP, {**FIELDS, "code": "BBBB-BBBB-BBBB"})
    assert answer.status_code == 422
    assert "That is not the code" in answer.content.decode()
    assert "Strandfjell fylkesbibliotek" in answer.content.decode()
    assert not Organisation.objects.exists()


def test_newer_code_replaces_the_older(browser: FormClient, code: str) -> None:
    newer = commands.make_setup_code(by=SYSTEM)
    assert browser.post(SETUP, {**FIELDS, "code": code}).status_code == 422
    assert browser.post(SETUP, {**FIELDS, "code": newer}).status_code == 302


def test_guessing_on_and_on_is_refused(browser: FormClient, code: str) -> None:
    statuses = [browser.post(SETUP, {"code": "BBBB"}).status_code for _ in range(61)]
    assert statuses[:60] == [422] * 60
    assert statuses[60] == 429


def test_installation_without_a_code_is_not_led_to_the_setup(browser: FormClient) -> None:
    assert browser.get("/en/sign-in/").status_code == 200
    assert browser.get(SETUP).status_code == 404


def test_demonstration_needs_no_setup(browser: FormClient) -> None:
    Installation.objects.create(pk=1, demo_loaded=clock.now())
    assert commands.make_setup_code(by=SYSTEM) == ""
    assert browser.get("/en/sign-in/").status_code == 200


def test_second_visitor_comes_too_late(code: str) -> None:
    given: dict[str, Any] = {**FIELDS, "county": None, "code": code, "by": GUEST}
    commands.set_up(**given)
    with pytest.raises(Conflict):
        commands.set_up(**given)


def test_empty_code_never_fits(db: None) -> None:
    Installation.objects.create(pk=1, setup_digest="x")
    with pytest.raises(Invalid):
        commands.set_up(**{**FIELDS, "county": None, "code": "", "by": GUEST})  # type: ignore[arg-type]


def test_command_prints_where_and_what(capsys: pytest.CaptureFixture[str], db: None) -> None:
    cli.code()
    printed = capsys.readouterr().out
    assert "/nb/setup/" in printed
    assert re.search(r"[A-Z]{4}-[A-Z]{4}-[A-Z]{4}", printed)


def test_command_is_silent_when_all_is_set_up(capsys: pytest.CaptureFixture[str], library_a: Organisation) -> None:
    Installation.objects.create(pk=1, library=library_a)
    cli.code()
    assert capsys.readouterr().out == ""


def test_setup_code_brings_the_places(code: str) -> None:
    assert queries.counties_on(clock.today()).count() == 20


@pytest.mark.parametrize("language", ["nb", "nn", "da", "en"])
def test_setup_opens_in_every_language(browser: FormClient, code: str, language: str) -> None:
    assert browser.get(f"/{language}/setup/").status_code == 200


@pytest.mark.django_db(transaction=True)
def test_installation_is_asked_once_in_ten_seconds(django_assert_num_queries: Any) -> None:
    forget()
    with django_assert_num_queries(1):
        for _page in range(5):
            queries.installation()
    library = Organisation.objects.create(kind="regional_library", name="Nytt navn")
    Installation.objects.create(pk=1, library=library)
    assert str(queries.installation()) == "Nytt navn"
    forget()


def test_name_of_the_house_stands_on_the_page(staff_a: Somebody, library_a: Organisation) -> None:
    Installation.objects.create(pk=1, library=library_a)
    assert library_a.name in staff_a.client.get("/en/me/").content.decode()


def test_wrong_code_is_told_together_with_the_other_mistakes(browser: FormClient, code: str) -> None:
    body = browser.post(SETUP, FIELDS | {"code": "BBBB-BBBB-BBBB", "name": ""}).content.decode()

    assert "That is not the code." in body
    assert "Write your name" in body


@pytest.mark.parametrize(("language", "first"), [("nb", "Norge"), ("da", "Danmark")])
def test_regions_stand_under_their_country_with_the_chosen_one_first(browser: FormClient, code: str, language: str, first: str) -> None:
    body = browser.get(SETUP.replace("en", language)).content.decode()

    assert re.findall(r'<optgroup label="(\w+)"', body)[0] == first


def test_region_of_the_other_country_is_named(browser: FormClient, code: str) -> None:
    danish = County.objects.filter(country="DK").first()
    assert danish is not None

    body = browser.post(SETUP, FIELDS | {"code": code, "county": str(danish.pk)}).content.decode()

    assert f"{danish.name} is not in the country that you chose" in body
