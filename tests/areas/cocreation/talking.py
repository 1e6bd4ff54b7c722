"""Parties that have said something, each with a link of its own."""

from __future__ import annotations

from dataclasses import dataclass

from samskaper.areas.cocreation.commands import conversations, parties, statements
from samskaper.areas.cocreation.models import Contact, Conversation, Party, PartyKind, ReadBack, Shown, Statement
from samskaper.areas.cocreation.rules.parties import LINK
from samskaper.commons.people.commands.links import make_link
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import County, Organisation
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from tests.areas.cocreation.conftest import bearer, hold


@dataclass
class Speaker:
    """A party, the conversation with it, and whoever holds its link."""

    party: Party
    talk: Conversation
    contact: Contact

    @property
    def doer(self) -> Doer:
        return bearer(self.contact)

    @property
    def secret(self) -> str:
        return make_link(purpose=LINK, subject=Ref.to(self.contact))

    @property
    def said(self) -> list[Statement]:
        return list(self.talk.statements.all())

    def confirm(self, one: Statement, *, shown: str = "") -> Statement:
        found = statements.confirm(statement=one.pk, contact=self.contact, wording=one.wording, version=one.version, by=self.doer)
        return statements.show_as(statement=one.pk, contact=self.contact, shown=shown, by=self.doer) if shown else found

    def withdraw(self, one: Statement) -> Statement:
        return statements.withdraw(statement=one.pk, contact=self.contact, by=self.doer)

    def hide(self, one: Statement) -> Statement:
        return statements.show_as(statement=one.pk, contact=self.contact, shown=Shown.NOT, by=self.doer)


def speaker(name: str, *said: str, owner: Organisation, by: Doer, county: County | None = None, within: Ref | None = None, agreed: bool = True) -> Speaker:
    """Hold a conversation with somebody new, and read back what was said."""
    party = parties.add_party(owner=owner, kind=PartyKind.ASSOCIATION, name=name, county=county, by=by)
    talk = hold(conversations.plan(party=party, owner=owner, within=within, by=by), by, *said)
    if agreed:
        numbers = [one.pk for one in talk.statements.all()]
        statements.read_back(conversation=talk, statements=numbers, how=ReadBack.ALOUD, on=clock.today(), by=by)
    contact = parties.name_contact(party=party, owner=owner, email=f"{party.pk}@lag.example", by=by)
    return Speaker(party, talk, contact)
