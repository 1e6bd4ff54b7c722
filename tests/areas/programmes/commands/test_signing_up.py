"""Seats, the waiting list that moves by itself, and leaving again."""

from __future__ import annotations

import datetime as dt

import pytest

from samskaper.areas.programmes.commands import enrolment as commands
from samskaper.areas.programmes.commands.enrolment import leave, sign_up
from samskaper.areas.programmes.commands.setup import change_programme, change_state
from samskaper.areas.programmes.models import Enrolment, Programme
from samskaper.areas.programmes.queries.seats import place_in_line, seats
from samskaper.commons.mail.models import Letter
from samskaper.commons.people.doer import GUEST
from samskaper.commons.people.models import Organisation
from samskaper.commons.record.queries import counts
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict, Refusal
from tests.cast import Somebody, make_person


def join(programme: Programme, somebody: Somebody) -> Enrolment:
    return sign_up(programme=programme, library=None, leader=None, by=somebody.doer)


def state(enrolment: Enrolment) -> str:
    enrolment.refresh_from_db()
    return enrolment.state


def signed_up(programme: Programme) -> int:
    return counts(["programmes.signed_up"], within=[Ref.to(programme)])["programmes.signed_up"]


def subjects(somebody: Somebody) -> list[str]:
    assert somebody.person
    return list(Letter.objects.filter(person=somebody.person).order_by("pk").values_list("template", flat=True))


def test_a_free_seat_is_given_at_once(course: Programme, staff_a: Somebody) -> None:
    assert join(course, staff_a).state == "enrolled"
    assert signed_up(course) == 1


def test_the_dates_come_with_the_letter(course: Programme, staff_a: Somebody) -> None:
    join(course, staff_a)
    letter = Letter.objects.get(template="programmes/letters/seat.txt")
    content = bytes(letter.attachments.get().enclosed.content).decode()
    assert content.count("BEGIN:VEVENT") == 5


def test_a_full_programme_puts_in_line_in_order(one_seat: Programme, staff_a: Somebody, colleague_a: Somebody, staff_b: Somebody) -> None:
    join(one_seat, staff_a)
    second, third = join(one_seat, colleague_a), join(one_seat, staff_b)
    assert (second.state, third.state) == ("waiting", "waiting")
    assert (place_in_line(second), place_in_line(third)) == (1, 2)
    assert signed_up(one_seat) == 1


def test_signing_up_twice_changes_nothing(course: Programme, staff_a: Somebody) -> None:
    first, second = join(course, staff_a), join(course, staff_a)
    assert first.pk == second.pk
    assert signed_up(course) == 1
    assert len(subjects(staff_a)) == 1


def test_leaving_gives_the_seat_to_the_next_in_line(one_seat: Programme, staff_a: Somebody, colleague_a: Somebody, staff_b: Somebody) -> None:
    first, second, third = join(one_seat, staff_a), join(one_seat, colleague_a), join(one_seat, staff_b)
    leave(enrolment=first, by=staff_a.doer)
    assert (state(first), state(second), state(third)) == ("left", "enrolled", "waiting")
    assert subjects(colleague_a) == ["programmes/letters/waiting.txt", "programmes/letters/seat.txt"]
    assert signed_up(one_seat) == 1


def test_leaving_takes_the_dates_out_of_the_calendar(course: Programme, staff_a: Somebody) -> None:
    leave(enrolment=join(course, staff_a), by=staff_a.doer)
    letter = Letter.objects.get(template="programmes/letters/left.txt")
    assert b"METHOD:CANCEL" in bytes(letter.attachments.get().enclosed.content)


def test_leaving_the_line_moves_the_others_up(one_seat: Programme, staff_a: Somebody, colleague_a: Somebody, staff_b: Somebody) -> None:
    join(one_seat, staff_a)
    second, third = join(one_seat, colleague_a), join(one_seat, staff_b)
    leave(enrolment=second, by=colleague_a.doer)
    assert place_in_line(third) == 1
    assert counts(["programmes.put_on_waiting_list"], within=[Ref.to(one_seat)]) == {"programmes.put_on_waiting_list": 1}


def test_whoever_comes_back_starts_at_the_end_of_the_line(one_seat: Programme, staff_a: Somebody, colleague_a: Somebody, staff_b: Somebody) -> None:
    first = join(one_seat, staff_a)
    join(one_seat, colleague_a), join(one_seat, staff_b)
    leave(enrolment=first, by=staff_a.doer)
    again = join(one_seat, staff_a)
    assert (again.pk, again.state, place_in_line(again)) == (first.pk, "waiting", 2)


