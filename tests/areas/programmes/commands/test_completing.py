"""Who completes, settled with everything that it rests on."""

from __future__ import annotations

import pytest
from django.utils import timezone

from samskaper.areas.programmes.commands.actions import save_report
from samskaper.areas.programmes.commands.completion import settle
from samskaper.areas.programmes.commands.gatherings import Mark, cancel, check_in, plan_again, record_attendance
from samskaper.areas.programmes.models import Action, Certificate, CompletionRule, Enrolment, Gathering
from samskaper.commons.people.doer import SYSTEM
from samskaper.commons.record.models import Fact
from samskaper.commons.record.queries import counts
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from tests.areas.programmes.running import DAY, Series
from tests.cast import Somebody

pytestmark = pytest.mark.usefixtures("in_english")

PRESENT, WRONG = Mark("", "present"), Mark("present", "absent")


def completed(series: Series) -> int:
    return counts(["programmes.completed"], within=[Ref.to(series.programme)])["programmes.completed"]


def do(series: Series, place: Enrolment, somebody: Somebody, *actions: Action) -> None:
    for action in actions:
        save_report(action=action, enrolment=place, done_on=clock.today(), reflection="Godt.", thoughts="", version=0, by=somebody.doer)


def attend(series: Series, place: Enrolment, adviser: Somebody, *gatherings: Gathering) -> None:
    for gathering in gatherings:
        record_attendance(gathering=gathering, marks={place.pk: PRESENT}, by=adviser.doer)


@pytest.fixture
def finished(series: Series, place: Enrolment, staff_a: Somebody, adviser_a: Somebody) -> Enrolment:
    """Staff A has completed."""
    attend(series, place, adviser_a, *series.gatherings)
    do(series, place, staff_a, series.action, series.next_action, series.meeting)
    place.refresh_from_db()
    return place


def test_doing_all_that_the_rule_asks_completes(series: Series, finished: Enrolment) -> None:
    assert finished.completed is not None
    assert completed(series) == 1
    assert Certificate.objects.get(enrolment=finished).withdrawn is None


def test_a_list_filled_in_late_completes_on_the_day_of_the_last_thing(
    series: Series, place: Enrolment, staff_a: Somebody, adviser_a: Somebody
) -> None:
    do(series, place, staff_a, series.action, series.next_action, series.meeting)
    done = clock.today()
    with clock.at(max(row.ends for row in series.gatherings) + 9 * DAY):
        attend(series, place, adviser_a, *series.gatherings)

    place.refresh_from_db()
    last = max(timezone.localtime(row.starts).date() for row in series.gatherings if row.kind == "gathering")
    assert place.completed and timezone.localtime(place.completed).date() == max(last, done)


def test_doing_all_but_one_does_not(series: Series, place: Enrolment, staff_a: Somebody, adviser_a: Somebody) -> None:
    attend(series, place, adviser_a, *series.gatherings)
    do(series, place, staff_a, series.action, series.next_action)

    assert completed(series) == 0
    assert not Certificate.objects.exists()


def test_the_last_thing_may_be_the_code_at_the_door(series: Series, place: Enrolment, staff_a: Somebody, adviser_a: Somebody) -> None:
    attend(series, place, adviser_a, series.introduction, series.first)
    do(series, place, staff_a, series.action, series.next_action, series.meeting)

    check_in(gathering=series.second, by=staff_a.doer)

    assert completed(series) == 1


def test_correcting_one_attendance_takes_completion_and_certificate_back(series: Series, finished: Enrolment, adviser_a: Somebody) -> None:
    record_attendance(gathering=series.second, marks={finished.pk: WRONG}, by=adviser_a.doer)

    finished.refresh_from_db()
    assert finished.completed is None
    assert completed(series) == 0
    assert Certificate.objects.get().withdrawn is not None


def test_correcting_it_back_gives_the_same_certificate_back(series: Series, finished: Enrolment, adviser_a: Somebody) -> None:
    secret = Certificate.objects.get().secret
    record_attendance(gathering=series.second, marks={finished.pk: WRONG}, by=adviser_a.doer)

    record_attendance(gathering=series.second, marks={finished.pk: Mark("absent", "present")}, by=adviser_a.doer)

    certificate = Certificate.objects.get()
    assert (certificate.secret, certificate.withdrawn) == (secret, None)
    assert completed(series) == 1


def test_undoing_an_action_takes_completion_back(series: Series, finished: Enrolment, staff_a: Somebody) -> None:
    save_report(action=series.meeting, enrolment=finished, done_on=None, reflection="", thoughts="", version=1, by=staff_a.doer)

    assert completed(series) == 0


def test_settling_again_notes_nothing_new(series: Series, finished: Enrolment) -> None:
    before = Fact.objects.count()

    settle(programme=series.programme, by=SYSTEM)

    assert Fact.objects.count() == before


def test_a_harder_rule_is_settled_for_all(series: Series, finished: Enrolment) -> None:
    CompletionRule.objects.filter(part="reflections").update(needed=2)
    do_not_count = finished.action_reports.filter(action=series.next_action)
    do_not_count.update(reflection="", reflected=False)

    settle(programme=series.programme, by=SYSTEM)

    assert completed(series) == 0


def test_somebody_who_leaves_no_longer_counts(series: Series, finished: Enrolment) -> None:
    Enrolment.objects.filter(pk=finished.pk).update(state="left")

    settle(programme=series.programme, by=SYSTEM)

    assert counts(["programmes.attended", "programmes.completed"], within=[Ref.to(series.programme)]) == {
        "programmes.attended": 0, "programmes.completed": 0,
    }


def test_cancelling_the_last_gathering_completes_those_who_only_lacked_it(
    series: Series, place: Enrolment, staff_a: Somebody, adviser_a: Somebody
) -> None:
    attend(series, place, adviser_a, series.introduction, series.first)
    do(series, place, staff_a, series.action, series.next_action, series.meeting)

    cancel(gathering=series.second, by=adviser_a.doer)
    assert completed(series) == 1

    plan_again(gathering=series.second, by=adviser_a.doer)
    assert completed(series) == 0


def test_settling_thirty_costs_no_more_queries_than_one(series: Series, django_assert_max_num_queries: object) -> None:
    series.enrol_many(30)

    with django_assert_max_num_queries(12):  # type: ignore[operator]
        settle(programme=series.programme, by=SYSTEM)
