"""What one side tries together: an initiative that a library and an association own, with a resident asked along."""

from __future__ import annotations

from samskaper.areas.cocreation.commands import initiatives, parties, partners
from samskaper.areas.cocreation.models import PartnerRole, Party, PartyKind
from samskaper.areas.cocreation.queries.parties import bearer_behind
from samskaper.config.checkseed.world import World


def play(world: World) -> None:
    """Let the library propose, the association say yes by its link, and a resident stay asked; after the conversations."""
    by, plant = world.doer("staff"), world.cage.plant
    club = Party.objects.get(pk=world.ids["party"])
    made = initiatives.propose(title="Rom om kvelden", about="Vi prøver en nøkkel på rundgang.", owner=world.town, by=by, library=world.town.pk)
    name = plant("name of a resident who is asked along to an initiative", "staff", "leader", "participant")
    resident = parties.add_party(owner=world.town, kind=PartyKind.RESIDENT, name=name, by=by)
    for party, role in ((club, PartnerRole.OWNER), (resident, PartnerRole.PARTNER)):
        partners.ask(initiative=made.pk, asked=party, role=role, library=world.town.pk, by=by)
    contact, bearer = bearer_behind(str(world.ids["party_secret"]))
    partners.say_yes(initiative=made.pk, brings="Stoler", contact=contact, by=bearer)
    world.ids |= {"initiative": made.pk}