def test_coming_back_gives_a_new_letter(course: Programme, staff_a: Somebody) -> None:
    leave(enrolment=join(course, staff_a), by=staff_a.doer)
    join(course, staff_a)
    assert [name.rsplit("/")[-1] for name in subjects(staff_a)] == ["seat.txt", "left.txt", "seat.txt"]


def test_more_seats_let_people_in(one_seat: Programme, adviser_a: Somebody, staff_a: Somebody, colleague_a: Somebody) -> None:
    join(one_seat, staff_a)
    second = join(one_seat, colleague_a)
    change_programme(programme=one_seat, version=one_seat.version, changes={"capacity": 2}, by=adviser_a.doer)
    assert state(second) == "enrolled"


def test_fewer_seats_take_nobodys_away(course: Programme, adviser_a: Somebody, staff_a: Somebody, colleague_a: Somebody) -> None:
    first, second = join(course, staff_a), join(course, colleague_a)
    change_programme(programme=course, version=course.version, changes={"capacity": 1}, by=adviser_a.doer)
    assert (state(first), state(second), seats(course).free) == ("enrolled", "enrolled", 0)


def test_the_worker_moves_the_line_too(one_seat: Programme, staff_a: Somebody, colleague_a: Somebody) -> None:
    join(one_seat, staff_a)
    second = join(one_seat, colleague_a)
    Programme.objects.filter(pk=one_seat.pk).update(capacity=2)
    assert commands.move_waiting_lists() == 1
    assert commands.move_waiting_lists() == 0
    assert state(second) == "enrolled"


def test_nobody_is_let_in_unasked_after_the_first_gathering(one_seat: Programme, staff_a: Somebody, colleague_a: Somebody) -> None:
    join(one_seat, staff_a)
    second = join(one_seat, colleague_a)
    Programme.objects.filter(pk=one_seat.pk).update(capacity=2)
    with clock.at(one_seat.gatherings.get(number=2).starts + dt.timedelta(hours=1)):
        assert commands.move_waiting_lists() == 0
    assert state(second) == "waiting"


def test_sign_up_ends_with_its_last_day(course: Programme, staff_a: Somebody) -> None:
    assert course.enrol_until
    with clock.at(clock.now() + dt.timedelta(days=(course.enrol_until - clock.today()).days + 1)), pytest.raises(Conflict):
        join(course, staff_a)


def test_sign_up_is_closed_while_it_runs(course: Programme, adviser_a: Somebody, staff_a: Somebody) -> None:
    change_state(programme=course, state="running", by=adviser_a.doer)
    with pytest.raises(Conflict):
        join(course, staff_a)


def test_a_guest_is_asked_to_sign_in(course: Programme) -> None:
    with pytest.raises(Refusal) as refusal:
        sign_up(programme=course, library=None, leader=None, by=GUEST)
    assert refusal.value.status == 401


def test_the_adviser_takes_off_somebody_who_called(course: Programme, adviser_a: Somebody, staff_a: Somebody) -> None:
    place = join(course, staff_a)
    leave(enrolment=place, by=adviser_a.doer)
    assert state(place) == "left"


@pytest.mark.parametrize("who", ["staff_b", "adviser_b", "leader_a", "colleague_a"])
def test_nobody_else_ends_a_place(who: str, course: Programme, staff_a: Somebody, request: pytest.FixtureRequest) -> None:
    place = join(course, staff_a)
    with pytest.raises(Refusal) as refusal:
        leave(enrolment=place, by=request.getfixturevalue(who).doer)
    assert refusal.value.status == 404
    assert state(place) == "enrolled"


def test_a_place_ends_once(course: Programme, staff_a: Somebody) -> None:
    place = join(course, staff_a)
    leave(enrolment=place, by=staff_a.doer)
    with pytest.raises(Conflict):
        leave(enrolment=place, by=staff_a.doer)


def test_numbers_add_up(course: Programme, library_a: Organisation) -> None:
    Programme.objects.filter(pk=course.pk).update(capacity=3)
    for number in range(5):
        join(course, make_person(f"Person {number}", (library_a, "staff")))
    found = seats(course)
    assert (found.taken, found.waiting) == (3, 2)
