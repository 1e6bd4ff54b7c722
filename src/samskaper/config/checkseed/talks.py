"""The conversations of one side: one planned, one held, and one whose other party has a link."""

from __future__ import annotations

import datetime as dt

from samskaper.areas.cocreation.commands import conversations, parties
from samskaper.areas.cocreation.commands.spot import write_on_the_spot
from samskaper.areas.cocreation.models import Conversation, Party, PartyKind
from samskaper.areas.cocreation.rules.parties import LINK
from samskaper.commons.people.commands.links import make_link
from samskaper.config.checkseed.world import World
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref


def play(world: World) -> None:
    """Let an employee plan and hold conversations, with words that only those who may read them meet."""
    plant, by = world.cage.plant, world.doer("staff")
    readers = ("staff", "leader", "participant")  # the library that answers for the conversation
    club = _party(world, PartyKind.ASSOCIATION, "Songlaget")
    planned = conversations.plan(party=club, owner=world.town, planned_for=clock.today() + dt.timedelta(days=3), by=by)
    private = _held(
        world, _party(world, PartyKind.ASSOCIATION, "Idrettslaget"), plant("what was said in a conversation", *readers),
        thoughts=plant("own thoughts about a conversation", "staff"), next_step=plant("what happens after a conversation", *readers),
    )
    resident = _party(world, PartyKind.RESIDENT, plant("name of a resident", *readers))
    conversations.plan(party=resident, owner=world.town, by=by)
    address = f"{plant('address of whoever speaks for an association', 'staff')}@club.example"
    parties.name_contact(party=private.party, owner=world.town, email=address, by=by)
    spot = write_on_the_spot(
        owner=world.town, with_whom=plant("whom somebody met on the spot", *readers), held_on=clock.today(), by=by,
        said=[plant("what was said on the spot", *readers)], thoughts=plant("own thoughts on the spot", "staff"), next_step="",
    )
    linked = _held(world, club, "Vi mangler et rom om kvelden.")
    speaker = parties.name_contact(party=club, owner=world.town, email=f"club@{world.side}.example", by=by)
    said = linked.statements.get()
    world.ids |= {
        "party": club.pk, "talk": planned.pk, "talk_spot": spot.pk, "talk_held": private.pk,
        "statement": private.statements.get().pk, "statement_linked": said.pk,
        "party_secret": make_link(purpose=LINK, subject=Ref.to(speaker)),
    }


def _party(world: World, kind: str, name: str) -> Party:
    return parties.add_party(owner=world.town, kind=kind, name=name, by=world.doer("staff"))


def _held(world: World, party: Party, said: str, *, thoughts: str = "", next_step: str = "") -> Conversation:
    by = world.doer("staff")
    held = conversations.plan(party=party, owner=world.town, by=by)
    return conversations.write_down(
        conversation=held, held_on=clock.today(), said=[said], thoughts=thoughts, next_step=next_step, version=1, thoughts_version=1, by=by
    )
