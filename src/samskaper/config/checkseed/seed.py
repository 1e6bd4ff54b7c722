"""Makes both sides, and tells what a check needs: cookies, addresses, canaries, and who may write where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from samskaper.commons.people.commands import load_places
from samskaper.commons.people.doer import SYSTEM
from samskaper.commons.people.models import Installation
from samskaper.config import doors
from samskaper.config.checkseed import (
    challenges,
    evenings,
    films,
    initiatives,
    letters,
    meeting_plans,
    openings,
    plans,
    revising,
    series,
    sessions,
    talks,
    world,
)
from samskaper.config.checkseed.canaries import Canary
from samskaper.config.checkseed.world import World


@dataclass(frozen=True, slots=True)
class Seed:
    """What was made: the two sides, and a sign-in for every role."""

    sides: dict[str, World]
    cookies: dict[str, dict[str, str]]

    @property
    def canaries(self) -> list[Canary]:
        """Every word that was planted."""
        return [bird for side in self.sides.values() for bird in side.cage.birds]

    def walks(self, side: str = "a") -> list[doors.Walk]:
        """Return every address of a side with its door."""
        return doors.walks(self.sides[side].ids)


@transaction.atomic
def plant_seed() -> Seed:
    """Make both sides in the present database, which holds nothing else."""
    load_places(by=SYSTEM)
    sides = {side: _side(side) for side in doors.SIDES}
    Installation.objects.update_or_create(pk=1, defaults={"library": sides["a"].library, "seeded_for_checks": True})
    cookies = {"guest": sessions.cookies_of(None)}
    for name, side in sides.items():
        cookies |= {f"{role}_{name}": sessions.cookies_of(side.people[role]) for role in doors.ROLES}
    return Seed(sides, cookies)


def _side(name: str) -> World:
    side = world.build(name)
    series.play(side)
    plans.play(side)
    talks.play(side)
    challenges.play(side)
    openings.play(side)
    initiatives.play(side)
    evenings.play(side)
    films.play(side)
    revising.play(side)
    letters.play(side)
    meeting_plans.play(side)
    homes = {"town": side.town, "library": side.library, "association": side.association, "funder": side.funder}
    side.ids |= {key: home.pk for key, home in homes.items()}
    return side


def as_json(seed: Seed) -> dict[str, Any]:
    """Return what `check-seed --json` prints."""
    walks = seed.walks()
    return {
        "roles": seed.cookies,
        "urls": list(dict.fromkeys(walk.path for walk in walks)),
        "canaries": {bird.word: sorted(bird.roles) for bird in seed.canaries},
        "allow_write": {walk.path: sorted(walk.door.write) for walk in walks},
    }
