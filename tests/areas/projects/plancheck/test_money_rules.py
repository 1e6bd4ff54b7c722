"""Rules on money."""

from __future__ import annotations

from fractions import Fraction

import pytest

from samskaper.areas.projects.plancheck import Minimum, Plan, PlanTotal, Remark, check, own_share
from tests.areas.projects.plancheck.plans import activity, expense, goal, income, plan


def said(checked: Plan, code: str) -> list[Remark]:
    return [remark for remark in check(checked) if remark.code == code]


@pytest.mark.parametrize(
    ("incomes", "share"),
    [
        ((("requested", 500_000), ("confirmed", 230_000), ("confirmed", 640_000)), Fraction(87, 137)),
        ((("requested", 100),), Fraction(0)),
        ((("confirmed", 100),), Fraction(1)),
        ((("requested", 60), ("expected", 40)), Fraction(2, 5)),
        ((), Fraction(0)),
        ((("requested", 0),), Fraction(0)),
    ],
)
def test_own_share(incomes: tuple[tuple[str, int], ...], share: Fraction) -> None:
    assert own_share(plan(lines=tuple(income(amount, status) for status, amount in incomes))) == share


@pytest.mark.parametrize(
    ("asked", "own", "hit"), [(60, 40, False), (61, 39, True), (100, 0, True), (0, 100, False), (0, 0, False)]
)
def test_own_share_below_the_minimum(asked: int, own: int, hit: bool) -> None:
    lines = (income(asked), income(own, "confirmed"), expense(asked + own))
    assert bool(said(plan(lines=lines), "own-share")) is hit


def test_own_share_tells_what_is_lacking_and_who_says_so() -> None:
    lines = (income(700_000), income(300_000, "confirmed"), expense(1_000_000))
    (remark,) = check(plan(lines=lines), minimum=Minimum(Fraction(1, 2), "Utlysningen"))
    assert remark.params == {"share": "3/10", "minimum": "1/2", "source": "Utlysningen", "difference": 200_000}
    assert "Utlysningen" in remark.sentence()


def test_lacking_kroner_are_rounded_up() -> None:
    lines = (income(700), income(301, "confirmed"), expense(1001))
    (remark,) = check(plan(lines=lines))
    assert remark.params["difference"] == 100


@pytest.mark.parametrize(
    ("comes_in", "goes_out", "code", "difference"),
    [(100, 90, "budget-over", 10), (90, 100, "budget-short", 10), (0, 5, "budget-short", 5), (5, 0, "budget-over", 5)],
)
def test_sides_that_differ(comes_in: int, goes_out: int, code: str, difference: int) -> None:
    (remark,) = check(plan(lines=(income(comes_in, "confirmed"), expense(goes_out))))
    assert (remark.code, remark.params["difference"]) == (code, difference)


def test_sides_that_balance_are_silent() -> None:
    assert check(plan(lines=(income(100, "confirmed"), expense(60), expense(40)))) == []


@pytest.mark.parametrize(
    ("side", "stated", "year", "code"),
    [
        ("income", 100, 1, None),
        ("income", 90, 1, "total-income"),
        ("expenses", 100, 1, None),
        ("expenses", 101, 1, "total-expenses"),
        ("income", 100, 2, "total-income"),
        ("income", 0, 2, None),
    ],
)
def test_stated_totals(side: str, stated: int, year: int, code: str | None) -> None:
    lines = (income(100, "confirmed"), expense(100))
    found = check(Plan(lines=lines, totals=(PlanTotal(side, stated, year),)))
    assert [remark.code for remark in found] == ([code] if code else [])


DONE = activity("a", "Videoer er laget og kurset er evaluert.", "2022-01-01", "2022-03-01", "1.1")


@pytest.mark.parametrize(
    ("label", "hit"),
    [
        ("Design til ny startpakke", True),
        ("Kursdesign", True),
        ("Grafisk formgiving", True),
        ("Videoproduksjon", False),
        ("Filming", False),
        ("Ekstern evaluering", False),
        ("Trykking av hefte", True),
        ("Tryksager", True),
        ("Styrking av gruppen", False),
        ("Oversettelse til nordsamisk", True),
        ("Omsetjing", True),
        ("Markedsføring", True),
        ("Reiseutgifter", False),
        ("Annet", False),
        ("Prosjektledelse: 30 prosent stilling", False),
        ("Video og design", True),
        ("Følgeforskning", True),
    ],
)
def test_money_for_work_that_nobody_does(label: str, hit: bool) -> None:
    lines = (income(10, "confirmed"), expense(10, label))
    assert bool(said(plan(DONE, lines=lines, goals=(goal("1.1"),)), "money-without-activity")) is hit


def test_income_for_design_is_no_remark() -> None:
    from samskaper.areas.projects.plancheck import PlanLine

    lines = (PlanLine("i", "income", "Design (egeninnsats)", 10, "confirmed"), expense(10))
    assert check(plan(DONE, lines=lines, goals=(goal("1.1"),))) == []


def test_nearest_goal_is_proposed() -> None:
    goals = (
        goal("main 1"),
        goal("1.1", "Heftet om foreninger er klart."),
        goal("main 2"),
        goal("2.1", "Kurset er klart."),
    )
    served = activity("a", "Foreninger er møtt.", "2022-01-01", "2022-03-01", "1.1", "2.1")
    lines = (income(10, "confirmed"), expense(10, "Design av heftet om foreninger"))
    (remark,) = check(plan(served, lines=lines, goals=goals))
    assert remark.proposal.data["goals"] == ["1.1"]
    assert (remark.proposal.data["starts"], remark.proposal.data["ends"]) == ("2022-01-01", "2022-03-01")


def test_no_goal_is_proposed_when_none_is_near() -> None:
    lines = (income(10, "confirmed"), expense(10, "Design"))
    (remark,) = check(plan(DONE, lines=lines, goals=(goal("1.1"),)))
    assert remark.proposal.data["goals"] == []


def test_money_alone_is_not_asked_about() -> None:
    assert said(plan(lines=(income(10, "confirmed"), expense(10, "Design"))), "money-without-activity") == []
