"""Rules on dates: each with what makes it speak and what leaves it silent."""

from __future__ import annotations

import pytest

from samskaper.areas.projects.plancheck import Act, Plan, Remark, check, months_of
from samskaper.areas.projects.plancheck.when import months_between
from tests.areas.projects.plancheck.plans import activity, day, goal, plan


def said(checked: Plan, code: str) -> list[Remark]:
    return [remark for remark in check(checked) if remark.code == code]


def launch(starts: str, ends: str, *others: tuple[str, str, str]) -> Plan:
    """A programme for a launch with these dates, in a project of 2022–2023."""
    rest = [activity(str(n), *other, "2") for n, other in enumerate(others, start=10)]
    return plan(
        activity("a", "Forberedelsene er i gang.", "2022-04-20", "2022-12-31", "1"),
        activity("p", "Programmet til lanseringen er sendt.", starts, ends, "2"),
        *rest,
        goals=(goal("1"), goal("2")),
    )


PLANNED = ("Lanseringen er forberedt.", "2023-03-01", "2023-04-10")
HELD = ("Lanseringen er holdt.", "2023-04-12", "2023-04-19")


@pytest.mark.parametrize(
    ("starts", "ends", "others", "hit"),
    [
        ("2022-03-10", "2022-03-21", (PLANNED, HELD), True),
        ("2023-03-10", "2023-03-21", (PLANNED, HELD), False),
        ("2024-03-10", "2024-03-21", (PLANNED, HELD), True),
        ("2022-05-10", "2022-05-21", (PLANNED, HELD), False),
        ("2021-03-10", "2021-03-21", (PLANNED, HELD), False),
        ("2022-03-10", "2022-03-21", (), False),
        ("2022-03-10", "2022-03-21", (HELD,), True),
        ("2022-03-10", "2022-03-21", (("Noe annet er holdt.", "2023-04-12", "2023-04-19"),), False),
        ("2022-01-10", "2022-12-21", (PLANNED, HELD), False),
    ],
    ids=[
        "year early",
        "right year",
        "year late",
        "inside the project",
        "two years",
        "alone",
        "one of a kind",
        "one of another kind",
        "a long window",
    ],
)
def test_year_off(starts: str, ends: str, others: tuple[tuple[str, str, str], ...], hit: bool) -> None:
    assert bool(said(launch(starts, ends, *others), "year-off")) is hit


def test_year_late_is_moved_back() -> None:
    (remark,) = said(launch("2024-03-10", "2024-03-21", PLANNED, HELD), "year-off")
    assert remark.proposal.data == {"activity": "p", "starts": "2023-03-10", "ends": "2023-03-21"}


def test_leap_day_is_moved_to_the_28th() -> None:
    (remark,) = said(launch("2024-02-29", "2024-03-21", PLANNED, HELD), "year-off")
    assert remark.proposal.data["starts"] == "2023-02-28"


def test_year_off_is_not_also_outside_the_project() -> None:
    checked = launch("2022-03-10", "2022-03-21", PLANNED, HELD)
    found = Plan("", day("2022-04-20"), day("2023-06-20"), "", checked.goals, checked.activities)
    assert [remark.code for remark in check(found)] == ["year-off"]


@pytest.mark.parametrize(
    ("starts", "ends", "hit"),
    [
        ("2022-04-20", "2023-06-20", False),
        ("2022-04-19", "2022-05-20", True),
        ("2023-06-01", "2023-06-21", True),
        ("2022-05-01", "2022-05-02", False),
        (None, "2025-01-01", False),
        ("2025-01-01", None, False),
    ],
)
def test_outside_the_project(starts: str | None, ends: str | None, hit: bool) -> None:
    checked = plan(activity("a", "Noe.", starts, ends), starts="2022-04-20", ends="2023-06-20")
    assert bool(said(checked, "outside-project")) is hit


def test_project_without_dates_has_no_outside() -> None:
    assert said(plan(activity("a", "Noe.", "1999-01-01", "1999-01-02")), "outside-project") == []


@pytest.mark.parametrize(
    ("starts", "ends", "hit"),
    [("2022-05-02", "2022-05-01", True), ("2022-05-01", "2022-05-01", False), ("2022-05-01", None, False)],
)
def test_ends_before_it_starts(starts: str, ends: str | None, hit: bool) -> None:
    assert bool(said(plan(activity("a", "Noe.", starts, ends)), "ends-before-start")) is hit


def test_swapped_dates_are_swapped_back() -> None:
    (remark,) = check(plan(activity("a", "Noe.", "2022-05-02", "2022-05-01")))
    assert remark.proposal.kind is Act.MOVE_ACTIVITY
    assert remark.proposal.data == {"activity": "a", "starts": "2022-05-01", "ends": "2022-05-02"}


