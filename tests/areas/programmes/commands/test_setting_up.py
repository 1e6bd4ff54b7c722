"""A pattern becomes a programme; the first date moves and the rest follow."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.files.base import ContentFile

from samskaper.areas.programmes.commands import dates as commands
from samskaper.areas.programmes.commands import material as material_commands
from samskaper.areas.programmes.commands import setup
from samskaper.areas.programmes.models import Attendance, GatheringState, Programme
from samskaper.areas.programmes.rules import dates as rules
from samskaper.areas.programmes.rules.patterns import COURSE, PATTERNS
from samskaper.commons.people.models import Organisation
from samskaper.commons.record.models import Fact
from samskaper.commons.record.queries import sources
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict, Invalid, Refusal, Stale
from tests.areas.programmes.arranging import NINE, make_course, tuesday
from tests.cast import Somebody


def days(programme: Programme) -> list[dt.date]:
    return [rules.local(row.starts).date() for row in programme.gatherings.order_by("number")]


def begin(adviser: Somebody, library: Organisation, **changes: object) -> Programme:
    values: dict[str, object] = {
        "pattern": COURSE, "title": "Kurs", "owner": library, "language": "nb", "first": tuesday(), "hour": NINE, "by": adviser.doer,
    }
    return setup.begin(**(values | changes))  # type: ignore[arg-type]


def test_the_pattern_makes_dates_agenda_actions_and_rule(adviser_a: Somebody, library_a: Organisation) -> None:
    programme = begin(adviser_a, library_a)
    assert programme.gatherings.count() == 6
    assert programme.actions.count() == 4
    assert dict(programme.completion_rules.values_list("part", "needed"))["gatherings"] == 3
    assert sum(item.minutes for item in programme.gatherings.get(number=2).agenda.all()) == 180


@pytest.mark.parametrize("key", PATTERNS)
@pytest.mark.parametrize("language", ["nb", "nn", "da", "en"])
def test_every_pattern_is_written_in_its_language(key: str, language: str, adviser_a: Somebody, library_a: Organisation) -> None:
    programme = begin(adviser_a, library_a, pattern=PATTERNS[key], language=language)
    assert programme.language == language
    assert programme.gatherings.exists()


def test_texts_are_in_the_language_of_the_programme(adviser_a: Somebody, library_a: Organisation) -> None:
    assert begin(adviser_a, library_a, language="da").gatherings.get(number=1).title == "Introduktion: Hvad er samskabelse?"
    assert begin(adviser_a, library_a, language="nn").gatherings.get(number=3).title == "Samling 2: Kva høyrde de?"


def test_a_programme_remembers_the_plan_that_it_came_from(adviser_a: Somebody, library_a: Organisation) -> None:
    project = Ref("projects.project", 5)
    programme = begin(adviser_a, library_a, source=project)
    assert sources([Ref.to(programme)]) == {Ref.to(programme): [project]}


def test_every_beginning_is_a_fact(adviser_a: Somebody, library_a: Organisation) -> None:
    programme = begin(adviser_a, library_a)
    assert Fact.objects.filter(key="programmes.programme_saved", subject_id=programme.pk, owner=library_a).count() == 1


def test_another_librarys_adviser_cannot_begin_for_it(adviser_b: Somebody, library_a: Organisation) -> None:
    with pytest.raises(Refusal):
        begin(adviser_b, library_a)
    assert not Programme.objects.exists()


def test_a_date_in_the_missing_hour_is_refused_and_nothing_is_made(adviser_a: Somebody, library_a: Organisation) -> None:
    with pytest.raises(Invalid):
        begin(adviser_a, library_a, first=dt.date(2027, 3, 28), hour=dt.time(2, 30))
    assert not Programme.objects.exists()


def test_moving_the_first_date_moves_the_rest_as_far(course: Programme, adviser_a: Somebody) -> None:
    before, actions = days(course), list(course.actions.values_list("opens", "due"))
    moved = commands.move(programme=course, day=before[0] + dt.timedelta(7), hour=NINE, by=adviser_a.doer)
    assert moved == 6
    assert days(course) == [day + dt.timedelta(7) for day in before]
    assert list(course.actions.values_list("opens", "due")) == [(a + dt.timedelta(7), b + dt.timedelta(7)) for a, b in actions]


def test_moving_keeps_the_hour_over_the_change_of_the_clock(adviser_a: Somebody, library_a: Organisation) -> None:
    programme = begin(adviser_a, library_a, first=dt.date(2027, 3, 2))
    commands.move(programme=programme, day=dt.date(2027, 3, 23), hour=NINE, by=adviser_a.doer)
    hours = {rules.local(row.starts).time() for row in programme.gatherings.exclude(kind="associations")}
    assert hours == {NINE}


def test_moving_tells_calendars(course: Programme, adviser_a: Somebody) -> None:
    commands.move(programme=course, day=days(course)[0] + dt.timedelta(1), hour=NINE, by=adviser_a.doer)
    assert set(course.gatherings.values_list("sequence", flat=True)) == {1}


def test_moving_to_where_it_is_moves_nothing(course: Programme, adviser_a: Somebody) -> None:
    assert commands.move(programme=course, day=days(course)[0], hour=NINE, by=adviser_a.doer) == 0
    assert set(course.gatherings.values_list("sequence", flat=True)) == {0}


def test_what_was_held_stays_and_the_next_one_leads(course: Programme, adviser_a: Somebody) -> None:
    course.gatherings.filter(number=1).update(state=GatheringState.HELD)
    before = days(course)
    commands.move(programme=course, day=before[1] + dt.timedelta(7), hour=NINE, by=adviser_a.doer)
    assert days(course)[0] == before[0]
    assert days(course)[1:] == [day + dt.timedelta(7) for day in before[1:]]


def test_an_action_that_has_opened_keeps_its_first_day(course: Programme, adviser_a: Somebody) -> None:
    course.gatherings.filter(number=1).update(state=GatheringState.HELD)
    meeting = course.actions.get(kind="leader_meeting")
    commands.move(programme=course, day=days(course)[1] + dt.timedelta(7), hour=NINE, by=adviser_a.doer)
    opened = meeting.opens
    meeting.refresh_from_db()
    assert meeting.opens == opened


def test_nothing_is_left_to_move_when_all_is_held(course: Programme, adviser_a: Somebody) -> None:
    course.gatherings.update(state=GatheringState.HELD)
    with pytest.raises(Conflict):
        commands.move(programme=course, day=tuesday(20), hour=NINE, by=adviser_a.doer)


def values(day: dt.date, **changes: object) -> dict[str, object]:
    starts = rules.moment(day, NINE)
    words: dict[str, object] = {"kind": "gathering", "title": "Ekstra", "about": "", "place": "", "link": "", "for_participants": True}
    return words | {"starts": starts, "ends": starts + dt.timedelta(hours=1)} | changes


def test_an_added_date_gets_its_number_from_its_day(course: Programme, adviser_a: Somebody) -> None:
    first = days(course)[0]
    made = commands.add_gathering(programme=course, values=values(first + dt.timedelta(1)), by=adviser_a.doer)
    assert made.number == 2
    assert [row.number for row in course.gatherings.order_by("starts")] == list(range(1, 8))


def test_a_changed_date_is_renumbered_and_seen_by_calendars(course: Programme, adviser_a: Somebody) -> None:
    last = course.gatherings.get(number=6)
    seen = commands.change_gathering(gathering=last, version=1, values=values(days(course)[0] - dt.timedelta(1)), by=adviser_a.doer)
    last.refresh_from_db()
    assert (seen, last.number, last.sequence) == (True, 1, 1)


def test_a_changed_text_leaves_calendars_alone(course: Programme, adviser_a: Somebody) -> None:
    gathering = course.gatherings.get(number=1)
    assert not commands.change_gathering(gathering=gathering, version=1, values={"about": "Nytt"}, by=adviser_a.doer)


def test_two_editors_on_one_gathering_see_both_texts(course: Programme, adviser_a: Somebody) -> None:
    gathering = course.gatherings.get(number=1)
    commands.change_gathering(gathering=gathering, version=1, values={"title": "Den enes"}, by=adviser_a.doer)
    with pytest.raises(Stale) as refusal:
        commands.change_gathering(gathering=course.gatherings.get(number=1), version=1, values={"title": "Den andres"}, by=adviser_a.doer)
    assert (refusal.value.mine["title"], refusal.value.theirs["title"]) == ("Den andres", "Den enes")


def test_a_gathering_that_was_held_keeps_its_date(course: Programme, adviser_a: Somebody) -> None:
    course.gatherings.filter(number=1).update(state=GatheringState.HELD)
    with pytest.raises(Conflict):
        commands.change_gathering(gathering=course.gatherings.get(number=1), version=1, values=values(tuesday(30)), by=adviser_a.doer)


def test_a_date_where_somebody_was_stays(course: Programme, adviser_a: Somebody, staff_a: Somebody) -> None:
    gathering = course.gatherings.get(number=1)
    place = course.enrolments.create(person=staff_a.person, state="enrolled")
    Attendance.objects.create(gathering=gathering, enrolment=place, state="present", how="list")
    with pytest.raises(Conflict):
        commands.remove_gathering(gathering=gathering, by=adviser_a.doer)


def test_a_removed_date_closes_the_row_of_numbers(course: Programme, adviser_a: Somebody) -> None:
    commands.remove_gathering(gathering=course.gatherings.get(number=2), by=adviser_a.doer)
    assert list(course.gatherings.order_by("number").values_list("number", flat=True)) == [1, 2, 3, 4, 5]


def test_the_agenda_is_written_anew_in_order(course: Programme, adviser_a: Somebody) -> None:
    gathering = course.gatherings.get(number=1)
    lines = [commands.Line("lecture", "Om samskaping", 30, "Fagpersonen"), commands.Line("groups", "Prat", 15)]
    commands.set_agenda(gathering=gathering, version=1, lines=lines, by=adviser_a.doer)
    assert list(gathering.agenda.values_list("order", "title", "contributor")) == [(1, "Om samskaping", "Fagpersonen"), (2, "Prat", "")]
    with pytest.raises(Stale):
        commands.set_agenda(gathering=gathering, version=1, lines=[], by=adviser_a.doer)


def test_the_rule_is_a_table_where_zero_takes_a_part_out(course: Programme, adviser_a: Somebody) -> None:
    setup.set_rule(programme=course, rule={"gatherings": 2, "actions": 0, "introduction": 1}, by=adviser_a.doer)
    assert dict(course.completion_rules.values_list("part", "needed")) == {"gatherings": 2, "introduction": 1}


def test_stale_programme_shows_both_texts(course: Programme, adviser_a: Somebody) -> None:
    setup.change_programme(programme=course, version=course.version, changes={"aim": "Ett"}, by=adviser_a.doer)
    with pytest.raises(Stale):
        setup.change_programme(programme=course, version=1, changes={"aim": "Annet"}, by=adviser_a.doer)


@pytest.mark.parametrize("command", ["move", "add", "change", "remove", "agenda", "rule", "state", "programme", "action", "material"])
def test_only_an_adviser_of_the_owner_writes(command: str, course: Programme, adviser_b: Somebody, staff_a: Somebody) -> None:
    gathering = course.gatherings.all()[0]
    for somebody in (adviser_b, staff_a):
        by = somebody.doer
        calls = {
            "move": lambda by=by: commands.move(programme=course, day=tuesday(30), hour=NINE, by=by),
            "add": lambda by=by: commands.add_gathering(programme=course, values=values(tuesday(30)), by=by),
            "change": lambda by=by: commands.change_gathering(gathering=gathering, version=1, values={"title": "x"}, by=by),
            "remove": lambda by=by: commands.remove_gathering(gathering=gathering, by=by),
            "agenda": lambda by=by: commands.set_agenda(gathering=gathering, version=1, lines=[], by=by),
            "rule": lambda by=by: setup.set_rule(programme=course, rule={}, by=by),
            "state": lambda by=by: setup.change_state(programme=course, state="closed", by=by),
            "programme": lambda by=by: setup.change_programme(programme=course, version=1, changes={"title": "x"}, by=by),
            "action": lambda by=by: commands.remove_action(action=course.actions.all()[0], by=by),
            "material": lambda by=by: material_commands.add_material(gathering=gathering, title="x", link="https://x.no", by=by),
        }
        with pytest.raises(Refusal) as refusal:
            calls[command]()
        assert refusal.value.status == 404


def test_an_action_somebody_has_written_about_stays(course: Programme, adviser_a: Somebody, staff_a: Somebody) -> None:
    action = course.actions.all()[1]
    place = course.enrolments.create(person=staff_a.person, state="enrolled")
    action.reports.create(enrolment=place)
    with pytest.raises(Conflict):
        commands.remove_action(action=action, by=adviser_a.doer)
    commands.remove_action(action=course.actions.all()[0], by=adviser_a.doer)
    assert course.actions.count() == 3


def test_a_file_that_is_no_document_is_refused(course: Programme, adviser_a: Somebody) -> None:
    file = ContentFile(b"<html>", name="plan.pdf")
    with pytest.raises(Invalid):
        material_commands.add_material(gathering=course.gatherings.all()[0], title="Plan", file=file, by=adviser_a.doer)


def test_the_course_of_the_cast_is_open(adviser_a: Somebody, library_a: Organisation) -> None:
    assert make_course(adviser_a, library_a).state == "open"
