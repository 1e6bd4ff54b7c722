"""The budget as it is shown."""

from __future__ import annotations

from fractions import Fraction

import pytest
from django.utils import translation

from samskaper.areas.projects.application import read
from samskaper.areas.projects.models import Project
from samskaper.areas.projects.queries.money import Money, MoneyLine, money_in, money_of, money_read
from samskaper.areas.projects.queries.projects import budget_of
from samskaper.areas.projects.queries.report import report_of
from samskaper.ui.numbers import amount

ASKED = Fraction(2, 5)
GRANT = MoneyLine("Grant", 600, "requested")
OWN = MoneyLine("Own hours", 400, "confirmed")


def test_both_sides_of_the_real_application(project: Project) -> None:
    money = money_of(budget_of(project.pk), ASKED)

    assert (len(money.income), len(money.expenses)) == (3, 9)
    assert money.income_total == money.expenses_total == 1_370_000
    assert money.share == pytest.approx(63.5, abs=0.05)


def test_the_report_and_the_preview_tell_the_same(project: Project, sample: str) -> None:
    kept = money_of(budget_of(project.pk), ASKED)

    assert money_in(report_of(project)) == kept
    assert money_read(read(sample).budget, ASKED) == kept


def test_the_line_stands_at_what_the_grant_asks_for() -> None:
    drawn = Money([GRANT, OWN], [], ASKED).drawn

    assert drawn and drawn.goal == 400
    assert [("funnel__goal" in row.bar) for row in drawn.rows] == [True, False, False]


def test_where_nothing_is_asked_for_there_is_no_line() -> None:
    drawn = Money([OWN], [], ASKED).drawn

    assert drawn and drawn.goal is None


def test_expenses_alone_have_no_picture() -> None:
    money = Money([], [OWN], ASKED)

    assert (bool(money), money.drawn, money.share) == (True, None, None)


def test_an_empty_budget_is_nothing() -> None:
    assert not Money([], [], ASKED)


@pytest.mark.parametrize(
    ("language", "read_as"), [("nb", "1\u202f370\u202f000"), ("nn", "1\u202f370\u202f000"), ("da", "1.370.000")]
)
def test_an_amount_has_thin_spaces(language: str, read_as: str) -> None:
    with translation.override(language):
        assert amount(1_370_000) == read_as
