"""A plan as it runs: steps fitted to the minutes, breaks that are proposed, and remarks. No database."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskaper.areas.startkit.rules.agenda import (
    BREAK,
    METHOD,
    POINT,
    Row,
    clock_at,
    fitted,
    goes_on,
    length,
    split,
    timed,
)
from samskaper.areas.startkit.rules.breaks import LONGEST_METHOD, proposed
from samskaper.areas.startkit.rules.remarks import remarks
from samskaper.editorial.texts import MethodText, Step

NINE, ONE, EVENING = dt.time(9), dt.time(13), dt.time(18)


def method(*minutes: int, phase: str = "ideas", people: tuple[int, int] = (4, 24), online: tuple[int, ...] = (), **words: Any) -> MethodText:
    empty = {
        "short": "", "purpose": "", "influence": "involve", "influence_words": "", "difficulty": 1, "since": 1, "when": [], "when_not": [],
        "materials": [], "preparation": [], "say_aloud": "", "questions": [], "canvas": [], "follow_up": "", "sources": [], "title": "Stille idéskriving",
    }
    steps = [{"title": f"Steg {number}", "minutes": length, "text": ""} for number, length in enumerate(minutes, start=1)]
    away = [{"title": f"Nett {number}", "minutes": length, "text": ""} for number, length in enumerate(online, start=1)]
    return MethodText.from_json({**empty, "key": "m", "language": "nb", "phase": phase, "people": people, "steps": steps, "online_steps": away, **words})


def row(pk: int, minutes: int, kind: str = POINT, **named: Any) -> Row:
    return Row(pk, kind, f"Punkt {pk}", minutes, **named)


def long(pk: int, *minutes: int, **named: Any) -> Row:
    text = method(*minutes)
    return Row(pk, METHOD, "Lang", sum(minutes), method="m", text=text, **named)


# -- steps -------------------------------------------------------------------------------------------------------------
def test_steps_keep_their_minutes_when_there_is_time_enough() -> None:
    assert [step.minutes for step in fitted(method(5, 15, 10).steps, 30)] == [5, 15, 10]


def test_what_lacks_is_taken_from_the_longest_step_first() -> None:
    assert [step.minutes for step in fitted(method(5, 15, 10).steps, 24)] == [5, 9, 10]


def test_what_is_over_goes_to_the_longest_step() -> None:
    assert [step.minutes for step in fitted(method(5, 15, 10).steps, 40)] == [5, 25, 10]


@given(st.lists(st.integers(1, 60), min_size=1, max_size=9), st.integers(1, 480))
def test_fitted_steps_add_up_and_none_is_empty(minutes: list[int], wanted: int) -> None:
    found = [step.minutes for step in fitted([Step("s", length, "") for length in minutes], wanted)]

    assert sum(found) == max(wanted, len(minutes)) and min(found) >= 1


def test_an_online_row_has_the_steps_of_the_online_variant() -> None:
    text = method(10, 20, online=(5, 15))

    assert [step.title for step in Row(1, METHOD, "", 20, "m", True, text=text).steps] == ["Nett 1", "Nett 2"]


def test_an_online_row_without_a_variant_has_the_steps_on_site() -> None:
    assert [step.title for step in Row(1, METHOD, "", 30, "m", True, text=method(10, 20)).steps] == ["Steg 1", "Steg 2"]


def test_a_split_method_has_all_its_steps_once() -> None:
    whole = long(1, 30, 40, 50)

    before, after = split(whole, 2)

    assert [step.title for step in (*before.steps, *after.steps)] == [step.title for step in whole.steps]
    assert before.minutes + after.minutes == whole.minutes and goes_on(after, before) and not goes_on(before, after)


def test_a_part_can_be_split_again() -> None:
    _first, rest = split(long(1, 30, 40, 50, 20), 1)

    middle, last = split(rest, 3)

    assert (middle.first, middle.last_step, last.first, last.last_step) == (2, 3, 4, 4)


# -- hours -------------------------------------------------------------------------------------------------------------
def test_hours_follow_each_other() -> None:
    assert [(one.at, one.until) for one in timed([row(1, 10), row(2, 45), row(3, 5)])] == [(0, 10), (10, 55), (55, 60)]


@pytest.mark.parametrize(("starts", "minutes", "shown"), [(ONE, 45, "13:45"), (dt.time(23, 30), 60, "00:30"), (NINE, 0, "09:00"), (NINE, 1440, "09:00")])
def test_the_clock_goes_on_after_midnight(starts: dt.time, minutes: int, shown: str) -> None:
    assert f"{clock_at(starts, minutes):%H:%M}" == shown


# -- breaks ------------------------------------------------------------------------------------------------------------
def breaks(*rows: Row, starts: dt.time = ONE, online: bool = False) -> list[tuple[int, int, int]]:
    return [(one.before, one.step, one.minutes) for one in proposed(rows, starts=starts, online=online)]


def test_a_short_meeting_needs_no_break() -> None:
    assert breaks(row(1, 10), row(2, 45), row(3, 30)) == []


def test_a_break_comes_before_the_row_that_would_be_too_much() -> None:
    assert breaks(row(1, 10), row(2, 45), row(3, 50), row(4, 20)) == [(3, 0, 10)]


def test_a_break_that_is_there_already_is_not_proposed_again() -> None:
    assert breaks(row(1, 10), row(2, 45), row(9, 10, BREAK), row(3, 50), row(4, 20)) == []


def test_nobody_rests_after_ten_minutes_of_welcome() -> None:
    assert breaks(row(1, 10), long(2, 30, 30, 25), row(3, 40)) == [(3, 0, 10)]


def test_a_last_round_needs_no_break_before_it() -> None:
    assert breaks(row(1, 45), row(2, 45), row(3, 10)) == []


def test_on_a_screen_a_break_of_five_comes_after_fifty() -> None:
    assert breaks(row(1, 25), row(2, 25), row(3, 30), online=True) == [(3, 0, 5)]


def test_a_method_is_not_broken_up_while_it_can_be_sat_through() -> None:
    assert breaks(long(1, 30, 30, 30)) == []


def test_a_long_method_gets_its_break_between_two_steps() -> None:
    assert breaks(long(1, 40, 45, 50)) == [(1, 2, 10)]


def test_a_long_day_has_lunch_near_noon() -> None:
    rows = [row(1, 60), row(2, 60), row(3, 60), row(4, 60), row(5, 60)]

    found = proposed(rows, starts=NINE, online=False)

    assert [one.before for one in found if one.lunch] == [4] and all(one.minutes == 45 for one in found if one.lunch)


def test_a_lunch_that_is_there_is_enough() -> None:
    rows = [row(1, 60), row(2, 60), row(3, 60), row(8, 30, BREAK), row(4, 60), row(5, 60)]

    assert not any(one.lunch for one in proposed(rows, starts=NINE, online=False))


def test_an_evening_has_no_lunch() -> None:
    assert not any(one.lunch for one in proposed([row(n, 60) for n in range(1, 7)], starts=EVENING, online=False))


def test_lunch_stands_between_two_steps_of_a_method_that_fills_the_day() -> None:
    found = [one for one in proposed([long(1, 60, 60, 60, 60, 60)], starts=NINE, online=False) if one.lunch]

    assert [(one.before, one.step) for one in found] == [(1, 3)]


@st.composite
def meetings(draw: st.DrawFn) -> list[Row]:
    kinds = st.sampled_from([POINT, METHOD, BREAK])
    rows = []
    for pk in range(1, draw(st.integers(1, 9)) + 1):
        kind = draw(kinds)
        minutes = draw(st.lists(st.integers(5, 45), min_size=1, max_size=5))
        rows.append(long(pk, *minutes) if kind == METHOD else row(pk, minutes[0], kind))
    return rows


@given(meetings(), st.booleans(), st.sampled_from([NINE, ONE, EVENING]))
def test_breaks_fall_between_rows_or_between_steps_of_long_methods_only(rows: list[Row], online: bool, starts: dt.time) -> None:
    known = {one.pk: one for one in rows}

    for one in proposed(rows, starts=starts, online=online):
        inside = known[one.before]
        assert not one.step or (inside.kind == METHOD and inside.minutes > LONGEST_METHOD and 0 < one.step < len(inside.steps))
        assert inside.kind != BREAK or one.step == 0


# -- remarks -----------------------------------------------------------------------------------------------------------
def said(*rows: Row, starts: dt.time = ONE, people: int | None = None) -> list[str]:
    return [one.words for one in remarks(rows, starts=starts, people=people)]


def test_a_calm_meeting_gets_no_remarks() -> None:
    assert said(row(1, 10), long(2, 10, 20, 15), people=12) == []


def test_too_few_minutes_name_the_steps_to_shorten() -> None:
    (words,) = said(Row(1, METHOD, "", 35, "m", text=method(10, 20, 15)))

    assert "45" in words and "35" in words and "Steg 2" in words and "Steg 1" not in words


def test_far_too_few_minutes_suggest_another_method() -> None:
    (words,) = said(Row(1, METHOD, "", 15, "m", text=method(10, 20, 15)))

    assert "kortere metode" in words and "Steg" not in words


def test_too_few_people_get_the_methods_own_help() -> None:
    (one,) = remarks([Row(1, METHOD, "", 30, "m", text=method(30, people=(12, 60), with_5="Ta ett bord."))], starts=ONE, people=5)

    assert "12" in one.words and one.help == "Ta ett bord."


def test_too_many_people_get_the_methods_own_help() -> None:
    (one,) = remarks([Row(1, METHOD, "", 30, "m", text=method(30, people=(2, 8), with_40="Del dere i to rom."))], starts=ONE, people=40)

    assert "8" in one.words and one.help == "Del dere i to rom."


def test_nothing_is_said_about_people_while_nobody_has_said_how_many() -> None:
    assert said(Row(1, METHOD, "", 30, "m", text=method(30, people=(12, 60)))) == []


def test_a_later_phase_before_an_earlier_one_is_asked_about() -> None:
    choose = Row(1, METHOD, "", 30, "a", text=method(30, phase="choose", title="Prikkavstemning"))
    ideas = Row(2, METHOD, "", 30, "b", text=method(30, phase="ideas"))

    (words,) = said(choose, ideas)

    assert "Prikkavstemning" in words and "velge" in words and said(ideas, choose) == []


def test_the_second_half_of_a_method_is_not_out_of_order() -> None:
    before, after = split(long(1, 60, 60), 1)

    assert said(before, row(9, 10, BREAK), after) == []


def test_a_method_that_has_left_the_kit_is_told_of() -> None:
    (words,) = said(Row(1, METHOD, "Gammel", 30, "gone"))

    assert "ikke lenger" in words


def test_a_long_evening_is_asked_about_and_midnight_too() -> None:
    assert len(said(row(1, 200), starts=EVENING)) == 1
    assert any("midnatt" in words for words in said(row(1, 480), starts=EVENING))
    assert said(row(1, 200), starts=NINE) == []


def test_no_remark_is_a_refusal() -> None:
    rows = [Row(pk, METHOD, "", 1, "m", text=method(10, 20, people=(12, 60))) for pk in range(1, 30)]

    assert len(said(*rows, people=1, starts=dt.time(23, 59))) >= 58 and length(rows) == 29
