"""The budget as it is shown: who pays what, what it goes to, and whether enough is put in, as a picture and two tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from samskaper.areas.projects.application import Budget
from samskaper.areas.projects.models import BudgetLine, BudgetSide, BudgetStatus
from samskaper.ui.numbers import Funnel, Stage, amount


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """A line of the budget, in whole kroner."""

    label: str
    amount: int
    status: str

    @property
    def status_words(self) -> str:
        """How sure the money is."""
        return str(BudgetStatus(self.status).label) if self.status in BudgetStatus.values else ""


@dataclass(frozen=True, slots=True)
class Money:
    """Both sides of a budget. `minimum` is the part (0 to 1) that the grant asks the applicants to put in."""

    income: Sequence[MoneyLine]
    expenses: Sequence[MoneyLine]
    minimum: Fraction

    def __bool__(self) -> bool:
        return bool(self.income or self.expenses)

    @property
    def income_total(self) -> int:
        """All that comes in."""
        return sum(line.amount for line in self.income)

    @property
    def expenses_total(self) -> int:
        """All that goes out."""
        return sum(line.amount for line in self.expenses)

    @property
    def requested(self) -> int:
        """What is asked of the funder."""
        return sum(line.amount for line in self.income if line.status == BudgetStatus.REQUESTED)

    @property
    def own(self) -> int:
        """What the applicants and others put in, work included."""
        return self.income_total - self.requested

    @property
    def share(self) -> float | None:
        """The own part in per cent; None without income."""
        return 100 * self.own / self.income_total if self.income_total > 0 else None

    @property
    def asked(self) -> int:
        """The least own part in kroner, rounded up."""
        return -int(-self.minimum * self.income_total // 1)

    @property
    def drawn(self) -> Funnel | None:
        """The picture: own part and grant beside what it goes to; the red line is the least own part."""
        if self.income_total <= 0:
            return None
        stages = [
            Stage(_("Own contribution"), self.own, strong=True, shown=amount(self.own)),
            Stage(_("Asked of the funder"), self.requested, shown=amount(self.requested), marked=False),
            Stage(_("Expenses in all"), self.expenses_total, shown=amount(self.expenses_total), marked=False),
        ]
        words = _("The red line is the own contribution that the grant asks for: %(amount)s kroner, %(share)d per cent.")
        said = {"amount": amount(self.asked), "share": round(self.minimum * 100)}
        return Funnel(stages, self.asked, words % said) if self.requested and self.asked else Funnel(stages)


def money_of(lines: Iterable[BudgetLine], minimum: Fraction) -> Money:
    """Return the budget of a project from its lines."""
    rows = list(lines)
    income, expenses = (
        [MoneyLine(row.label, row.amount, row.status) for row in rows if row.side == side]
        for side in (BudgetSide.INCOME, BudgetSide.EXPENSES)
    )
    return Money(income, expenses, minimum)


def money_in(data: Mapping[str, Any]) -> Money:
    """Return the budget that a report told."""
    income, expenses = (
        [MoneyLine(row["label"], row["amount"], row["status"]) for row in data["budget"][side]["lines"]]
        for side in ("income", "expenses")
    )
    return Money(income, expenses, Fraction(round(data["minimum_share"] * 100), 10_000))


def money_read(budget: Budget, minimum: Fraction) -> Money:
    """Return the budget as it was understood of an application."""
    income, expenses = (
        [MoneyLine(row.label, row.amount, row.status.value) for row in rows] for rows in (budget.income, budget.expenses)
    )
    return Money(income, expenses, minimum)
