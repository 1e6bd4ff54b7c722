"""A correction of the list that takes a certificate away is told, and so is its return."""

from __future__ import annotations

import pytest

from samskaper.areas.programmes.commands.gatherings import Mark, Saved, record_attendance
from samskaper.areas.programmes.models import Certificate, CompletionRule, Enrolment, GatheringState
from samskaper.commons.mail.models import Letter
from samskaper.foundation import clock
from tests.areas.programmes.running import DAY, Series
from tests.cast import Somebody

pytestmark = pytest.mark.usefixtures("in_english")

HERE, WRONG, RIGHT = Mark("", "present"), Mark("present", "absent"), Mark("absent", "present")


@pytest.fixture
def short(series: Series) -> Series:
    """A series that is completed by one gathering."""
    CompletionRule.objects.filter(programme=series.programme).exclude(part="gatherings").delete()
    CompletionRule.objects.filter(programme=series.programme).update(needed=1)
    return series


def save(series: Series, place: Enrolment, adviser: Somebody, *marks: Mark) -> Saved:
    return [record_attendance(gathering=series.second, marks={place.pk: mark}, by=adviser.doer) for mark in marks][-1]


def test_a_correction_says_who_has_not_completed_any_longer(short: Series, place: Enrolment, adviser_a: Somebody) -> None:
    assert save(short, place, adviser_a, HERE).lost == ()
    assert save(short, place, adviser_a, WRONG).lost == (place,)


def test_whoever_loses_her_certificate_gets_a_letter(short: Series, place: Enrolment, adviser_a: Somebody) -> None:
    save(short, place, adviser_a, HERE, WRONG)

    letter = Letter.objects.get(template__endswith="corrected.txt")
    assert letter.email == place.person.email
    assert f"/programmes/{short.programme.pk}/mine/" in letter.text


def test_whoever_gets_it_back_gets_a_letter_too(short: Series, place: Enrolment, adviser_a: Somebody) -> None:
    save(short, place, adviser_a, HERE, WRONG, RIGHT)

    assert Letter.objects.filter(template__endswith="corrected.txt").count() == 2
    assert Certificate.objects.get().withdrawn is None


def test_every_further_correction_is_told(short: Series, place: Enrolment, adviser_a: Somebody) -> None:
    save(short, place, adviser_a, HERE, WRONG, RIGHT, WRONG, RIGHT)

    assert Letter.objects.filter(template__endswith="corrected.txt").count() == 4


def test_first_completion_writes_no_letter_of_corrections(short: Series, place: Enrolment, adviser_a: Somebody) -> None:
    save(short, place, adviser_a, HERE)

    assert not Letter.objects.filter(template__endswith="corrected.txt").exists()


def test_the_list_says_that_the_gathering_is_held_by_it_once(series: Series, place: Enrolment, adviser_a: Somebody) -> None:
    assert save(series, place, adviser_a, HERE).held
    assert not save(series, place, adviser_a, WRONG).held


def test_a_list_before_it_begins_holds_nothing(series: Series, place: Enrolment, adviser_a: Somebody) -> None:
    with clock.at(series.second.starts - DAY / 48):
        saved = save(series, place, adviser_a, HERE)

    series.second.refresh_from_db()
    assert not saved.held
    assert series.second.state == GatheringState.PLANNED