@pytest.mark.parametrize(
    ("duration", "starts", "ends", "hit"),
    [
        ("Ettårig", "2022-04-20", "2023-06-20", True),
        ("Ettårig", "2022-01-01", "2022-12-31", False),
        ("Ettårig", "2022-01-01", "2023-01-31", False),
        ("Ettårig", "2022-01-01", "2023-03-01", True),
        ("Ettårig", "2022-02-01", "2022-09-30", False),
        ("Toårig", "2022-01-01", "2023-12-31", False),
        ("Toårig", "2022-01-01", "2022-12-31", True),
        ("Treårig", "2022-04-20", "2023-06-20", True),
        ("fjorten måneder", "2022-04-20", "2023-06-20", False),
        ("fourteen months", "2022-04-20", "2023-06-20", False),
        ("Langvarig", "2022-04-20", "2023-06-20", False),
        ("", "2022-04-20", "2023-06-20", False),
        ("Ettårig", None, "2023-06-20", False),
        ("Ettårig", "2023-06-20", "2022-04-20", False),
    ],
)
def test_duration_against_the_dates(duration: str, starts: str | None, ends: str | None, hit: bool) -> None:
    assert bool(said(plan(starts=starts, ends=ends, duration=duration), "duration")) is hit


@pytest.mark.parametrize(
    ("word", "months"),
    [
        ("Ettårig", 12),
        ("Eittårig", 12),
        ("Etårig", 12),
        ("1-årig", 12),
        ("one year", 12),
        ("Toårig", 24),
        ("2-årig", 24),
        ("Treårig", 36),
        ("to år", 24),
        ("fjorten måneder", 14),
        ("fjorten månader", 14),
        ("14 måneder", 14),
        ("fourteen months", 14),
        ("én måned", 1),
        ("éin månad", 1),
        ("one month", 1),
        ("tjuefire måneder", 24),
        ("fireogtyve måneder", 24),
        ("twenty-four months", 24),
        ("Langvarig", None),
        ("", None),
        ("årig", None),
        ("x" * 500, None),
    ],
)
def test_months_of_a_duration(word: str, months: int | None) -> None:
    assert months_of(word) == months


@pytest.mark.parametrize(
    ("starts", "ends", "months"),
    [
        ("2022-04-20", "2023-06-20", 14),
        ("2022-01-01", "2022-12-31", 12),
        ("2022-01-01", "2022-01-31", 1),
        ("2022-01-01", "2022-01-01", 1),
        ("2022-01-31", "2022-02-28", 1),
        ("2022-01-01", "2024-12-31", 36),
    ],
)
def test_months_between(starts: str, ends: str, months: int) -> None:
    first, last = day(starts), day(ends)
    assert first and last
    assert months_between(first, last) == months


def series(gathering: str, ends: str, action: str, until: str, action_goal: str = "1.2") -> Plan:
    """A gathering and an action under main goal 1, another main goal beside it."""
    return plan(
        activity("g", gathering, "2022-09-19", ends, "1.1"),
        activity("a", action, "2022-09-19", until, action_goal),
        goals=(goal("main 1"), goal("main 2"), goal("1.1"), goal("1.2"), goal("2.1")),
    )


GATHERING = "En samling for frivillige lag og foreninger er gjennomført."
ACTION = "Andre aksjon er gjennomført."


@pytest.mark.parametrize(
    ("gathering", "ends", "action", "until", "action_goal", "hit"),
    [
        (GATHERING, "2022-09-27", ACTION, "2022-10-06", "1.2", True),
        (GATHERING, "2022-10-06", ACTION, "2022-10-06", "1.2", False),
        (GATHERING, "2022-10-10", ACTION, "2022-10-06", "1.2", False),
        (GATHERING, "2022-09-27", ACTION, "2022-10-06", "2.1", False),
        (GATHERING, "2022-09-27", "Andre samling er gjennomført.", "2022-10-06", "1.2", False),
        ("Andre samling er gjennomført.", "2022-09-27", ACTION, "2022-10-06", "1.2", False),
        ("En samling for foreninger er ferdig planlagt.", "2022-09-27", ACTION, "2022-10-06", "1.2", False),
        (GATHERING, "2022-09-27", "Aksjonene er ferdig planlagt.", "2022-10-06", "1.2", False),
        (GATHERING, "2022-09-27", "Aksjonslæring er forklart.", "2022-10-06", "1.2", False),
        (GATHERING, "2022-09-27", "Samtalene er holdt.", "2022-10-06", "1.2", True),
        (
            "Ei samling for foreiningane er halden.",
            "2022-09-27",
            "Andre aksjon er gjennomført.",
            "2022-10-06",
            "1.2",
            True,
        ),
        ("Et møde for foreningerne er holdt.", "2022-09-27", "Anden aktion er holdt.", "2022-10-06", "1.2", True),
    ],
)
def test_gathering_over_before_the_action(
    gathering: str, ends: str, action: str, until: str, action_goal: str, hit: bool
) -> None:
    assert bool(said(series(gathering, ends, action, until, action_goal), "gathering-before-action")) is hit


def test_follow_up_afterwards_is_enough() -> None:
    checked = series(GATHERING, "2022-09-27", ACTION, "2022-10-06")
    later = activity("f", "Foreningene som ble møtt sist, er fulgt opp.", "2022-10-07", "2022-10-20", "1.1")
    found = Plan("", None, None, "", checked.goals, (*checked.activities, later))
    assert said(found, "gathering-before-action") == []


def test_overlapping_windows_are_left_alone() -> None:
    windows = [
        activity(str(n), f"Nummer {n} er gjort.", f"2022-0{n}-01", f"2022-0{n + 2}-15", "1") for n in range(1, 6)
    ]
    assert check(plan(*windows, goals=(goal("1"),), starts="2022-01-01", ends="2022-12-31")) == []
