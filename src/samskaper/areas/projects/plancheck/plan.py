"""A plan as the check sees it: plain, and the same from an application as from the database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Any, Protocol, Self

from .slips import Dated, Slip, year_slips


@dataclass(frozen=True, slots=True)
class PlanGoal:
    """A goal. ``ref`` is what activities point to: «1.2» or «main 1»; ``main`` is «1»."""

    id: str
    ref: str
    text: str
    main: str

    @property
    def is_main(self) -> bool:
        """Whether it is a main goal."""
        return self.ref.startswith("main ")


@dataclass(frozen=True, slots=True)
class PlanActivity:
    """An activity with the refs of the goals that it serves."""

    id: str
    text: str
    starts: date | None
    ends: date | None
    goals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A budget line: side «income» or «expenses», whole kroner, status as in the application."""

    id: str
    side: str
    label: str
    amount: int
    status: str
    year: int = 1


@dataclass(frozen=True, slots=True)
class PlanTotal:
    """A total of one side and year, as the applicant wrote it."""

    side: str
    amount: int
    year: int = 1


@dataclass(frozen=True, slots=True)
class PlanSection:
    """A headed part of the description."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Minimum:
    """The least share that the applicants put in themselves, and who says so."""

    share: Fraction
    source: str


class _Goal(Protocol):
    @property
    def number(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def ref(self) -> str: ...


class _SubGoal(_Goal, Protocol):
    @property
    def main_goal(self) -> str: ...


class _Application(Protocol):
    """What ``Plan.from_application`` needs; ``application.Application`` has it."""

    @property
    def title(self) -> str: ...
    @property
    def duration(self) -> str: ...
    @property
    def main_goals(self) -> Sequence[_Goal]: ...
    @property
    def sub_goals(self) -> Sequence[_SubGoal]: ...
    @property
    def activities(self) -> Sequence[Dated]: ...
    @property
    def sections(self) -> Sequence[Any]: ...
    @property
    def budget(self) -> Any: ...


@dataclass(frozen=True)
class Plan:
    """A whole plan. ``starts`` and ``ends`` are the project's, where known."""

    title: str = ""
    starts: date | None = None
    ends: date | None = None
    duration: str = ""
    goals: tuple[PlanGoal, ...] = ()
    activities: tuple[PlanActivity, ...] = ()
    lines: tuple[PlanLine, ...] = ()
    totals: tuple[PlanTotal, ...] = ()
    sections: tuple[PlanSection, ...] = field(default=())

    @classmethod
    def from_application(cls, app: _Application) -> Self:
        """The plan in an application.

        An application has no dates of its own: the project runs from the first
        activity to the last, apart from those that look a year off.
        """
        activities = tuple(
            PlanActivity(str(number), each.text, each.starts, each.ends, tuple(each.goals))
            for number, each in enumerate(app.activities, start=1)
        )
        slips = year_slips(activities)
        starts, ends = span([each for each in activities if each.id not in slips])
        return cls(
            title=app.title,
            starts=starts,
            ends=ends,
            duration=app.duration,
            goals=_goals(app),
            activities=activities,
            lines=_lines(app.budget),
            totals=tuple(
                PlanTotal(total.side.value, total.amount, total.year)
                for total in app.budget.stated
                if total.side.value != "both"
            ),
            sections=tuple(PlanSection(part.heading, part.text) for part in app.sections),
        )

    @cached_property
    def slips(self) -> Mapping[str, Slip]:
        """The activities that look a year off, by id."""
        return year_slips(self.activities)

    @cached_property
    def _by_ref(self) -> dict[str, PlanGoal]:
        return {goal.ref: goal for goal in self.goals}

    @cached_property
    def _served(self) -> dict[str, list[PlanActivity]]:
        served: dict[str, list[PlanActivity]] = {}
        for activity in self.activities:
            for ref in activity.goals:
                served.setdefault(ref, []).append(activity)
        return served

    def goal(self, ref: str) -> PlanGoal | None:
        """The goal that a ref points to."""
        return self._by_ref.get(ref)

    def serving(self, ref: str) -> list[PlanActivity]:
        """The activities that serve a goal."""
        return self._served.get(ref, [])

    def mains(self, activity: PlanActivity) -> set[str]:
        """The numbers of the main goals that an activity serves, itself or through a sub-goal."""
        return {goal.main for ref in activity.goals if (goal := self.goal(ref))}

    def income(self) -> int:
        """The sum of what comes in, in kroner."""
        return sum(line.amount for line in self.lines if line.side == "income")

    def expenses(self) -> int:
        """The sum of what goes out, in kroner."""
        return sum(line.amount for line in self.lines if line.side == "expenses")


def span(activities: Sequence[PlanActivity]) -> tuple[date | None, date | None]:
    """The first start and the last end."""
    starts = min((each.starts for each in activities if each.starts), default=None)
    ends = max((each.ends for each in activities if each.ends), default=None)
    return starts, ends


def _goals(app: _Application) -> tuple[PlanGoal, ...]:
    main = tuple(PlanGoal(goal.ref, goal.ref, goal.text, goal.number) for goal in app.main_goals)
    return main + tuple(PlanGoal(goal.ref, goal.ref, goal.text, goal.main_goal) for goal in app.sub_goals)


def _lines(budget: Any) -> tuple[PlanLine, ...]:
    both = (("income", budget.income), ("expenses", budget.expenses))
    return tuple(
        PlanLine(f"{side}-{number}", side, line.label, line.amount, line.status.value, line.year)
        for side, lines in both
        for number, line in enumerate(lines, start=1)
    )
