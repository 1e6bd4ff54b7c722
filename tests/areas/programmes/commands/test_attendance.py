"""Attendance by list, by QR code and by a message from the participant."""

from __future__ import annotations

import datetime as dt

import pytest

from samskaper.areas.programmes.commands.gatherings import Mark, check_in, record_attendance, send_word
from samskaper.areas.programmes.models import Attendance, Enrolment, GatheringState
from samskaper.commons.record.models import Fact
from samskaper.commons.record.queries import counts
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict, Refusal
from tests.areas.programmes.running import DAY, HOUR, Series
from tests.cast import Somebody

pytestmark = pytest.mark.usefixtures("in_english")

PRESENT, ABSENT = Mark("", "present"), Mark("", "absent")


def marks(series: Series) -> dict[int, str]:
    return dict(Attendance.objects.filter(gathering=series.second).values_list("enrolment_id", "state"))


def test_the_list_is_written_down(series: Series, place: Enrolment, adviser_a: Somebody) -> None:
    saved = record_attendance(gathering=series.second, marks={place.pk: PRESENT}, by=adviser_a.doer)

    assert saved.changed == 1
    assert marks(series) == {place.pk: "present"}


def test_a_list_with_somebody_in_it_says_that_the_gathering_was_held(series: Series, place: Enrolment, adviser_a: Somebody) -> None:
    record_attendance(gathering=series.second, marks={place.pk: PRESENT}, by=adviser_a.doer)

    series.second.refresh_from_db()
    assert series.second.state == GatheringState.HELD


def test_a_list_of_absent_people_says_nothing_of_the_gathering(series: Series, place: Enrolment, adviser_a: Somebody) -> None:
    record_attendance(gathering=series.second, marks={place.pk: ABSENT}, by=adviser_a.doer)

    series.second.refresh_from_db()
    assert series.second.state == GatheringState.PLANNED


def test_one_mark_can_be_corrected_and_taken_away(series: Series, place: Enrolment, adviser_a: Somebody) -> None:
    record_attendance(gathering=series.second, marks={place.pk: PRESENT}, by=adviser_a.doer)
    record_attendance(gathering=series.second, marks={place.pk: Mark("present", "absent")}, by=adviser_a.doer)
    assert marks(series) == {place.pk: "absent"}

    record_attendance(gathering=series.second, marks={place.pk: Mark("absent", "")}, by=adviser_a.doer)
    assert marks(series) == {}


def test_correcting_the_only_attendance_takes_the_fact_back(series: Series, place: Enrolment, adviser_a: Somebody) -> None:
    within = [Ref.to(series.programme)]
    record_attendance(gathering=series.second, marks={place.pk: PRESENT}, by=adviser_a.doer)
    assert counts(["programmes.attended"], within=within) == {"programmes.attended": 1}

    record_attendance(gathering=series.second, marks={place.pk: Mark("present", "absent")}, by=adviser_a.doer)

    assert counts(["programmes.attended"], within=within) == {"programmes.attended": 0}


def test_attending_twice_is_one_fact(series: Series, place: Enrolment, adviser_a: Somebody) -> None:
    for gathering in (series.first, series.second):
        record_attendance(gathering=gathering, marks={place.pk: PRESENT}, by=adviser_a.doer)

    assert Fact.objects.filter(key="programmes.attended").count() == 1


def test_two_editors_of_one_list_do_not_undo_each_other(series: Series, place: Enrolment, adviser_a: Somebody, colleague_a: Somebody) -> None:
    other = series.enrol(colleague_a)
    record_attendance(gathering=series.second, marks={place.pk: PRESENT, other.pk: Mark("", "")}, by=adviser_a.doer)

    saved = record_attendance(gathering=series.second, marks={place.pk: Mark("", ""), other.pk: ABSENT}, by=adviser_a.doer)

    assert saved.clashes == ()
    assert marks(series) == {place.pk: "present", other.pk: "absent"}


def test_a_mark_that_a_colleague_changed_meanwhile_is_kept_and_told(series: Series, place: Enrolment, adviser_a: Somebody) -> None:
    record_attendance(gathering=series.second, marks={place.pk: PRESENT}, by=adviser_a.doer)

    saved = record_attendance(gathering=series.second, marks={place.pk: ABSENT}, by=adviser_a.doer)

    assert saved.clashes == (place,)
    assert marks(series) == {place.pk: "present"}


def test_the_same_mark_from_both_is_no_clash(series: Series, place: Enrolment, adviser_a: Somebody) -> None:
    record_attendance(gathering=series.second, marks={place.pk: PRESENT}, by=adviser_a.doer)

    saved = record_attendance(gathering=series.second, marks={place.pk: PRESENT}, by=adviser_a.doer)

    assert (saved.changed, saved.clashes) == (0, ())


