"""An application as plain JSON, for the command line and for other systems."""

from collections.abc import Iterable
from typing import Any

from samskaper.areas.projects.plancheck import Plan, Remark, check

from .shape import Application, BudgetLine

_APPLICANT = ("name", "address", "postcode", "place", "number", "account")


def as_json(application: Application) -> dict[str, Any]:
    """The whole application with the remarks of the plan check.

    Dates are ISO dates or null, amounts whole kroner. Each remark has its
    sentence in the active language, so Django's settings are needed.
    """
    app = application
    return {
        "applicant": {key: getattr(app.applicant, key) for key in _APPLICANT},
        "title": app.title,
        "aim": app.aim,
        "introduction": app.introduction,
        "focus_areas": list(app.focus_areas),
        "duration": app.duration,
        **_goals(app),
        "sections": [{"heading": part.heading, "text": part.text, "level": part.level} for part in app.sections],
        "activities": _activities(app),
        "budget": _budget(app),
        "partners": [{"name": partner.name, "contribution": partner.contribution} for partner in app.partners],
        "anchorings": _anchorings(app),
        "remarks": [remark_as_json(remark) for remark in check(Plan.from_application(app))],
        "not_understood": [
            {"line": left.line, "text": left.text, "why": left.why.value} for left in app.not_understood
        ],
    }


def remark_as_json(remark: Remark) -> dict[str, Any]:
    """One remark with its sentence in the active language."""
    return {
        "code": remark.code,
        "subjects": list(remark.subjects),
        "params": dict(remark.params),
        "sentence": remark.sentence(),
        "proposal": {
            "kind": remark.proposal.kind.value,
            "data": dict(remark.proposal.data),
            "button": remark.proposal.button(),
        },
        "fingerprint": remark.fingerprint,
    }


def _goals(app: Application) -> dict[str, Any]:
    return {
        "main_goals": [
            {"number": goal.number, "text": goal.text, "lines": list(goal.lines)} for goal in app.main_goals
        ],
        "sub_goals": [
            {"number": goal.number, "main_goal": goal.main_goal, "text": goal.text, "lines": list(goal.lines)}
            for goal in app.sub_goals
        ],
    }


def _budget(app: Application) -> dict[str, Any]:
    return {
        "income": _money(app.budget.income),
        "expenses": _money(app.budget.expenses),
        "stated": [
            {"side": total.side.value, "year": total.year, "amount": total.amount} for total in app.budget.stated
        ],
    }


def _activities(app: Application) -> list[dict[str, Any]]:
    return [
        {
            "written": activity.written,
            "text": activity.text,
            "starts": activity.starts.isoformat() if activity.starts else None,
            "ends": activity.ends.isoformat() if activity.ends else None,
            "goals": list(activity.goals),
            "lines": list(activity.lines),
        }
        for activity in app.activities
    ]


def _money(lines: Iterable[BudgetLine]) -> list[dict[str, Any]]:
    return [
        {"label": line.label, "amount": line.amount, "status": line.status.value, "year": line.year} for line in lines
    ]


def _anchorings(app: Application) -> list[dict[str, Any]]:
    return [
        {
            "title": tie.title,
            "kind": tie.kind,
            "page": tie.page,
            "quotation": tie.quotation,
            "quoted": tie.quoted,
            "sentence": tie.sentence,
        }
        for tie in app.anchorings
    ]
