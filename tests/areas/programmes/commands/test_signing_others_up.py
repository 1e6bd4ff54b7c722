"""An adviser signs up somebody who called: the leader is asked as always, and the participant is told."""

from __future__ import annotations

import datetime as dt

import pytest

from samskaper.areas.programmes.commands import enrolment as commands
from samskaper.areas.programmes.commands.enrolment import Caller, Leader
from samskaper.areas.programmes.events import SignedUp
from samskaper.areas.programmes.models import Consent, Enrolment, EnrolmentState, Programme
from samskaper.areas.programmes.rules.enrolment import may_sign_up_others
from samskaper.commons.mail.models import Letter
from samskaper.commons.people.commands import claim_person, open_account
from samskaper.commons.people.doer import SYSTEM
from samskaper.commons.people.models import Organisation, Person
from samskaper.commons.record.models import Fact
from samskaper.foundation import clock
from samskaper.foundation.refusals import Conflict, Invalid, Refusal
from tests.cast import Somebody

CALLER = Caller("Berit Berg", "berit@example.org", "nn")
LEADER = Leader("leader@example.org", "Leder")


def sign_up(programme: Programme, town: Organisation, adviser: Somebody, **changes: object) -> Enrolment:
    given = {"caller": CALLER, "library": town, "leader": LEADER, "by": adviser.doer} | changes
    return commands.sign_up_for(programme=programme, **given)  # type: ignore[arg-type]


def letter(template: str) -> Letter:
    return Letter.objects.get(template__endswith=f"/{template}.txt")


def test_a_caller_gets_a_seat_and_a_letter_that_says_who_did_it(course: Programme, town_a: Organisation, adviser_a: Somebody) -> None:
    place = sign_up(course, town_a, adviser_a)

    assert place.state == EnrolmentState.ENROLLED
    assert letter("seat").email == "berit@example.org"
    assert letter("seat").language == "nn"
    assert "Strandfjell fylkesbibliotek" in letter("seat").text and course.title in letter("seat").text
    assert Fact.objects.get(key=SignedUp.key).doer_id == adviser_a.person.pk


def test_the_leader_is_asked_all_the_same(with_consent: Programme, town_a: Organisation, adviser_a: Somebody) -> None:
    place = sign_up(with_consent, town_a, adviser_a)

    assert place.state == EnrolmentState.HELD
    assert letter("consent").email == "leader@example.org"
    assert "Strandfjell fylkesbibliotek" in letter("held").text
    assert Consent.objects.get().deadline is not None


def test_nobody_is_signed_up_without_a_leader_to_ask(with_consent: Programme, town_a: Organisation, adviser_a: Somebody) -> None:
    with pytest.raises(Invalid):
        sign_up(with_consent, town_a, adviser_a, leader=None)

    assert not Enrolment.objects.exists()


def test_whoever_leads_her_library_needs_nobody(with_consent: Programme, town_a: Organisation, leader_a: Somebody, adviser_a: Somebody) -> None:
    place = sign_up(with_consent, town_a, adviser_a, caller=Caller("Leader A", "leader.a@example.org", "nb"), leader=None)

    assert place.person == leader_a.person
    assert place.state == EnrolmentState.ENROLLED
    assert not Consent.objects.exists()


def test_somebody_whom_we_know_gets_no_second_self(course: Programme, town_a: Organisation, staff_a: Somebody, adviser_a: Somebody) -> None:
    place = sign_up(course, town_a, adviser_a, caller=Caller("Staff A", "STAFF.A@example.org".lower(), "nb"))

    assert place.person == staff_a.person
    assert staff_a.client.get(f"/nb/programmes/{course.pk}/mine/").status_code == 200


def test_a_newcomer_finds_her_place_when_she_signs_in(course: Programme, town_a: Organisation, adviser_a: Somebody) -> None:
    place = sign_up(course, town_a, adviser_a)
    account = open_account(email="berit@example.org", by=SYSTEM)

    claim_person(account=account, person=Person.objects.get(pk=place.person_id), by=SYSTEM)  # type: ignore[arg-type]

    assert account is not None and account.persons.get() == place.person


def test_signing_the_same_one_up_twice_changes_nothing(course: Programme, town_a: Organisation, adviser_a: Somebody) -> None:
    first = sign_up(course, town_a, adviser_a)

    assert sign_up(course, town_a, adviser_a).pk == first.pk
    assert Letter.objects.filter(template__endswith="/seat.txt").count() == 1


def test_she_waits_in_line_when_it_is_full(one_seat: Programme, town_a: Organisation, adviser_a: Somebody) -> None:
    sign_up(one_seat, town_a, adviser_a, caller=Caller("First", "first@example.org", "nb"))

    place = sign_up(one_seat, town_a, adviser_a)

    assert place.state == EnrolmentState.WAITING
    assert "Strandfjell fylkesbibliotek" in letter("waiting").text


