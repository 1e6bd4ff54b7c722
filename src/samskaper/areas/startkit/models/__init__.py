"""Editions of the kit and what was written in each, and plans for meetings."""

from samskaper.areas.startkit.models.editions import Edition, EditionText
from samskaper.areas.startkit.models.plans import ItemKind, Plan, PlanItem

__all__ = ["Edition", "EditionText", "ItemKind", "Plan", "PlanItem"]
