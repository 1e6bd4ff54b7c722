"""The status report: plain data that fills itself, so that it can be shown, printed and frozen alike."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from samskaper.areas.projects.models import BudgetLine, Dissemination, GoalState, Project, Report
from samskaper.areas.projects.plancheck import Plan, own_share
from samskaper.areas.projects.queries.money import money_in
from samskaper.areas.projects.queries.plan import minimum, plan_lines
from samskaper.areas.projects.queries.progress import ActivityProgress, GoalProgress, ProjectProgress, progress_of
from samskaper.areas.projects.queries.projects import budget_of, partners_of
from samskaper.commons.anchoring.queries import Promise, ties_of
from samskaper.foundation import clock
from samskaper.foundation.prepared import prepared
from samskaper.foundation.refs import Ref
from samskaper.ui.days import month_and_year
from samskaper.ui.numbers import Funnel, Stage


@dataclass(frozen=True, slots=True)
class Told:
    """What a report says, as JSON: equal reports are equal values, and read again only when they are drawn."""

    json: str

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Told:
        """Return what this report says."""
        return cls(json.dumps(data))

    @property
    def shown(self) -> dict[str, Any]:
        """The report for a page, in the language of the screen."""
        return shown(json.loads(self.json))


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A report that was handed in."""

    number: int
    final: bool
    at: dt.datetime


def handed_in(project: int) -> tuple[HandedIn, ...]:
    """Return the reports that were handed in, the newest first."""
    return tuple(HandedIn(*row) for row in _handed_in(project))


@prepared
def _handed_in(project: int) -> QuerySet[Report, Any]:
    return Report.objects.filter(project=project).order_by("-number").values_list("number", "final", "at")


def report_of(
    project: Project, progress: ProjectProgress | None = None, ties: Sequence[Promise] | None = None
) -> dict[str, Any]:
    """Return everything that a status report says today, as plain JSON (dates in ISO form, amounts in kroner)."""
    progress = progress or progress_of(project)
    lines = budget_of(project.pk)
    plan = Plan(lines=plan_lines(lines))
    numbers = {sub.goal.pk: sub.goal.number for sub in progress.goals}
    return {
        "title": project.title,
        "aim": project.aim,
        "applicant": project.applicant or str(project.owner),
        "owner": str(project.owner),
        "funder": str(project.funder) if project.funder else "",
        "starts": _iso(project.starts),
        "ends": _iso(project.ends),
        "case_reference": project.case_reference,
        "day": clock.today().isoformat(),
        "reached": progress.reached,
        "goal_count": len(progress.goals),
        "mains": [
            {
                "number": main.goal.number if main.goal else "",
                "text": main.goal.text if main.goal else "",
                "goals": [_goal(sub) for sub in main.subs],
            }
            for main in progress.mains
        ],
        "funnel": [
            {"fact_key": number.fact_key, "noun": number.words, "count": number.count, "target": number.target}
            for number in progress.funnel
        ],
        "activities": [_activity(one) for one in progress.activities],
        "budget": {side: _money([line for line in lines if line.side == side]) for side in ("income", "expenses")},
        "own_share": float(own_share(plan) * 100) if plan.income() else None,
        "minimum_share": float(minimum().share * 100),
        "partners": [
            {"name": partner.name, "contribution": partner.contribution} for partner in partners_of(project.pk)
        ],
        "dissemination": [_spread(one, numbers.get(one.sub_goal_id or 0, "")) for one in progress.dissemination],
        "anchorings": [
            {"plan": tie.plan, "page": tie.page, "sentence": tie.sentence}
            for tie in (ties_of(Ref.to(project)) if ties is None else ties)
        ],
    }


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _goal(sub: GoalProgress) -> dict[str, Any]:
    return {
        "pk": sub.goal.pk,
        "number": sub.goal.number,
        "text": sub.goal.text,
        "state": sub.state.value,
        "numbers": [
            {
                "fact_key": one.fact_key,
                "noun": one.words,
                "definition": one.definition,
                "count": one.count,
                "target": one.target,
            }
            for one in sub.numbers
        ],
        "evidence": [{"text": one.text, "day": one.day.isoformat(), "address": one.address} for one in sub.evidence],
        "dissemination": len(sub.dissemination),
    }


def _activity(one: ActivityProgress) -> dict[str, Any]:
    return {
        "text": one.activity.text,
        "starts": _iso(one.activity.starts),
        "ends": _iso(one.activity.ends),
        "goals": [ref.removeprefix("main ") for ref in one.activity.goal_refs()],
        "from": _iso(min((first for first, _last in one.periods), default=None)),
        "until": _iso(max((last for _first, last in one.periods), default=None)),
        "done": one.done,
    }


def _money(lines: Sequence[BudgetLine]) -> dict[str, Any]:
    return {
        "lines": [
            {"label": line.label, "amount": line.amount, "status": line.status, "year": line.year} for line in lines
        ],
        "total": sum(line.amount for line in lines),
    }


def _spread(one: Dissemination, goal: str) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "title": one.title,
        "place": one.place,
        "audience": one.audience,
        "reached": one.reached,
        "day": one.day.isoformat(),
        "goal": goal,
        "address": one.address,
    }


def shown(data: Mapping[str, Any], *, printed: bool = False) -> dict[str, Any]:
    """Return a report's data for a page: days as dates, status words in the language of the screen.

    On screen each goal leads to what lies behind it; `printed` is for paper, where nothing can be pressed.
    """
    found = dict(_dated(data)) | {"drawn": _drawn(data["funnel"]), "money": money_in(data)}
    for goal in [goal for main in found["mains"] for goal in main["goals"]] if printed else ():
        goal.pop("pk", None)
    return found


def _drawn(rows: Sequence[Mapping[str, Any]]) -> Funnel:
    """Return the bars of who came how far; the goal is the red line."""
    stages = [Stage(capfirst(row["noun"]), row["count"], strong=row["target"] is not None) for row in rows]
    goal = next((row["target"] for row in rows if row["target"] is not None), None)
    return Funnel(stages, goal, _("The red line is the goal: %(number)d who complete.") % {"number": goal} if goal else "")


def _dated(value: Any) -> Any:
    if isinstance(value, Mapping):
        found: dict[str, Any] = {key: _as_date(item) if key in DAYS else _dated(item) for key, item in value.items()}
        if state := value.get("state"):
            found["state_words"], found["tone"] = str(GoalState(state).label), TONES[state]
        return found
    return [_dated(item) for item in value] if isinstance(value, list) else value


def _as_date(text: Any) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


DAYS = frozenset({"starts", "ends", "day", "from", "until"})
TONES = {
    GoalState.REACHED.value: "success",
    GoalState.UNDER_WAY.value: "",
    GoalState.LATE.value: "warning",
    GoalState.NOT_BEGUN.value: "neutral",
    GoalState.MISSED.value: "warning",
    GoalState.UNSAID.value: "neutral",
}


def period_words(starts: dt.date | None, ends: dt.date | None) -> str:
    """Return «Sept. 2026 – Oct. 2027», or what is known of it."""
    return " – ".join(month_and_year(day) for day in (starts, ends) if day)


def note_of(project: Project) -> str:
    """Return what tells a project from another of the same title: whose it is, and when."""
    return " · ".join(filter(None, (str(project.owner), period_words(project.starts, project.ends))))
