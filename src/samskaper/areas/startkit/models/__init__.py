"""Editions of the kit and what was written in each, plans for meetings, and what those who used it said."""

from samskaper.areas.startkit.models.editions import Edition, EditionText
from samskaper.areas.startkit.models.findings import Finding, FindingState, Keeper
from samskaper.areas.startkit.models.plans import ItemKind, Plan, PlanItem
from samskaper.areas.startkit.models.tryouts import AskAgain, Outcome, TryOut
from samskaper.areas.startkit.models.voices import Asked, EvaluationGroup, Voice, Workshop

__all__ = [
    "AskAgain", "Asked", "Edition", "EditionText", "EvaluationGroup", "Finding", "FindingState", "ItemKind", "Keeper", "Outcome", "Plan", "PlanItem",
    "TryOut", "Voice", "Workshop",
]
