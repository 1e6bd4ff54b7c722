"""Rules on what serves which goal."""

from __future__ import annotations

import pytest

from samskaper.areas.projects.plancheck import Act, Plan, Remark, check
from tests.areas.projects.plancheck.plans import activity, goal, plan


def said(checked: Plan, code: str) -> list[Remark]:
    return [remark for remark in check(checked) if remark.code == code]


def pair(first: str, first_goals: tuple[str, ...], second: str, second_goals: tuple[str, ...]) -> Plan:
    return plan(
        activity("1", first, "2022-01-01", "2022-02-01", *first_goals),
        activity("2", second, "2022-02-01", "2022-03-01", *second_goals),
    )


@pytest.mark.parametrize(
    ("first", "first_goals", "second", "second_goals", "hit"),
    [
        ("Første aksjon er holdt.", ("1.3",), "Andre aksjon er holdt.", ("1.2",), True),
        ("Første aksjon er holdt.", ("1.3",), "Andre aksjon er holdt.", ("1.3",), False),
        ("Første aksjon er holdt.", ("1.3",), "Andre samling er holdt.", ("1.2",), False),
        ("Første workshops er holdt.", ("2.1",), "Andre workshop er holdt.", ("2.1",), False),
        ("Første workshops er holdt.", ("2.1",), "Andre workshop er holdt.", ("2.2",), True),
        ("Første aksjon er holdt.", ("1.3",), "Andre aksjon er holdt.", (), True),
        ("Første aksjon er holdt.", (), "Andre aksjon er holdt.", (), False),
        ("Fyrste aksjon er halden.", ("1.3",), "Tredje aksjon er halden.", ("1.2",), True),
        ("Første aktion er holdt.", ("1.3",), "Anden aktion er holdt.", ("1.2",), True),
        ("First action is held.", ("1.3",), "Second action is held.", ("1.2",), True),
        ("1. aksjon er holdt.", ("1.3",), "2. aksjon er holdt.", ("1.2",), True),
        ("Aksjon er holdt.", ("1.3",), "Andre aksjon er holdt.", ("1.2",), False),
        ("Første", ("1.3",), "Andre", ("1.2",), False),
        ("Første aksjon er holdt.", ("1.2", "1.3"), "Andre aksjon er holdt.", ("1.3", "1.2"), False),
    ],
)
def test_filed_apart(
    first: str, first_goals: tuple[str, ...], second: str, second_goals: tuple[str, ...], hit: bool
) -> None:
    assert bool(said(pair(first, first_goals, second, second_goals), "filed-apart")) is hit


def test_two_series_of_the_same_name_may_stand_under_two_goals() -> None:
    checked = plan(
        activity("1", "Første samling er holdt.", "2022-01-01", "2022-01-02", "1.1"),
        activity("2", "Andre samling er holdt.", "2022-01-03", "2022-01-04", "1.1"),
        activity("3", "Første samling er holdt.", "2022-01-01", "2022-01-02", "2.1"),
        activity("4", "Andre samling er holdt.", "2022-01-03", "2022-01-04", "2.1"),
    )
    assert said(checked, "filed-apart") == []


def test_filed_apart_proposes_the_goals_of_the_first() -> None:
    (remark,) = check(pair("Første aksjon.", ("1.2", "1.3"), "Andre aksjon.", ("main 1",)))
    assert remark.proposal.kind is Act.CHANGE_GOALS
    assert remark.proposal.data == {"activity": "2", "goals": ["1.2", "1.3"]}


EXPERTS = "Ekspertgruppen er med i hele prosessen."


@pytest.mark.parametrize(
    ("goal_text", "activities", "hit"),
    [
        (EXPERTS, ("Vi har laget en plan for ekspertgruppen.",), True),
        (EXPERTS, ("Vi har laga ein plan for ekspertgruppa.", "Møtene er ferdig planlagt."), True),
        (EXPERTS, ("Vi har laget en plan for ekspertgruppen.", "Ekspertgruppen har møttes."), False),
        (EXPERTS, ("Ekspertgruppen har møttes.",), False),
        ("Ekspertgruppen er med.", ("Vi har laget en plan for ekspertgruppen.",), False),
        ("Ekspertgruppa er med i heile prosjektet.", ("Vi har laga ein plan for gruppa.",), True),
        ("Gruppen er med i hele forløbet.", ("Der er lavet en plan for gruppen.",), True),
        ("The group is asked throughout.", ("We have made a plan for it.",), True),
        (EXPERTS, (), False),
    ],
)
def test_only_planned(goal_text: str, activities: tuple[str, ...], hit: bool) -> None:
    rows = [activity(str(n), text, "2022-04-20", "2022-05-20", "2.5") for n, text in enumerate(activities)]
    checked = plan(*rows, goals=(goal("2.5", goal_text),), starts="2022-04-20", ends="2023-06-20")
    assert bool(said(checked, "only-planned")) is hit


def test_only_planned_proposes_the_rest_of_the_project() -> None:
    row = activity("a", "Vi har laget en plan for dem.", "2022-04-20", "2022-05-20", "2.5")
    (remark,) = check(plan(row, goals=(goal("2.5", EXPERTS),), starts="2022-04-20", ends="2023-06-20"))
    assert remark.proposal.data == {"goals": ["2.5"], "text": EXPERTS, "starts": "2022-05-20", "ends": "2023-06-20"}
    assert remark.proposal.text() == EXPERTS


def test_only_planned_without_dates_proposes_none() -> None:
    row = activity("a", "Vi har laget en plan for dem.", None, None, "2.5")
    (remark,) = check(plan(row, goals=(goal("2.5", EXPERTS),)))
    assert (remark.proposal.data["starts"], remark.proposal.data["ends"]) == (None, None)
    assert remark.sentence()


@pytest.mark.parametrize(
    ("goals", "served", "missing"),
    [
        (("main 1", "1.1", "1.2"), ("1.1", "1.2"), []),
        (("main 1", "1.1", "1.2"), ("1.1",), ["1.2"]),
        (("main 1", "1.1", "1.2"), ("main 1", "1.1"), ["1.2"]),
        (("main 1", "main 2", "1.1"), ("1.1",), ["main 2"]),
        (("main 1", "main 2"), ("main 1", "main 2"), []),
    ],
)
def test_goal_without_activity(goals: tuple[str, ...], served: tuple[str, ...], missing: list[str]) -> None:
    row = activity("a", "Noe er gjort.", "2022-01-01", "2022-02-01", *served)
    found = said(plan(row, goals=tuple(map(goal, goals))), "goal-without-activity")
    assert [remark.params["ref"] for remark in found] == missing


def test_plan_without_activities_gets_one_remark() -> None:
    assert [remark.code for remark in check(plan(goals=(goal("1.1"), goal("1.2"))))] == ["no-activities"]


def test_many_of_a_kind_are_cut_short() -> None:
    row = activity("a", "Noe.", "2022-01-01", "2022-02-01")
    assert len(check(plan(row, goals=tuple(goal(f"1.{n}") for n in range(500))))) == 50
