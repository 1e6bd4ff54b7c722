"""A challenge of one side: what an association with a link said is in it, and what one said that is not named to others."""

from __future__ import annotations

from samskaper.areas.cocreation.commands import challenges, conversations, grouping, parties, statements
from samskaper.areas.cocreation.models import Contact, Conversation, Party, PartyKind, ReadBack, Shown, Statement
from samskaper.areas.cocreation.rules.parties import LINK
from samskaper.commons.people.doer import Doer, DoerKind
from samskaper.config.checkseed.world import World
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref


def play(world: World) -> None:
    """Put together what two have said; a third has said it too, and does not want it shown."""
    plant, by = world.cage.plant, world.doer("staff")
    readers = ("staff", "leader", "participant")  # those who talked with them; others read the county
    club = Party.objects.get(pk=world.ids["party"])
    shy = parties.add_party(owner=world.town, kind=PartyKind.ASSOCIATION, name=plant("name of an association that is not named to others", *readers), by=by)
    hidden = parties.add_party(owner=world.town, kind=PartyKind.ASSOCIATION, name=plant("name of an association that is not shown", *readers), by=by)
    behind = [_said(world, party, words) for party, words in ((club, "Vi øver i en garasje."), (shy, "Alle rom er stengt om kvelden."))]
    away = _said(world, hidden, plant("words that are not to be shown to others", *readers))
    contact = parties.name_contact(party=hidden, owner=world.town, email=f"hidden@{world.side}.example", by=by)
    statements.show_as(statement=away.pk, contact=contact, shown=Shown.NOT, by=_bearer(contact))
    made = grouping.note_down(statements=[one.pk for one in behind], wording="Vi mangler et rom om kvelden", library=world.town.pk, by=by)
    speaker = Contact.objects.filter(party=club).latest("pk")
    challenges.accept(challenge=made, number=made.number, contact=speaker, by=_bearer(speaker))
    world.ids |= {"talk_away": away.conversation_id, "challenge": made.pk, "grouped": behind[0].pk}


def _bearer(contact: Contact) -> Doer:
    return Doer(DoerKind.BEARER, link=(LINK, Ref.to(contact)))


def _said(world: World, party: Party, words: str) -> Statement:
    """Hold a conversation in which one thing is said, and read it back."""
    by = world.doer("staff")
    held: Conversation = conversations.write_down(
        conversation=conversations.plan(party=party, owner=world.town, by=by), held_on=clock.today(), said=[words], thoughts="", next_step="",
        version=1, thoughts_version=1, by=by,
    )
    one = held.statements.get()
    statements.read_back(conversation=held, statements=[one.pk], how=ReadBack.ALOUD, on=clock.today(), by=by)
    one.refresh_from_db()
    return one
