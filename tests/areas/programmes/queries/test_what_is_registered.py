"""Cards, desk, calendar, personal data and fixed numbers of queries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samskaper.areas.programmes.commands import personal
from samskaper.areas.programmes.commands.enrolment import Leader, answer_consent, sign_up
from samskaper.areas.programmes.commands.publish import Guest, invite, send_programme
from samskaper.areas.programmes.models import ActionReport, Attendance, Consent, Enrolment, Invitation, Programme
from samskaper.areas.programmes.queries.dates import entries_for, entries_of
from samskaper.areas.programmes.queries.desk import arranging
from samskaper.areas.programmes.queries.personal import export
from samskaper.commons.calendar.register import ALL, EVER
from samskaper.commons.people.models import Organisation, Person
from samskaper.commons.people.register import personal_data
from samskaper.foundation import clock
from samskaper.foundation.kinds import cards_of
from samskaper.foundation.refs import Ref
from samskaper.foundation.schedule import rounds
from samskaper.foundation.steps import steps_from
from tests.areas.programmes.arranging import make_course
from tests.cast import Somebody, make_person

KINDS = ["programme", "gathering", "enrolment", "actionreport", "invitation"]


@pytest.fixture
def refs(course: Programme, staff_a: Somebody) -> list[Ref]:
    """One record of each kind, of library A."""
    place = sign_up(programme=course, library=None, leader=None, by=staff_a.doer)
    report = ActionReport.objects.create(action=course.actions.all()[0], enrolment=place, reflection="delt", thoughts="kanarifugl")
    invitation = Invitation.objects.create(programme=course, email="x@example.no", source="lista")
    return [Ref.to(item) for item in (course, course.gatherings.all()[0], place, report, invitation)]


@pytest.mark.parametrize(
    ("who", "seen"),
    [
        ("adviser_a", {"programme", "gathering", "enrolment", "actionreport", "invitation"}),
        ("staff_a", {"programme", "gathering", "enrolment", "actionreport"}),
        ("colleague_a", {"programme", "gathering"}), ("leader_a", {"programme", "gathering"}),
        ("adviser_b", {"programme", "gathering"}), ("guest", {"programme", "gathering"}),
    ],
)
def test_who_sees_which_card(who: str, seen: set[str], refs: list[Ref], request: pytest.FixtureRequest) -> None:
    found = cards_of(refs, visible_to=request.getfixturevalue(who).doer)
    assert {ref.kind.split(".")[1] for ref in found} == seen
    assert "kanarifugl" not in str(found)


def test_a_draft_has_no_card_for_strangers(refs: list[Ref], adviser_a: Somebody, adviser_b: Somebody) -> None:
    Programme.objects.update(state="draft")
    assert not cards_of(refs, visible_to=adviser_b.doer)
    assert len(cards_of(refs, visible_to=adviser_a.doer)) == 5


def test_a_project_offers_advisers_a_course_series(adviser_a: Somebody, staff_a: Somebody) -> None:
    project = Ref("projects.project", 3)
    assert any("from=projects.project:3" in address for _words, address in steps_from(project, visible_to=adviser_a.doer))
    assert not [1 for _words, address in steps_from(project, visible_to=staff_a.doer) if "programmes" in address]


def test_rounds_stand_being_repeated(course: Programme) -> None:
    for entry in rounds:
        if entry.name.startswith("programmes."):
            assert entry.work() == entry.work() == 0


def test_the_desk_of_each(
    with_consent: Programme, adviser_a: Somebody, staff_a: Somebody, leader_a: Somebody, colleague_a: Somebody, town_a: Organisation
) -> None:
    sign_up(programme=with_consent, library=town_a, leader=Leader("x@example.org"), by=staff_a.doer)
    sign_up(programme=with_consent, library=town_a, leader=Leader("x@example.org"), by=colleague_a.doer)
    assert [item.kind for item in arranging(leader_a.doer)] == ["do"]
    assert [item.kind for item in arranging(staff_a.doer)] == ["going"]
    assert "1" in next(item.note for item in arranging(adviser_a.doer) if item.kind == "going")


def test_a_draft_stands_on_the_advisers_desk_only(course: Programme, adviser_a: Somebody, staff_a: Somebody, adviser_b: Somebody) -> None:
    Programme.objects.update(state="draft")
    assert [item.kind for item in arranging(adviser_a.doer)] == ["do"]
    assert not list(arranging(staff_a.doer))
    assert [item.kind for item in arranging(adviser_b.doer)] == ["first"]


def test_an_invitation_stands_on_the_desk_until_one_signs_up(course: Programme, adviser_a: Somebody, staff_a: Somebody) -> None:
    invite(programme=course, guests=[Guest("staff.a@example.org", "Staff A")], source="lista", by=adviser_a.doer)
    assert not list(arranging(staff_a.doer)), "not before it is sent"
    send_programme(programme=course, by=adviser_a.doer)
    assert [item.kind for item in arranging(staff_a.doer)] == ["do"]
    sign_up(programme=course, library=None, leader=None, by=staff_a.doer)
    assert not list(arranging(staff_a.doer))


def test_dates_stand_in_the_calendar_of_those_with_a_seat(course: Programme, staff_a: Somebody, colleague_a: Somebody) -> None:
    place = sign_up(programme=course, library=None, leader=None, by=staff_a.doer)
    assert staff_a.person and colleague_a.person
    assert len(list(entries_for(staff_a.person.pk, EVER, ALL))) == 5
    assert not list(entries_for(colleague_a.person.pk, EVER, ALL))
    Enrolment.objects.filter(pk=place.pk).update(state="held")
    assert not list(entries_for(staff_a.person.pk, EVER, ALL))


def test_an_adviser_has_every_date_also_that_of_the_associations(course: Programme, adviser_a: Somebody) -> None:
    assert adviser_a.person
    assert len(list(entries_for(adviser_a.person.pk, EVER, ALL))) == 6


def test_a_cancelled_date_stays_as_cancelled(course: Programme) -> None:
    course.gatherings.filter(number=1).update(state="cancelled", sequence=1)
    first = entries_of(course, with_link=False)[0]
    assert (first.cancelled, first.sequence) == (True, 1)


@pytest.fixture
def known(with_consent: Programme, staff_a: Somebody, town_a: Organisation) -> Person:
    """Staff A with everything that the programmes can know about somebody."""
    place = sign_up(programme=with_consent, library=town_a, leader=Leader("leder@example.org"), needs="Tegnspråk", by=staff_a.doer)
    ActionReport.objects.create(action=with_consent.actions.all()[0], enrolment=place, reflection="delt tekst", thoughts="egen tekst")
    Invitation.objects.create(programme=with_consent, email="staff.a@example.org", name="Staff A", source="lista")
    assert staff_a.person
    return staff_a.person


def test_the_export_holds_everything(known: Person) -> None:
    text = str(export(known.pk))
    for word in ("Tegnspråk", "delt tekst", "egen tekst", "leder@example.org", "lista", "Samskaping i praksis"):
        assert word in text


def test_the_export_holds_nothing_of_others(known: Person, colleague_a: Somebody) -> None:
    assert colleague_a.person
    assert export(colleague_a.person.pk) == []


def test_erasing_takes_the_words_and_gives_the_seat_on(known: Person, with_consent: Programme, colleague_a: Somebody, town_a: Organisation) -> None:
    second = sign_up(programme=with_consent, library=town_a, leader=Leader("leder@example.org"), by=colleague_a.doer)
    personal.erase(known.pk)
    text = str(export(known.pk))
    for word in ("Tegnspråk", "delt tekst", "egen tekst", "leder@example.org", "lista"):
        assert word not in text
    second.refresh_from_db()
    assert second.state == "held"


def test_erasing_says_what_stays_and_why(course: Programme, staff_a: Somebody) -> None:
    place = sign_up(programme=course, library=None, leader=None, by=staff_a.doer)
    assert staff_a.person
    assert personal.erase(staff_a.person.pk) == ""
    Attendance.objects.create(gathering=course.gatherings.all()[0], enrolment=place, state="present", how="list")
    assert "tall" in personal.erase(staff_a.person.pk)


def test_erasing_a_leader_takes_the_name_and_the_words(with_consent: Programme, staff_a: Somebody, leader_a: Somebody, town_a: Organisation) -> None:
    sign_up(programme=with_consent, library=town_a, leader=Leader("leader.a@example.org", "Leader A"), by=staff_a.doer)
    answer_consent(consent=Consent.objects.get(), yes=True, words="Fint", by=leader_a.doer)
    assert leader_a.person
    assert "Fint" in str(export(leader_a.person.pk))
    personal.erase(leader_a.person.pk)
    consent = Consent.objects.get()
    assert (consent.leader_name, consent.words, consent.state) == ("", "", "yes")


def test_what_is_over_is_forgotten(known: Person, with_consent: Programme) -> None:
    assert personal.forget_invitations(365) == personal.forget_consents(365) == 0
    with clock.at(with_consent.gatherings.order_by("-ends")[0].ends + dt.timedelta(days=366)):
        assert personal.forget_invitations(365) == 1
        assert personal.forget_consents(365) == 1
    assert Enrolment.objects.get().needs == ""


def test_the_programmes_are_on_my_page() -> None:
    assert personal_data.get("programmes")


def fill(course: Programme, start: int, number: int, library: Organisation) -> None:
    """Sign this many people up, and invite as many."""
    for n in range(start, start + number):
        somebody = make_person(f"Person {n}", (library, "staff"))
        sign_up(programme=course, library=library, leader=Leader(f"leder{n}@example.org"), by=somebody.doer)
        Invitation.objects.create(programme=course, email=f"p{n}@example.no", name=f"P {n}", source="lista")


@pytest.mark.parametrize("name", ["index", "people", "invitations", "publish", "setup", "programme"])
def test_lists_ask_as_often_for_thirty_as_for_one(name: str, adviser_a: Somebody, library_a: Organisation, town_a: Organisation) -> None:
    course = make_course(adviser_a, library_a, seats=15, consent=True)
    path = reverse(f"programmes:{name}", args=[] if name == "index" else [course.pk])
    fill(course, 0, 1, town_a)
    few = asked(lambda: adviser_a.client.get(path))
    fill(course, 1, 29, town_a)
    for _ in range(3):
        make_course(adviser_a, library_a)
    assert asked(lambda: adviser_a.client.get(path)) == few


def test_the_desk_asks_as_often_for_thirty_as_for_one(adviser_a: Somebody, library_a: Organisation) -> None:
    make_course(adviser_a, library_a)
    few = asked(lambda: list(arranging(adviser_a.doer)))
    for _ in range(5):
        make_course(adviser_a, library_a)
    assert asked(lambda: list(arranging(adviser_a.doer))) == few


def asked(work: Callable[[], object]) -> int:
    """Return how many questions it asked the database, after it has warmed up."""
    work()
    with CaptureQueriesContext(connection) as queries:
        work()
    return len(queries)
