"""Moving dates: the last day to sign up follows, days off are moved away from, and a series has one true state."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from samskaper.areas.programmes.commands.dates import move, move_off_days_off
from samskaper.areas.programmes.models import Enrolment, Gathering, Programme
from samskaper.areas.programmes.rules.dates import is_working_day, local
from samskaper.areas.programmes.rules.enrolment import state_words
from samskaper.foundation import clock
from samskaper.foundation.refusals import Refusal
from tests.areas.programmes.arranging import NINE, make_course, tuesday
from tests.cast import Somebody

pytestmark = pytest.mark.usefixtures("in_english")
A_DAY = dt.timedelta(days=1)


def days(programme: Programme) -> list[dt.date]:
    return [local(row.starts).date() for row in programme.gatherings.order_by("number")]


@pytest.fixture
def on_sunday(adviser_a: Somebody, course: Programme) -> Programme:
    """A series whose dates all fall on Sundays."""
    move(programme=course, day=tuesday() + 5 * A_DAY, hour=NINE, by=adviser_a.doer)
    course.refresh_from_db()
    return course


def test_the_last_day_to_sign_up_follows_the_first_date(course: Programme, adviser_a: Somebody) -> None:
    before = course.enrol_until
    assert before

    move(programme=course, day=tuesday() + 7 * A_DAY, hour=NINE, by=adviser_a.doer)

    course.refresh_from_db()
    assert course.enrol_until == before + 7 * A_DAY


def test_the_last_day_stays_once_something_was_held(course: Programme, adviser_a: Somebody) -> None:
    first = course.gatherings.order_by("number")[0]
    Gathering.objects.filter(pk=first.pk).update(state="held")
    before = course.enrol_until

    move(programme=course, day=tuesday() + 30 * A_DAY, hour=NINE, by=adviser_a.doer)

    course.refresh_from_db()
    assert course.enrol_until == before


def test_actions_follow_a_first_date_that_went_to_a_working_day(on_sunday: Programme, adviser_a: Somebody) -> None:
    before = list(on_sunday.actions.order_by("pk").values_list("opens", "due"))
    move_off_days_off(programme=on_sunday, by=adviser_a.doer)
    monday = days(on_sunday)[0]

    for first in (monday - 330 * A_DAY, monday + 50 * A_DAY, monday):
        move(programme=on_sunday, day=first, hour=NINE, by=adviser_a.doer)

    assert list(on_sunday.actions.order_by("pk").values_list("opens", "due")) == before


def test_the_page_says_that_the_last_day_followed(course: Programme, adviser_a: Somebody) -> None:
    form = {"first": (tuesday() + 7 * A_DAY).isoformat(), "hour": "09:00"}

    answer = adviser_a.client.post(reverse("programmes:move_dates", args=[course.pk]), form, follow=True)

    assert "The last day to sign up followed" in answer.content.decode()


def test_a_last_day_after_the_first_date_is_told(course: Programme, adviser_a: Somebody) -> None:
    Programme.objects.filter(pk=course.pk).update(enrol_until=tuesday() + 3 * A_DAY)

    page = adviser_a.client.get(reverse("programmes:setup", args=[course.pk])).content.decode()

    assert "which is after the first date" in page


@pytest.mark.parametrize(("first", "told"), [(-365, True), (7, False)])
def test_a_first_date_long_past_is_told_while_it_is_prepared(course: Programme, adviser_a: Somebody, first: int, told: bool) -> None:
    Programme.objects.filter(pk=course.pk).update(state="draft")
    move(programme=course, day=tuesday() + first * A_DAY, hour=NINE, by=adviser_a.doer)

    page = adviser_a.client.get(reverse("programmes:setup", args=[course.pk])).content.decode()

    assert ("and that has passed" in page) is told


def test_all_dates_go_to_the_next_working_day_at_their_hour(on_sunday: Programme, adviser_a: Somebody) -> None:
    hours = [local(row.starts).time() for row in on_sunday.gatherings.order_by("number")]

    moved = move_off_days_off(programme=on_sunday, by=adviser_a.doer)

    assert moved == len(hours)
    assert all(is_working_day(day, country="NO") for day in days(on_sunday))
    assert [local(row.starts).time() for row in on_sunday.gatherings.order_by("number")] == hours


def test_one_date_is_moved_alone(on_sunday: Programme, adviser_a: Somebody) -> None:
    before, second = days(on_sunday), on_sunday.gatherings.order_by("number")[1]

    move_off_days_off(programme=on_sunday, only=second.pk, by=adviser_a.doer)

    after = days(on_sunday)
    assert after[1] > before[1]
    assert after[:1] + after[2:] == before[:1] + before[2:]


def test_working_days_stay(course: Programme, adviser_a: Somebody) -> None:
    move_off_days_off(programme=course, by=adviser_a.doer)
    before = days(course)

    assert move_off_days_off(programme=course, by=adviser_a.doer) == 0
    assert days(course) == before


def test_the_press_for_all_and_for_each_stands_on_the_page(on_sunday: Programme, adviser_a: Somebody) -> None:
    door = reverse("programmes:working_days", args=[on_sunday.pk])
    page = adviser_a.client.get(reverse("programmes:setup", args=[on_sunday.pk])).content.decode()
    assert page.count(door) == 1 + len(days(on_sunday))

    answer = adviser_a.client.post(door, follow=True).content.decode()

    assert door not in answer


@pytest.mark.parametrize("who", ["staff_a", "adviser_b", "guest"])
def test_others_move_nothing(request: pytest.FixtureRequest, on_sunday: Programme, who: str) -> None:
    with pytest.raises(Refusal):
        move_off_days_off(programme=on_sunday, by=request.getfixturevalue(who).doer)


class TestSignUpThatIsOver:
    @pytest.fixture
    def over(self, course: Programme) -> Programme:
        Programme.objects.filter(pk=course.pk).update(enrol_until=clock.today() - A_DAY)
        course.refresh_from_db()
        return course

    def test_there_is_one_state(self, over: Programme, staff_a: Somebody) -> None:
        page = staff_a.client.get(reverse("programmes:programme", args=[over.pk])).content.decode()

        assert state_words(over, today=clock.today()) == "Sign-up is closed"
        assert "Open for sign-up" not in page

    def test_trying_leads_back_with_the_sentence(self, over: Programme, staff_a: Somebody) -> None:
        answer = staff_a.client.get(reverse("programmes:sign_up", args=[over.pk]), follow=True)

        assert answer.redirect_chain == [(reverse("programmes:programme", args=[over.pk]), 302)]
        assert "The last day to sign up has passed" in answer.content.decode()

    def test_a_form_that_was_open_meanwhile_saves_nothing(self, over: Programme, staff_a: Somebody) -> None:
        answer = staff_a.client.post(reverse("programmes:sign_up", args=[over.pk]), {})

        assert answer.status_code == 409
        assert not Enrolment.objects.exists()


def test_an_open_series_says_so(adviser_a: Somebody, library_a: object) -> None:
    course = make_course(adviser_a, library_a)  # type: ignore[arg-type]

    assert state_words(course, today=clock.today()) == "Open for sign-up"
