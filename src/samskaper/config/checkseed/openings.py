"""The county of each side's library, and the register that is being filled for it."""

from __future__ import annotations

from samskaper.areas.cocreation.models import Filling
from samskaper.commons.people.models import County
from samskaper.config.checkseed.world import World
from samskaper.foundation import clock


def play(world: World) -> None:
    """Let the register of the county wait to be filled. (In Denmark nobody can ask for it; there it stands for one of before.)"""
    counties = County.objects.valid_on(clock.today()).filter(country=world.library.country).order_by("number")
    world.library.county = counties.last()
    world.library.save(update_fields=["county"])
    assert world.library.county is not None
    filling = Filling.objects.create(owner=world.library, county=world.library.county, person=world.people["adviser"])
    world.ids |= {"filling": filling.pk}