def test_ids_of_another_programme_are_passed_over(series: Series, place: Enrolment, adviser_a: Somebody, staff_b: Somebody) -> None:
    other = Series(series.library, series.town)
    stranger = other.enrol(staff_b)

    saved = record_attendance(gathering=series.second, marks={stranger.pk: PRESENT}, by=adviser_a.doer)

    assert saved.changed == 0
    assert not Attendance.objects.exists()


def test_the_list_opens_an_hour_before(series: Series, place: Enrolment, adviser_a: Somebody) -> None:
    with clock.at(series.second.starts - 2 * HOUR), pytest.raises(Conflict, match="an hour before"):
        record_attendance(gathering=series.second, marks={place.pk: PRESENT}, by=adviser_a.doer)


@pytest.mark.parametrize(("who", "status"), [("adviser_b", 404), ("staff_a", 404), ("leader_a", 404), ("guest", 404)])
def test_others_may_not_write_the_list(request: pytest.FixtureRequest, series: Series, place: Enrolment, who: str, status: int) -> None:
    somebody: Somebody = request.getfixturevalue(who)

    with pytest.raises(Refusal) as refused:
        record_attendance(gathering=series.second, marks={place.pk: PRESENT}, by=somebody.doer)

    assert refused.value.status == status


# -- by QR code ---------------------------------------------------------------------------------------------------------


def test_the_code_records_who_is_there(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    assert check_in(gathering=series.second, by=staff_a.doer) is True

    assert Attendance.objects.get().how == "qr"


def test_the_code_twice_is_once(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    check_in(gathering=series.second, by=staff_a.doer)

    assert check_in(gathering=series.second, by=staff_a.doer) is False
    assert Fact.objects.filter(key="programmes.attendance_recorded").count() == 1


@pytest.mark.parametrize(
    ("after", "opens"),
    [(-61, False), (-60, True), (0, True), (180, True), (180 + 120, True), (180 + 121, False)],
)
def test_the_code_works_from_an_hour_before_until_two_hours_after(
    series: Series, place: Enrolment, staff_a: Somebody, after: int, opens: bool
) -> None:
    with clock.at(series.second.starts + dt.timedelta(minutes=after, seconds=-1 if after > 0 else 1)):
        if opens:
            assert check_in(gathering=series.second, by=staff_a.doer)
        else:
            with pytest.raises(Conflict):
                check_in(gathering=series.second, by=staff_a.doer)


def test_somebody_who_is_recorded_is_told_so_even_afterwards(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    check_in(gathering=series.second, by=staff_a.doer)

    with clock.at(series.second.ends + DAY):
        assert check_in(gathering=series.second, by=staff_a.doer) is False


def test_somebody_who_is_not_signed_up_is_told_why_nothing_was_recorded(series: Series, colleague_a: Somebody) -> None:
    with pytest.raises(Refusal, match="not signed up"):
        check_in(gathering=series.second, by=colleague_a.doer)


@pytest.mark.parametrize("state", ["waiting", "declined", "left"])
def test_somebody_without_a_seat_is_told_why(series: Series, staff_a: Somebody, state: str) -> None:
    series.enrol(staff_a, state=state)

    with pytest.raises(Refusal, match="no seat"):
        check_in(gathering=series.second, by=staff_a.doer)


def test_a_guest_signs_in_first(series: Series, guest: Somebody) -> None:
    with pytest.raises(Refusal) as refused:
        check_in(gathering=series.second, by=guest.doer)

    assert refused.value.status == 401


def test_a_cancelled_gathering_has_no_door(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    series.second.state = GatheringState.CANCELLED
    series.second.save()

    with pytest.raises(Conflict, match="cancelled"):
        check_in(gathering=series.second, by=staff_a.doer)


# -- by a message -------------------------------------------------------------------------------------------------------


def test_somebody_can_say_that_she_cannot_come_and_change_her_mind(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    with clock.at(series.second.starts - DAY):
        send_word(gathering=series.second, comes=False, by=staff_a.doer)
        assert marks(series) == {place.pk: "excused"}

        send_word(gathering=series.second, comes=True, by=staff_a.doer)
        assert marks(series) == {}


def test_the_message_is_too_late_when_the_gathering_is_on(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    with pytest.raises(Conflict):
        send_word(gathering=series.second, comes=False, by=staff_a.doer)


def test_somebody_who_sent_word_can_come_all_the_same(series: Series, place: Enrolment, staff_a: Somebody) -> None:
    with clock.at(series.second.starts - DAY):
        send_word(gathering=series.second, comes=False, by=staff_a.doer)

    assert check_in(gathering=series.second, by=staff_a.doer)
    assert marks(series) == {place.pk: "present"}
