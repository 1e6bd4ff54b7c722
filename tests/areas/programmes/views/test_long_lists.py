"""Long lists: the rest is here with one press, one looks for a name, and takes the list along."""

from __future__ import annotations

import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from samskaper.areas.programmes.commands.gatherings import Mark, record_attendance
from samskaper.areas.programmes.exports import people_csv, people_xlsx
from samskaper.areas.programmes.models import Attendance, CompletionRule, Consent, Enrolment
from samskaper.commons.people.models import Person
from samskaper.foundation import clock
from tests.areas.programmes.running import Series
from tests.cast import Somebody


def roll(series: Series) -> str:
    return reverse("programmes:attendance", args=[series.second.pk]).replace("/nb/", "/en/")


def people(series: Series, name: str = "people") -> str:
    return reverse(f"programmes:{name}", args=[series.programme.pk]).replace("/nb/", "/en/")


def marks() -> dict[int, str]:
    return dict(Attendance.objects.values_list("enrolment_id", "state"))


def test_the_rest_is_here_with_one_press(series: Series, adviser_a: Somebody) -> None:
    one, two, three = series.enrol_many(3)
    record_attendance(gathering=series.second, marks={one.pk: Mark("", "excused")}, by=adviser_a.doer)
    sent = {f"was-{one.pk}": "excused", f"mark-{one.pk}": "excused", f"was-{two.pk}": "", f"mark-{two.pk}": "absent", f"was-{three.pk}": ""}

    adviser_a.client.post(roll(series), {**sent, "rest": "present"})

    assert marks() == {one.pk: "excused", two.pk: "absent", three.pk: "present"}


def test_a_mark_that_was_taken_away_is_not_the_rest(series: Series, place: Enrolment, adviser_a: Somebody) -> None:
    record_attendance(gathering=series.second, marks={place.pk: Mark("", "absent")}, by=adviser_a.doer)

    adviser_a.client.post(roll(series), {f"was-{place.pk}": "absent", f"mark-{place.pk}": "", "rest": "present"})

    assert marks() == {}


def test_saving_alone_marks_nobody(series: Series, place: Enrolment, adviser_a: Somebody) -> None:
    adviser_a.client.post(roll(series), {f"was-{place.pk}": ""})

    assert marks() == {}


def test_a_colleagues_mark_stands_when_the_rest_is_here(series: Series, place: Enrolment, adviser_a: Somebody) -> None:
    record_attendance(gathering=series.second, marks={place.pk: Mark("", "absent")}, by=adviser_a.doer)

    answer = adviser_a.client.post(roll(series), {f"was-{place.pk}": "", "rest": "present"})

    assert "Somebody else changed the list in between" in answer.content.decode()
    assert marks() == {place.pk: "absent"}


def test_one_finds_a_name_or_a_library_in_the_list(series: Series, adviser_a: Somebody) -> None:
    series.enrol_many(14)

    by_name = adviser_a.client.get(roll(series), {"q": "DELTAKER 07"}).content.decode()
    by_library = adviser_a.client.get(roll(series), {"q": "bibliotek 1"}).content.decode()

    assert (by_name.count('role="radiogroup"'), by_library.count('role="radiogroup"')) == (1, 5)


def test_what_one_looked_for_stays_after_saving(series: Series, place: Enrolment, adviser_a: Somebody) -> None:
    address = f"{roll(series)}?q=staff"
    assert adviser_a.client.post(address, {f"was-{place.pk}": "", f"mark-{place.pk}": "present"})["Location"] == address


def test_nobody_found_says_so(series: Series, place: Enrolment, adviser_a: Somebody) -> None:
    assert "Nobody on the list has “xyz”" in adviser_a.client.get(roll(series), {"q": "xyz"}).content.decode()


def test_a_long_list_has_its_letters(series: Series, adviser_a: Somebody) -> None:
    rows = series.enrol_many(14)

    body = adviser_a.client.get(roll(series)).content.decode()

    assert f'<a href="#person-{rows[0].pk}">D</a>' in body


def test_the_confirmation_says_that_it_is_held_and_who_lost_it(series: Series, place: Enrolment, adviser_a: Somebody) -> None:
    CompletionRule.objects.filter(programme=series.programme).exclude(part="gatherings").delete()
    CompletionRule.objects.update(needed=1)
    first = adviser_a.client.post(roll(series), {f"was-{place.pk}": "", f"mark-{place.pk}": "present"}, follow=True)
    second = adviser_a.client.post(roll(series), {f"was-{place.pk}": "present", f"mark-{place.pk}": "absent"}, follow=True)

    assert "it is now written down as held" in first.content.decode()
    assert f"{place.person.name} has not completed any longer" in second.content.decode()


