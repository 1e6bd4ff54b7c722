"""One picture per method, and one for the introduction: what people do in it, seen from across the room."""

from __future__ import annotations

from collections.abc import Callable

from samskaper.editorial.drawing.stills import seated, walls

WIDTH, HEIGHT = 480, 300

STILLS: dict[str, Callable[[], str]] = {
    "introduction": seated.introduction,
    "exploratory-conversation": seated.exploratory_conversation,
    "stakeholder-map": walls.stakeholder_map,
    "empathy-map": walls.empathy_map,
    "how-might-we": seated.how_might_we,
    "brainwriting": seated.brainwriting,
    "world-cafe": seated.world_cafe,
    "future-workshop": walls.future_workshop,
    "dot-voting": walls.dot_voting,
    "impact-effort": walls.impact_effort,
    "expectation-alignment": walls.expectation_alignment,
    "prototype": seated.prototype,
    "pitch": walls.pitch,
    "after-action-reflection": walls.after_action_reflection,
    "action-learning-conversation": seated.action_learning_conversation,
}
