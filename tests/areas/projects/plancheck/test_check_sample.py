"""The real plan of 2022: six remarks, and nothing spurious."""

from __future__ import annotations

from fractions import Fraction

import pytest
from django.utils import translation

from samskaper.areas.projects.application import read
from samskaper.areas.projects.plancheck import Act, Plan, Remark, check, own_share
from tests.areas.projects.application import variants
from tests.areas.projects.application.variants import SAMPLE, VARIANTS

SIX = ["year-off", "duration", "filed-apart", "gathering-before-action", "only-planned", "money-without-activity"]


@pytest.fixture(scope="module")
def plan() -> Plan:
    return Plan.from_application(read(SAMPLE))


@pytest.fixture(scope="module")
def remarks(plan: Plan) -> dict[str, Remark]:
    return {remark.code: remark for remark in check(plan)}


def test_exactly_the_six(plan: Plan) -> None:
    assert [remark.code for remark in check(plan)] == SIX


@pytest.mark.parametrize("name", sorted(set(VARIANTS) - {"other order"}))
def test_six_in_other_forms_too(name: str) -> None:
    assert [remark.code for remark in check(Plan.from_application(read(VARIANTS[name])))] == SIX


@pytest.mark.parametrize("name", sorted(set(VARIANTS) - {"nynorsk"}))  # where the duration is another word
def test_no_to_a_remark_holds_in_other_forms_too(name: str, plan: Plan) -> None:
    refused = {
        remark.fingerprint for remark in check(plan) if remark.code in ("duration", "filed-apart", "only-planned")
    }
    again = {remark.fingerprint for remark in check(Plan.from_application(read(VARIANTS[name])))}
    assert refused <= again


def test_project_begins_with_the_first_activity_that_is_not_a_year_off(plan: Plan) -> None:
    assert plan.starts and plan.ends
    assert (plan.starts.isoformat(), plan.ends.isoformat()) == ("2022-04-20", "2023-06-20")


def test_programme_for_the_launch_is_a_year_early(remarks: dict[str, Remark]) -> None:
    remark = remarks["year-off"]
    assert remark.subjects == ("activity:26", "activity:27")
    assert remark.proposal.kind is Act.MOVE_ACTIVITY
    assert remark.proposal.data == {"activity": "26", "starts": "2023-03-10", "ends": "2023-03-21"}


def test_second_action_belongs_with_the_first(remarks: dict[str, Remark]) -> None:
    remark = remarks["filed-apart"]
    assert remark.subjects == ("activity:10", "activity:7")
    assert remark.proposal.data == {"activity": "10", "goals": ["1.3"]}


def test_one_year_is_fourteen_months(remarks: dict[str, Remark]) -> None:
    with translation.override("en"):
        assert "fourteen months" in remarks["duration"].sentence()
        assert remarks["duration"].proposal.button() == "Write fourteen months"
        assert remarks["duration"].proposal.text() == "fourteen months"


def test_gathering_for_associations_is_followed_up(remarks: dict[str, Remark]) -> None:
    remark = remarks["gathering-before-action"]
    assert (remark.params["ends"], remark.params["until"]) == ("2022-09-27", "2022-10-06")
    assert remark.proposal.kind is Act.ADD_ACTIVITY
    assert remark.proposal.data["goals"] == ["1.4"]
    assert remark.proposal.data["starts"] == "2022-10-07"


def test_design_money_gets_an_activity(remarks: dict[str, Remark]) -> None:
    remark = remarks["money-without-activity"]
    assert remark.params["amount"] == 60_000
    assert remark.proposal.data["goals"] == ["main 2"]


def test_expert_group_goes_on_after_its_plan(remarks: dict[str, Remark]) -> None:
    remark = remarks["only-planned"]
    assert remark.subjects == ("goal:2.5", "activity:16")
    assert remark.proposal.data["starts"] == "2022-05-20"
    assert remark.proposal.data["ends"] == "2023-06-20"


def test_own_contribution_is_well_over_the_minimum(plan: Plan) -> None:
    assert own_share(plan) == Fraction(870, 1370)
    assert round(float(own_share(plan)) * 100, 1) == 63.5


def test_both_sides_are_equal(plan: Plan) -> None:
    assert plan.income() == plan.expenses() == 1_370_000


def test_three_years_of_budget_balance_but_the_project_is_shorter() -> None:
    found = check(Plan.from_application(read(variants.three_years())))
    assert [remark.code for remark in found] == SIX
    assert found[-1].subjects == ("budget:expenses-6", "budget:expenses-15", "budget:expenses-24")
    assert found[-1].params["amount"] == 180_000


def test_half_an_application_is_checked_gently() -> None:
    codes = {remark.code for remark in check(Plan.from_application(read(variants.first_half())))}
    assert "year-off" not in codes
    assert codes <= {"goal-without-activity", "filed-apart", "duration", "budget-short", "budget-over"}


def test_empty_plan_is_silent() -> None:
    assert check(Plan()) == []
