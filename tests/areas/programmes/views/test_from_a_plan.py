"""A plan for a meeting becomes a gathering, and each leads to the other."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from samskaper.areas.programmes.models import Gathering, Programme, ProgrammeState
from samskaper.areas.startkit.commands import plan_items
from samskaper.areas.startkit.models import Plan
from samskaper.commons.people.models import Organisation
from samskaper.commons.record.queries import outcomes, sources
from samskaper.foundation.refs import Ref
from tests.areas.programmes.arranging import make_course
from tests.areas.startkit.meeting import plan_of, read_page, write_page
from tests.cast import Somebody

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 12, 3)


@pytest.fixture
def plan(adviser_a: Somebody) -> Plan:
    made = plan_of("future-workshop", by=adviser_a.doer, title="Møte om torget", day=DAY, starts=dt.time(10), place="Salen", people=12)
    plan_items.add_point(plan=made, title="Runde til slutt", minutes=10, by=adviser_a.doer)
    plan_items.take_breaks(plan=made, by=adviser_a.doer)
    return made


def address(plan: Plan) -> str:
    return f"/nb/programmes/gatherings/from-plan/{plan.pk}/"


def filled(series: Programme, **other: Any) -> dict[str, Any]:
    return {
        "series": str(series.pk), "kind": "gathering", "title": "Møte om torget", "day": "2026-12-03", "begins": "10:00", "ends": "14:00", "place": "Salen",
        "for_participants": "on", **other,
    }


def test_the_form_says_what_the_plan_says(adviser_a: Somebody, course: Programme, plan: Plan) -> None:
    page = adviser_a.client.get(address(plan)).content.decode()

    assert all(words in page for words in ("Møte om torget", "2026-12-03", "10:00", "Salen", "Framtidsverksted", course.title))


def test_the_points_become_the_agenda(adviser_a: Somebody, course: Programme, plan: Plan) -> None:
    answer = adviser_a.client.post(address(plan), filled(course))

    made = Gathering.objects.get(title="Møte om torget")
    rows = list(made.agenda.order_by("order").values_list("kind", "title", "minutes"))
    assert answer.status_code == 302 and f"#date-{made.pk}" in answer["Location"]
    assert [kind for kind, _title, _minutes in rows].count("break") >= 1 and rows[-1] == ("other", "Runde til slutt", 10)
    assert sum(minutes for _kind, _title, minutes in rows) == sum(row.minutes for row in plan.items.all())


def test_each_knows_the_other(adviser_a: Somebody, course: Programme, plan: Plan) -> None:
    adviser_a.client.post(address(plan), filled(course))
    made = Gathering.objects.get(title="Møte om torget")

    assert outcomes([Ref.to(plan)])[Ref.to(plan)] == [Ref.to(made)] and sources([Ref.to(made)])[Ref.to(made)] == [Ref.to(plan)]
    assert "Dette er blitt en samling" in adviser_a.client.get(write_page(plan)).content.decode()
    assert read_page(plan) in adviser_a.client.get(f"/nb/programmes/{course.pk}/setup/").content.decode()
    assert read_page(plan) in adviser_a.client.get(f"/nb/programmes/{course.pk}/").content.decode()


def test_those_who_have_no_seat_do_not_get_the_way_to_the_plan(adviser_a: Somebody, guest: Somebody, course: Programme, plan: Plan) -> None:
    adviser_a.client.post(address(plan), filled(course))
    Programme.objects.filter(pk=course.pk).update(state=ProgrammeState.OPEN)

    assert "shared-plan" not in guest.client.get(f"/nb/programmes/{course.pk}/").content.decode()


def test_the_step_is_offered_to_whoever_can_take_it(adviser_a: Somebody, adviser_b: Somebody, staff_a: Somebody, guest: Somebody, plan: Plan) -> None:
    seen = [address(plan) in somebody.client.get(write_page(plan)).content.decode() for somebody in (adviser_a, adviser_b, staff_a, guest)]

    assert seen == [True, False, False, False]


def test_a_plan_of_another_is_not_found(adviser_b: Somebody, staff_a: Somebody, guest: Somebody, plan: Plan) -> None:
    assert [somebody.client.get(address(plan)).status_code for somebody in (adviser_b, staff_a, guest)] == [404, 403, 302]


def test_a_series_of_another_library_cannot_be_chosen(adviser_a: Somebody, adviser_b: Somebody, library_b: Organisation, plan: Plan) -> None:
    theirs = make_course(adviser_b, library_b)
    Programme.objects.filter(pk=theirs.pk).update(title="Kurset i Åbakke")

    answer = adviser_a.client.post(address(plan), filled(theirs))

    assert answer.status_code == 422 and "Kurset i Åbakke" not in adviser_a.client.get(address(plan)).content.decode()


def test_a_finished_series_takes_no_more_gatherings(adviser_a: Somebody, course: Programme, plan: Plan) -> None:
    Programme.objects.filter(pk=course.pk).update(state=ProgrammeState.CLOSED)

    assert adviser_a.client.post(address(plan), filled(course)).status_code == 422


def test_a_plan_without_a_day_asks_for_one(adviser_a: Somebody, course: Programme, plan: Plan) -> None:
    Plan.objects.filter(pk=plan.pk).update(day=None)

    assert adviser_a.client.get(address(plan)).status_code == 200
    assert adviser_a.client.post(address(plan), filled(course, day="")).status_code == 422


def test_the_link_of_an_online_meeting_becomes_the_gatherings_link(adviser_a: Somebody, course: Programme, plan: Plan) -> None:
    Plan.objects.filter(pk=plan.pk).update(place="https://møte.example/rom", online=True)

    page = adviser_a.client.get(address(plan)).content.decode()

    assert 'name="link" value="https://møte.example/rom"' in page


def test_a_deleted_plan_leaves_its_gathering(adviser_a: Somebody, course: Programme, plan: Plan) -> None:
    adviser_a.client.post(address(plan), filled(course))
    adviser_a.client.post(write_page(plan, "delete/"), {})

    assert Gathering.objects.filter(title="Møte om torget").exists() and not Plan.objects.exists()
    assert "shared-plan" not in adviser_a.client.get(f"/nb/programmes/{course.pk}/setup/").content.decode()
