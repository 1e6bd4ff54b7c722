"""A development project: its plan, what was promised, and what came of it."""

from samskaper.areas.projects.models.plan import (
    Activity,
    BudgetLine,
    BudgetSide,
    BudgetStatus,
    MainGoal,
    Measure,
    Project,
    ProjectPartner,
    ProjectSection,
    ProjectState,
    SubGoal,
)
from samskaper.areas.projects.models.practice import (
    Dissemination,
    DisseminationKind,
    Evidence,
    GoalState,
    RemarkDecision,
    Report,
)

__all__ = [
    "Activity",
    "BudgetLine",
    "BudgetSide",
    "BudgetStatus",
    "Dissemination",
    "DisseminationKind",
    "Evidence",
    "GoalState",
    "MainGoal",
    "Measure",
    "Project",
    "ProjectPartner",
    "ProjectSection",
    "ProjectState",
    "RemarkDecision",
    "Report",
    "SubGoal",
]
