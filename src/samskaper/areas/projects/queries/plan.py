"""The plan as the plan check sees it, and what was noticed about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from operator import attrgetter
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext, gettext_noop

from samskaper.areas.projects.models import BudgetLine, Project, ProjectSection, RemarkDecision
from samskaper.areas.projects.plancheck import (
    Minimum,
    Plan,
    PlanActivity,
    PlanGoal,
    PlanLine,
    PlanSection,
    PlanTotal,
    Remark,
    check,
    own_share,
)
from samskaper.areas.projects.plancheck.figures import in_words
from samskaper.areas.projects.queries.progress import ProjectProgress
from samskaper.areas.projects.queries.projects import activities_of, budget_of, main_goals_of, sub_goals_of
from samskaper.foundation.prepared import prepared


@dataclass(frozen=True, slots=True)
class Answered:
    """A remark that somebody has answered. `did`: a yes changed the plan; `changed` is the activity that it wrote."""

    remark: Remark
    fingerprint: str
    accepted: bool
    reason: str
    did: bool
    changed: int | None


def _answered(fingerprint: str, data: Mapping[str, Any], accepted: bool, reason: str) -> Answered:
    before = data.get("before") or {}
    changed = before.get("activity")
    return Answered(Remark.from_data(data), fingerprint, accepted, reason, bool(before), int(changed) if changed else None)


@dataclass(frozen=True, slots=True)
class Checked:
    """What the plan check says, and what was answered."""

    open: tuple[Remark, ...]
    answered: tuple[Answered, ...]
    share: Fraction | None
    minimum: Minimum

    @property
    def open_words(self) -> str:
        """How many things were noticed, in words."""
        return capfirst(in_words(len(self.open)))

    @property
    def share_percent(self) -> float | None:
        """The own contribution in per cent, to be shown with one decimal."""
        return None if self.share is None else float(self.share * 100)

    @property
    def source(self) -> str:
        """Who asks for it."""
        return gettext(self.minimum.source)

    @property
    def minimum_percent(self) -> float:
        """What the grant asks for, in per cent."""
        return float(self.minimum.share * 100)


def minimum() -> Minimum:
    """Return the least own contribution and who asks for it, as the installation's settings say."""
    source = getattr(settings, "GRANT_MINIMUM_SOURCE", "") or gettext_noop("the funder's terms for project grants")
    return Minimum(Fraction(settings.GRANT_MINIMUM_OWN_SHARE, 100), source)


def plan_of(
    project: Project, progress: ProjectProgress | None = None, budget: Sequence[BudgetLine] | None = None
) -> Plan:
    """Return the project's plan as the plan check sees it; at most five queries, two where the page has the rest."""
    if progress:
        mains = [main.goal for main in progress.mains if main.goal]
        subs = sorted((sub.goal for sub in progress.goals), key=attrgetter("order"))
        rows = [one.activity for one in progress.activities]
    else:
        mains, subs = main_goals_of(project.pk), sub_goals_of(project.pk)
        rows = activities_of(project.pk, [*mains, *subs])
    main_numbers = {goal.pk: goal.number for goal in mains}
    goals = [PlanGoal(goal.ref, goal.ref, goal.text, goal.number) for goal in mains]
    goals += [
        PlanGoal(goal.ref, goal.ref, goal.text, main_numbers.get(goal.main_goal_id or 0, ""))
        for goal in subs
    ]
    return Plan(
        title=project.title,
        starts=project.starts,
        ends=project.ends,
        duration=project.duration_words,
        goals=tuple(goals),
        activities=tuple(PlanActivity(str(row.pk), row.text, row.starts, row.ends, row.goal_refs()) for row in rows),
        lines=plan_lines(budget_of(project.pk) if budget is None else budget),
        totals=tuple(
            PlanTotal(total["side"], total["amount"], total["year"])
            for total in project.stated_totals
            if total["side"] != "both"
        ),
        sections=tuple(PlanSection(heading, text) for heading, text in _sections(project.pk)),
    )


def plan_lines(budget: Iterable[BudgetLine]) -> tuple[PlanLine, ...]:
    """Return the budget as the plan check sees it."""
    return tuple(
        PlanLine(f"{line.side}-{line.order}", line.side, line.label, line.amount, line.status, line.year) for line in budget
    )


@prepared
def _sections(project: int) -> QuerySet[ProjectSection, Any]:
    return ProjectSection.objects.filter(project=project).order_by("order").values_list("heading", "text")


@prepared
def _decisions(project: int) -> QuerySet[RemarkDecision, Any]:
    decisions = RemarkDecision.objects.filter(project=project).order_by("at", "pk")
    return decisions.values_list("fingerprint", "data", "accepted", "reason")


def checked(project: Project, plan: Plan | None = None) -> Checked:
    """Return what a colleague would say about the plan. A remark that was answered is not raised again."""
    plan = plan or plan_of(project)
    decisions = [_answered(*row) for row in _decisions(project.pk)]
    answered = {decision.fingerprint for decision in decisions}
    least = minimum()
    remarks = tuple(remark for remark in check(plan, minimum=least) if remark.fingerprint not in answered)
    return Checked(
        remarks,
        tuple(decisions),
        own_share(plan) if plan.income() else None,
        least,
    )


def open_remark(project: Project, fingerprint: str) -> Remark | None:
    """Return the unanswered remark with this fingerprint, if the plan still gives rise to it."""
    return next((remark for remark in checked(project).open if remark.fingerprint == fingerprint), None)
