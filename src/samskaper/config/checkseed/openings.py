"""The county of each side's library, the register that is being filled for it, and what came in by an open door."""

from __future__ import annotations

from samskaper.areas.cocreation.commands import doors
from samskaper.areas.cocreation.models import Filling
from samskaper.commons.people.doer import GUEST
from samskaper.commons.people.models import County
from samskaper.config.checkseed.world import World
from samskaper.foundation import clock


def play(world: World) -> None:
    """Let the register wait to be filled, and somebody come by the town library's door. (In Denmark nobody can ask for a filling.)"""
    counties = County.objects.valid_on(clock.today()).filter(country=world.library.country).exclude(pk__in=Filling.objects.values("county")).order_by("number")
    world.library.county = counties.last()
    world.library.save(update_fields=["county"])
    assert world.library.county is not None
    filling = Filling.objects.create(owner=world.library, county=world.library.county, person=world.people["adviser"])
    plant, readers = world.cage.plant, ("staff", "leader", "participant")
    doors.set_door(library=world.town, person=world.people["staff"].pk, days=5, is_open=True, welcome="", version=0, by=world.doer("leader"))
    brought = doors.Brought(
        kind="challenge", party_kind="resident", name=plant("name of whoever came by the open door", *readers), phone="", shown="county", language="",
        words=plant("what somebody brought by the open door", "adviser", *readers),
        email=f"{plant('address of whoever came by the open door', *readers)}@club.example",
    )
    knock, _secret = doors.come_with(library=world.town, brought=brought, letters_in="nb", by=GUEST)
    world.ids |= {"filling": filling.pk, "talk_brought": knock.conversation_id}