def test_her_own_page_says_why(series: Series, place: Enrolment, staff_a: Somebody, adviser_a: Somebody) -> None:
    CompletionRule.objects.filter(programme=series.programme).exclude(part="gatherings").delete()
    CompletionRule.objects.update(needed=1)
    for mark in (Mark("", "present"), Mark("present", "absent")):
        record_attendance(gathering=series.second, marks={place.pk: mark}, by=adviser_a.doer)

    body = staff_a.client.get(people(series, "mine")).content.decode()

    assert "Your certificate does not hold for now" in body


def test_a_source_stands_without_a_stray_dot(series: Series, adviser_a: Somebody) -> None:
    lone = Enrolment.objects.create(programme=series.programme, person=Person.objects.create(name="Uten bibliotek"), state="enrolled")
    record_attendance(gathering=series.second, marks={lone.pk: Mark("", "present")}, by=adviser_a.doer)

    assert "<p> ·" not in adviser_a.client.get(roll(series)).content.decode()


def test_one_finds_somebody_among_those_who_signed_up(series: Series, adviser_a: Somebody) -> None:
    series.enrol_many(3)

    body = adviser_a.client.get(people(series), {"q": "deltaker 02"}).content.decode()

    assert "Deltaker 02" in body
    assert "Deltaker 01" not in body


def test_the_number_in_line_stays_when_one_looks_for_somebody(series: Series, adviser_a: Somebody) -> None:
    for row in series.enrol_many(3):
        Enrolment.objects.filter(pk=row.pk).update(state="waiting")

    assert "3. Deltaker 02" in adviser_a.client.get(people(series), {"q": "deltaker 02"}).content.decode()


def test_who_is_waited_for_is_shown(series: Series, staff_a: Somebody, adviser_a: Somebody) -> None:
    held = series.enrol(staff_a, state="held")
    Consent.objects.create(enrolment=held, leader_email="l@example.org", leader_name="Leder Lund", deadline=clock.now(), asked=clock.now(), secret_digest="x")

    assert "waits for an answer from Leder Lund" in adviser_a.client.get(people(series)).content.decode()


def test_the_list_comes_as_text_with_the_addresses_one_may_see(series: Series, place: Enrolment, adviser_a: Somebody) -> None:
    stranger = Person.objects.create(name="Fremmed", email="hidden@example.org")
    series.enrol(stranger)

    answer = adviser_a.client.get(people(series, "people_csv"))

    text = answer.content.decode("utf-8-sig")
    assert answer["Content-Disposition"].endswith((".csv", '.csv"'))
    assert "Fremmed" in text
    assert "hidden@example.org" not in text
    assert place.person.email in text


def test_the_list_comes_as_a_workbook(series: Series, place: Enrolment, adviser_a: Somebody) -> None:
    answer = adviser_a.client.get(people(series, "people_xlsx"))

    sheet = load_workbook(io.BytesIO(answer.content)).worksheets[0]
    assert [cell.value for cell in sheet["A"]] == ["Name", place.person.name]


@pytest.mark.parametrize("name", ["=1+1", "+47", "-2", "@SUM(A1)", " =1", "|x"])
def test_nothing_in_the_files_is_worked_out(series: Series, name: str) -> None:
    row = series.enrol(Person.objects.create(name=name))

    sheet = load_workbook(io.BytesIO(people_xlsx([(row, "")]))).worksheets[0]

    assert people_csv([(row, "")]).decode("utf-8-sig").splitlines()[1].startswith(f"'{name}")
    assert (sheet["A2"].data_type, sheet["A2"].value) == ("s", f"'{name}")


@pytest.mark.parametrize("kind", ["people_csv", "people_xlsx"])
def test_only_those_who_run_it_take_the_list_along(series: Series, place: Enrolment, staff_a: Somebody, adviser_b: Somebody, kind: str) -> None:
    assert {somebody.client.get(people(series, kind)).status_code for somebody in (staff_a, adviser_b)} <= {403, 404}


def test_thirty_in_a_file_cost_no_more_queries_than_one(series: Series, place: Enrolment, adviser_a: Somebody) -> None:
    adviser_a.client.get(people(series, "people_csv"))
    with CaptureQueriesContext(connection) as one:
        adviser_a.client.get(people(series, "people_csv"))
    series.enrol_many(30)

    with CaptureQueriesContext(connection) as thirty:
        adviser_a.client.get(people(series, "people_csv"))

    assert len(thirty) == len(one)


def test_fewer_seats_than_people_is_said_with_the_number(series: Series, adviser_a: Somebody) -> None:
    series.enrol_many(3)
    programme = series.programme
    data = {
        "title": programme.title, "aim": "", "capacity": "2", "consent_days": "7", "own_hours": "0", "language": "nb", "version": str(programme.version),
    }

    answer = adviser_a.client.post(people(series, "edit"), data, follow=True)

    assert "3 people have a seat, and there are 2 seats now" in answer.content.decode()
