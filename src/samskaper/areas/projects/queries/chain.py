"""A project's place on the red thread, counted from what has really happened."""

from __future__ import annotations

from dataclasses import dataclass

from samskaper.areas.projects.models import Project
from samskaper.areas.projects.queries.progress import HELD, Practice, ProjectProgress, programmes_of
from samskaper.areas.projects.rules import measures
from samskaper.commons.anchoring.queries import Promise, ties_of
from samskaper.commons.people.doer import Doer
from samskaper.commons.record import queries as record
from samskaper.foundation.kinds import Card, cards_of, kinds
from samskaper.foundation.refs import Ref

DEEPEST = 5


@dataclass(frozen=True, slots=True)
class Chain:
    """What stands under each knot: plans, activities, attended gatherings, and what came of it further on."""

    ties: tuple[Promise, ...]
    activities: int
    gatherings: int
    attended: int
    programmes: tuple[Card, ...]
    later: dict[str, int]


def chain_of(project: Project, progress: ProjectProgress | Practice | None = None, *, visible_to: Doer) -> Chain:
    """Return a project's chain as far as this doer may see it; asks less where the page has its `progress`."""
    refs = list(progress.programmes) if progress else programmes_of(project)
    facts = progress.facts if progress else record.counts([*HELD, measures.ATTENDED], within=refs) if refs else {}
    cards = cards_of(refs, visible_to=visible_to)
    return Chain(
        tuple(ties_of(Ref.to(project))),
        len(progress.activities) if progress else project.activities.count(),
        sum(facts.get(key, 0) for key in HELD),
        facts.get(measures.ATTENDED, 0),
        tuple(cards[ref] for ref in refs if ref in cards),
        _later(refs),
    )


def _later(refs: list[Ref]) -> dict[str, int]:
    """Return how many records hang under each later knot, by the knots of their kinds."""
    found: dict[str, int] = {}
    level, seen = set(refs), set(refs)
    for _depth in range(DEEPEST):
        if not level:
            break
        level = {ref for below in record.outcomes(level).values() for ref in below} - seen
        seen |= level
        for ref in level:
            if (kind := kinds.get(ref.kind)) and kind.knot:
                found[kind.knot] = found.get(kind.knot, 0) + 1
    return found
