"""Many presses in the same moment, in many threads, on a real transaction."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import OperationalError, connection, transaction

from samskaper.areas.programmes.commands import enrolment, making_up
from samskaper.areas.programmes.commands.gatherings import Mark, check_in, record_attendance
from samskaper.areas.programmes.models import Attendance, Programme
from samskaper.commons.mail.models import Letter
from samskaper.commons.people.models import Organisation
from samskaper.commons.record.models import Fact
from samskaper.foundation.refusals import Conflict
from tests.areas.programmes.running import Series
from tests.cast import Somebody

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(number: int, work: object) -> list[object]:
    """Do the same work in so many threads, each with its own connection, and return what each got."""

    def one(turn: int) -> object:
        try:
            return work(turn)  # type: ignore[operator]
        except OperationalError:  # the file was busy for longer than a test waits: nothing was written
            return None
        finally:
            connection.close()

    with ThreadPoolExecutor(number) as pool:
        return list(pool.map(one, range(number)))


def test_twenty_presses_on_the_code_are_one_attendance(
    library_a: Organisation, town_a: Organisation, staff_a: Somebody
) -> None:
    series = Series(library_a, town_a)
    series.enrol(staff_a)

    found = at_once(20, lambda turn: check_in(gathering=series.second, by=staff_a.doer))

    assert found.count(True) == 1
    assert Attendance.objects.count() == 1
    assert Fact.objects.filter(key="programmes.attended").count() == 1


def test_two_editors_and_a_code_leave_one_mark(
    library_a: Organisation, town_a: Organisation, staff_a: Somebody, adviser_a: Somebody
) -> None:
    series = Series(library_a, town_a)
    place = series.enrol(staff_a)

    def work(turn: int) -> object:
        if turn % 3 == 0:
            return check_in(gathering=series.second, by=staff_a.doer)
        state = "present" if turn % 3 == 1 else "absent"
        return record_attendance(gathering=series.second, marks={place.pk: Mark("", state)}, by=adviser_a.doer)

    at_once(9, work)

    assert Attendance.objects.count() == 1
    present = Attendance.objects.get().state == "present"
    assert Fact.objects.filter(key="programmes.attended", taken_back__isnull=True).count() == int(present)


def test_a_refused_mark_leaves_nothing(library_a: Organisation, town_a: Organisation, staff_a: Somebody, staff_b: Somebody) -> None:
    series = Series(library_a, town_a)
    series.enrol(staff_a)

    with transaction.atomic(), pytest.raises(Exception, match=r".+"):
        check_in(gathering=series.second, by=staff_b.doer)

    assert not Attendance.objects.exists()
    assert not Fact.objects.filter(key="programmes.attendance_recorded").exists()


def test_twenty_presses_accept_once(library_a: Organisation, town_a: Organisation, staff_a: Somebody, adviser_a: Somebody) -> None:
    series = Series(library_a, town_a)
    place = series.enrol(staff_a)
    record_attendance(gathering=series.first, marks={place.pk: Mark("", "absent")}, by=adviser_a.doer)
    told = making_up.tell(gathering=series.first, words="I saw the recording.", by=staff_a.doer)

    def work(turn: int) -> object:
        try:
            making_up.accept(make_up=told, by=adviser_a.doer)
        except Conflict:
            return False
        return True

    assert at_once(20, work).count(True) == 1
    assert Fact.objects.filter(key="programmes.made_up").count() == 1
    assert Letter.objects.filter(template__endswith="made_up.txt").count() == 1


def test_twenty_callers_and_one_seat(library_a: Organisation, town_a: Organisation, adviser_a: Somebody) -> None:
    series = Series(library_a, town_a)
    Programme.objects.update(capacity=1, needs_consent=False)

    def work(turn: int) -> object:
        caller = enrolment.Caller(f"Caller {turn}", f"caller{turn}@example.org", "nb")
        return enrolment.sign_up_for(programme=series.programme, caller=caller, library=town_a, leader=None, by=adviser_a.doer).state

    found = at_once(20, work)

    assert found.count("enrolled") == 1
    assert found.count("waiting") == 19 - found.count(None)
