"""The rule of completion as a truth table: no database."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskaper.areas.programmes.models import CompletionPart as P
from samskaper.areas.programmes.rules.completion import (
    Date,
    Deeds,
    Plan,
    Report,
    Task,
    completed_on,
    completes,
    is_on_track,
    part_of,
    parts_of,
    share_done,
)

TODAY = dt.date(2026, 11, 22)


def day(number: int) -> dt.date:
    return TODAY + dt.timedelta(days=number)


def plan(rule: dict[str, int], *, states: tuple[str, str, str] = ("held", "held", "planned")) -> Plan:
    kinds = ("introduction", "gathering", "gathering")
    dates = tuple(Date(i + 1, kinds[i], i + 1, f"Date {i + 1}", day((-40, -20, 20)[i]), states[i]) for i in range(3))
    tasks = (
        Task(1, "action", 1, "Action 1", day(-10)), Task(2, "action", 2, "Action 2", day(10)),
        Task(3, "leader_meeting", 3, "Meeting", day(0)),
    )
    return Plan(rule, dates, tasks)


def deeds(present: str = "", *, absent: str = "", done: str = "", words: str = "") -> Deeds:
    attendance = {int(n): "present" for n in present} | {int(n): "absent" for n in absent}
    return Deeds(attendance, {int(n): Report(TODAY, n in words) for n in done})


FULL = {P.INTRODUCTION: 1, P.GATHERINGS: 2, P.ACTIONS: 2, P.REFLECTIONS: 1, P.LEADER_MEETING: 1}


@pytest.mark.parametrize(
    ("rule", "did", "complete"),
    [
        (FULL, deeds("123", done="123", words="1"), True),
        (FULL, deeds("123", done="123", words="2"), True),
        (FULL, deeds("23", done="123", words="1"), False),
        (FULL, deeds("12", done="123", words="1"), False),
        (FULL, deeds("123", done="13", words="1"), False),
        (FULL, deeds("123", done="123"), False),
        (FULL, deeds("123", done="12", words="1"), False),
        (FULL, deeds(), False),
        ({P.GATHERINGS: 1}, deeds("2"), True),
        ({P.GATHERINGS: 1}, deeds("1"), False),
        ({P.ACTIONS: 1}, deeds(done="3"), False),
        ({P.LEADER_MEETING: 1}, deeds(done="1"), False),
        ({P.LEADER_MEETING: 1}, deeds(done="3"), True),
        ({}, deeds("123", done="123", words="12"), False),
        ({P.GATHERINGS: 0}, deeds("123"), False),
    ],
)
def test_the_rule_is_met_when_every_row_is(rule: dict[str, int], did: Deeds, complete: bool) -> None:
    assert completes(parts_of(plan(rule), did, today=TODAY)) is complete


@pytest.mark.parametrize(
    ("part", "needed", "did", "on_track", "since"),
    [
        (P.GATHERINGS, 2, deeds("2"), True, None),
        (P.GATHERINGS, 2, deeds(), False, day(-20)),
        (P.GATHERINGS, 1, deeds(), True, None),
        (P.GATHERINGS, 2, deeds("2", absent="3"), False, TODAY),
        (P.INTRODUCTION, 1, deeds(), False, day(-40)),
        (P.ACTIONS, 2, deeds(), False, day(-10)),
        (P.ACTIONS, 1, deeds(), True, None),
        (P.ACTIONS, 2, deeds(done="1"), True, None),
        (P.REFLECTIONS, 2, deeds(done="1"), False, day(-10)),
        (P.REFLECTIONS, 2, deeds(done="1", words="1"), True, None),
        (P.LEADER_MEETING, 1, deeds(), True, None),
    ],
)
def test_a_part_is_late_from_the_day_on_which_it_could_not_be_spared(
    part: str, needed: int, did: Deeds, on_track: bool, since: dt.date | None
) -> None:
    found = part_of(plan({part: needed}), did, part, today=TODAY)

    assert (found.on_track, found.since) == (on_track, since)


def test_a_past_gathering_whose_list_is_not_filled_in_makes_nobody_late() -> None:
    waiting = plan({P.GATHERINGS: 2}, states=("held", "planned", "planned"))

    assert is_on_track(parts_of(waiting, deeds(), today=TODAY))


def test_a_cancelled_gathering_is_asked_of_nobody() -> None:
    cancelled = plan({P.GATHERINGS: 2}, states=("held", "held", "cancelled"))

    (part,) = parts_of(cancelled, deeds("2"), today=TODAY)

    assert (part.needed, part.met) == (1, True)


def test_an_action_that_is_due_today_is_not_late() -> None:
    assert part_of(plan({P.LEADER_MEETING: 1}), deeds(), P.LEADER_MEETING, today=TODAY).on_track


def test_what_is_left_is_never_below_nothing() -> None:
    assert part_of(plan({P.GATHERINGS: 1}), deeds("23"), P.GATHERINGS, today=TODAY).lacks == 0


def test_more_than_asked_of_one_part_does_not_make_up_for_another() -> None:
    parts = parts_of(plan({P.GATHERINGS: 1, P.ACTIONS: 1}), deeds("23"), today=TODAY)

    assert share_done(parts) == 0.5


def test_nothing_asked_is_nothing_done() -> None:
    assert share_done(()) == 0.0


SOME = st.sets(st.integers(1, 3))


@given(present=SOME, done=SOME, more=st.integers(1, 3))
def test_doing_more_never_makes_anybody_less_complete(present: set[int], done: set[int], more: int) -> None:
    def parts(present: set[int]) -> tuple[bool, float]:
        did = Deeds(dict.fromkeys(present, "present"), {n: Report(TODAY, True) for n in done})
        table = parts_of(plan(FULL), did, today=TODAY)
        return completes(table), share_done(table)

    assert parts(present | {more}) >= parts(present)


@pytest.mark.parametrize(
    ("rule", "present", "made", "done_on", "when"),
    [
        ({P.GATHERINGS: 1}, "23", "", {}, -20),
        ({P.GATHERINGS: 1, P.ACTIONS: 1}, "2", "", {1: -12, 2: -3}, -12),
        ({P.GATHERINGS: 1, P.ACTIONS: 2}, "2", "", {1: -12, 2: -3}, -3),
        ({P.INTRODUCTION: 1, P.LEADER_MEETING: 1}, "1", "", {3: -50}, -40),
        ({P.GATHERINGS: 1}, "", "2", {}, 0),
        ({P.GATHERINGS: 3}, "2", "3", {}, 0),
    ],
)
def test_it_was_completed_on_the_day_of_the_last_thing_asked_for(
    rule: dict[str, int], present: str, made: str, done_on: dict[int, int], when: int
) -> None:
    table = plan(rule)
    attendance = {int(n): "present" for n in present} | {int(n): "made_up" for n in made}
    did = Deeds(attendance, {n: Report(day(number), True) for n, number in done_on.items()})

    assert completed_on(Plan(table.rule, table.dates, table.tasks, {P.GATHERINGS: 1}), did, today=TODAY) == day(when)