@pytest.mark.parametrize("state", ["draft", "closed"])
def test_not_before_it_is_out_and_not_when_it_is_over(state: str, course: Programme, town_a: Organisation, adviser_a: Somebody) -> None:
    Programme.objects.filter(pk=course.pk).update(state=state)

    with pytest.raises(Conflict):
        sign_up(course, town_a, adviser_a)


def test_an_exception_is_made_after_the_last_day(course: Programme, town_a: Organisation, adviser_a: Somebody) -> None:
    Programme.objects.filter(pk=course.pk).update(enrol_until=clock.today() - dt.timedelta(days=1), state="running")

    assert sign_up(course, town_a, adviser_a).state == EnrolmentState.ENROLLED


def test_an_exception_lets_in_nobody_who_waits_once_it_has_begun(
    one_seat: Programme, town_a: Organisation, adviser_a: Somebody, staff_a: Somebody
) -> None:
    sign_up(one_seat, town_a, adviser_a, caller=Caller("First", "first@example.org", "nb"))
    waits = commands.sign_up(programme=one_seat, library=town_a, leader=None, by=staff_a.doer)
    begun = one_seat.gatherings.filter(kind="gathering").earliest("starts").starts
    with clock.at(begun + dt.timedelta(hours=1)):
        commands.leave(enrolment=Enrolment.objects.get(person__name="First"), by=adviser_a.doer)

        place = sign_up(one_seat, town_a, adviser_a)

    waits.refresh_from_db()
    assert (place.state, waits.state) == (EnrolmentState.ENROLLED, EnrolmentState.WAITING)


def test_her_own_later_sign_up_is_her_own(course: Programme, town_a: Organisation, adviser_a: Somebody, staff_a: Somebody) -> None:
    place = sign_up(course, town_a, adviser_a, caller=Caller("Staff A", "staff.a@example.org", "nb"))
    commands.leave(enrolment=place, by=adviser_a.doer)

    again = commands.sign_up(programme=course, library=town_a, leader=None, by=staff_a.doer)

    assert not again.on_behalf
    assert letter("left").email == "staff.a@example.org"


@pytest.mark.parametrize(("name", "may"), [("adviser_a", True), ("leader_a", False), ("staff_a", False), ("adviser_b", False), ("guest", False)])
def test_those_who_run_it_sign_others_up(
    name: str, may: bool, course: Programme, town_a: Organisation, request: pytest.FixtureRequest
) -> None:
    somebody = request.getfixturevalue(name)

    assert may_sign_up_others(somebody.doer, course) is may
    if not may:
        with pytest.raises(Refusal):
            sign_up(course, town_a, somebody)


# -- the page ---------------------------------------------------------------------------------------------------------
FILLED = {"name": "Berit Berg", "email": "berit@example.org", "language": "nb", "leader_name": "", "leader_email": "", "needs": "Stairs"}


def post(programme: Programme, town: Organisation, adviser: Somebody, **changes: str) -> object:
    return adviser.client.post(f"/en/programmes/{programme.pk}/people/new/", {**FILLED, "library": str(town.pk), **changes})


def test_the_page_asks_the_only_leader_whom_we_know(
    with_consent: Programme, town_a: Organisation, leader_a: Somebody, adviser_a: Somebody, in_english: None
) -> None:
    answer = post(with_consent, town_a, adviser_a)

    assert answer.status_code == 302  # type: ignore[attr-defined]
    assert Consent.objects.get().leader_email == "leader.a@example.org"
    page = adviser_a.client.get(f"/en/programmes/{with_consent.pk}/people/").content.decode()
    assert "Berit Berg" in page and "Stairs" in page and "leader.a@example.org" not in page


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"name": "\u200b"}, ""),
        ({"email": "nowhere"}, ""),
        ({"library": "0"}, "Choose one of the libraries on the list."),
        ({}, "We know no such leader at this library."),
        ({"leader_name": "Nobody"}, "We know no such leader at this library."),
    ],
)
def test_the_page_says_what_is_missing(
    changes: dict[str, str], sentence: str, with_consent: Programme, town_a: Organisation, adviser_a: Somebody, in_english: None
) -> None:
    answer = post(with_consent, town_a, adviser_a, **changes)

    assert answer.status_code == 422  # type: ignore[attr-defined]
    assert sentence in answer.content.decode()  # type: ignore[attr-defined]
    assert not Enrolment.objects.exists()


def test_an_empty_page_is_not_taken_for_a_look(course: Programme, adviser_a: Somebody) -> None:
    answer = adviser_a.client.generic("POST", f"/en/programmes/{course.pk}/people/new/", headers={"Idempotency-Key": "k" * 20})

    assert answer.status_code == 422
