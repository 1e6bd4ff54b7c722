"""My page: who I am, what is kept about me, and the way out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

from samskaper.commons.people import commands, queries
from samskaper.commons.people.models import Account, EmailedLink, Membership, Person
from samskaper.commons.people.register import PersonalData, address_of, onward, personal_data
from samskaper.commons.record.models import Fact
from samskaper.foundation.refusals import Gone, Refusal
from tests.cast import Somebody

pytestmark = pytest.mark.django_db


@pytest.fixture
def thoughts(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """An area that keeps thoughts, and keeps their number when somebody is erased."""
    erased: list[int] = []

    def erase(person: int) -> str:
        erased.append(person)
        return "The number of thoughts was kept, because the report counts them."

    monkeypatch.setattr(personal_data, "_entries", dict(personal_data._entries))
    personal_data.add(
        "test.thoughts",
        PersonalData(
            "test.thoughts",
            what="Thoughts",
            why="so that you find them again",
            until="for a year",
            export=lambda person: [{"Thought": "<b>one</b>", "Shared": False, "Days": [1, 2]}],
            erase=erase,
            stays="Their number.",
        ),
    )
    yield erased


def test_page_shows_roles_in_words(staff_a: Somebody) -> None:
    page = staff_a.client.get("/en/me/").content.decode()
    assert "Tverrdal bibliotek" in page
    assert "Signs up, takes part, carries out actions and reflects." in page


def test_name_and_language_are_changed(staff_a: Somebody) -> None:
    assert staff_a.person
    answer = staff_a.client.post("/en/me/", {"name": "Sara", "language": "nn", "version": "1"})
    staff_a.person.refresh_from_db()
    assert answer.status_code == 302
    assert (staff_a.person.name, staff_a.person.language, staff_a.person.version) == ("Sara", "nn", 2)
    assert Fact.objects.filter(key="people.person_changed").count() == 1


def test_two_windows_show_both_texts(staff_a: Somebody) -> None:
    staff_a.client.post("/en/me/", {"name": "Sara", "language": "nn", "version": "1"})
    answer = staff_a.client.post("/en/me/", {"name": "Siri", "language": "nn", "version": "1"})
    assert answer.status_code == 409
    assert "Siri" in answer.content.decode() and "Sara" in answer.content.decode()


@pytest.mark.parametrize("fields", [{"name": ""}, {"name": "x" * 10_000}, {"name": "Sara", "language": "xx"}])
def test_what_does_not_fit_gets_a_sentence(staff_a: Somebody, fields: dict[str, str]) -> None:
    assert staff_a.client.post("/en/me/", {"language": "nb", "version": "1", **fields}).status_code == 422


@pytest.mark.parametrize("path", ["", "data/", "data.json", "erase/"])
def test_guest_is_led_in_and_back(guest: Somebody, path: str) -> None:
    assert guest.client.get(f"/en/me/{path}")["Location"] == f"/en/sign-in/?next=/en/me/{path}"


def test_page_says_what_is_kept_why_and_how_long(staff_a: Somebody, thoughts: list[int]) -> None:
    page = staff_a.client.get("/en/me/").content.decode()
    assert "Thoughts" in page and "So that you find them again" in page and "For a year" in page


def test_data_page_shows_every_record_safely(staff_a: Somebody, thoughts: list[int]) -> None:
    page = staff_a.client.get("/en/me/data/").content.decode()
    assert "&lt;b&gt;one&lt;/b&gt;" in page
    assert "staff.a@example.org" in page


def test_data_file_is_json_in_words(staff_a: Somebody, thoughts: list[int]) -> None:
    answer = staff_a.client.get("/en/me/data.json")
    found = json.loads(answer.content)
    assert answer["Content-Disposition"].startswith("attachment")
    assert found["Name, address and language"]["Name"] == "Staff A"
    assert found["Thoughts"] == [{"Thought": "<b>one</b>", "Shared": False, "Days": [1, 2]}]


def test_data_of_others_is_not_in_it(staff_a: Somebody, adviser_b: Somebody) -> None:
    assert "Adviser B" not in staff_a.client.get("/en/me/data.json").content.decode()


def test_erasing_takes_a_press(staff_a: Somebody, thoughts: list[int]) -> None:
    page = staff_a.client.get("/en/me/erase/").content.decode()
    assert "Their number." in page
    assert not thoughts
    assert Person.objects.filter(name="Staff A").exists()


def test_erased_person_is_told_what_was_kept_and_why(staff_a: Somebody, thoughts: list[int]) -> None:
    page = staff_a.client.post("/en/me/erase/").content.decode()
    assert "because the report counts them" in page
    assert "Staff A" not in page
    assert thoughts == [staff_a.person.pk]  # type: ignore[union-attr]


def test_erased_person_leaves_no_name_address_role_or_way_in(staff_a: Somebody) -> None:
    assert staff_a.person
    EmailedLink.objects.create(digest="x", purpose="y", subject="z:1", person=staff_a.person)
    staff_a.client.post("/en/me/erase/")
    left = Person.objects.get(pk=staff_a.person.pk)
    assert (left.email, left.account_id) == ("", None)
    assert "Staff" not in left.name
    assert not Membership.objects.filter(person=left).exists()
    assert not EmailedLink.objects.exists()
    assert not Account.objects.filter(email="staff.a@example.org").exists()
    assert staff_a.client.get("/en/me/").status_code == 302


def test_colleague_on_the_same_address_stays(staff_a: Somebody) -> None:
    assert staff_a.person
    colleague = Person.objects.create(account=staff_a.person.account, name="Colleague", email=staff_a.person.email)
    staff_a.client.post("/en/me/erase/")
    colleague.refresh_from_db()
    assert colleague.account is not None


def test_erasing_is_a_fact_without_a_name(staff_a: Somebody, thoughts: list[int]) -> None:
    staff_a.client.post("/en/me/erase/")
    fact = Fact.objects.get(key="people.person_erased")
    assert "Thoughts" in fact.data["kept"]


def test_erasing_twice_is_refused(staff_a: Somebody) -> None:
    assert staff_a.person
    doer = staff_a.doer
    commands.erase_person(person=staff_a.person, by=doer)
    with pytest.raises(Gone):
        commands.erase_person(person=staff_a.person, by=doer)


def test_an_area_that_cannot_erase_leaves_all_as_it_was(staff_a: Somebody, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(person: int) -> str:
        raise Refusal("Hand over your project first.")

    monkeypatch.setattr(personal_data, "_entries", dict(personal_data._entries))
    personal_data.add("test.fails", PersonalData("test.fails", "X", "y", "z", lambda person: [], fail))
    assert staff_a.client.post("/en/me/erase/").status_code == 403
    assert Person.objects.filter(name="Staff A", erased__isnull=True).exists()


def test_everything_registered_can_be_exported_and_has_words(staff_a: Somebody) -> None:
    assert len(personal_data) >= 2
    for entry in personal_data:
        assert str(entry.what) and str(entry.why) and str(entry.until)
    assert set(queries.my_data(visible_to=staff_a.doer)) == {str(entry.what) for entry in personal_data}


def test_place_above_is_found_by_its_registered_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(onward, "_entries", {"desk": "people:me"})
    assert address_of("desk").endswith("/me/")
    assert address_of("nowhere", "/x/") == "/x/"


@pytest.mark.parametrize("path", ["", "data/", "erase/"])
@pytest.mark.parametrize("language", ["nb", "nn", "da", "en"])
def test_every_page_opens_in_every_language(staff_a: Somebody, language: str, path: str) -> None:
    assert staff_a.client.get(f"/{language}/me/{path}").status_code == 200


def test_my_page_costs_the_same_with_one_role_and_with_five(
    adviser_a: Somebody, library_a: Any, django_assert_max_num_queries: Any
) -> None:
    assert adviser_a.person
    for role in ("leader", "staff", "editor", "planner"):
        Membership.objects.create(person=adviser_a.person, organisation=library_a, role=role)
    browser = adviser_a.client
    with django_assert_max_num_queries(9):
        browser.get("/en/me/")


def test_what_somebody_did_is_exported_in_words_and_stays_without_a_name(staff_a: Somebody) -> None:
    assert staff_a.person
    staff_a.client.post("/en/me/", {"name": "Sara", "language": "nb", "version": "1"})
    assert "Changed name or language" in staff_a.client.get("/en/me/data/").content.decode()
    page = staff_a.client.post("/en/me/erase/").content.decode()
    assert "kept without your name" in page
    assert Fact.objects.get(key="people.person_changed").doer_id is None


def test_name_goes_last_so_that_areas_know_whom_they_erase(staff_a: Somebody, monkeypatch: pytest.MonkeyPatch) -> None:
    assert staff_a.person
    seen: list[str] = []

    def look(person: int) -> str:
        seen.append(Person.objects.get(pk=person).email)
        return ""

    monkeypatch.setattr(personal_data, "_entries", dict(personal_data._entries))
    personal_data.add("test.looks", PersonalData("test.looks", "X", "y", "z", lambda person: [], look))
    commands.erase_person(person=staff_a.person, by=staff_a.doer)
    assert seen == ["staff.a@example.org"]


def test_days_and_times_kept_as_text_are_shown_as_days_and_times() -> None:
    read = import_module("samskaper.commons.people.queries.data")._records
    rows = read([{"when": "2026-11-05", "at": "2022-02-15T10:00:00.077325+00:00", "words": "2026-99-99"}])

    assert rows == [[("when", "5. november 2026"), ("at", "15. februar 2022 kl. 11.00"), ("words", "2026-99-99")]]
