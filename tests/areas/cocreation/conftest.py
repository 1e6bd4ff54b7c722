"""An association in a county, a conversation that two colleagues hold, and the link that speaks for it."""

from __future__ import annotations

import datetime as dt

import pytest

from samskaper.areas.cocreation.commands import conversations, parties
from samskaper.areas.cocreation.models import Contact, Conversation, Party, PartyKind
from samskaper.areas.cocreation.rules.parties import LINK
from samskaper.commons.people.doer import Doer, DoerKind
from samskaper.commons.people.models import County, Organisation
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from tests.cast import Somebody


def bearer(contact: Contact) -> Doer:
    """Return whoever holds this contact's link."""
    return Doer(DoerKind.BEARER, link=(LINK, Ref.to(contact)))


@pytest.fixture
def county(db: None) -> County:
    return County.objects.create(number="34x", name="Innlandet", valid_from=dt.date(2024, 1, 1))


@pytest.fixture
def choir(town_a: Organisation, staff_a: Somebody, county: County) -> Party:
    return parties.add_party(owner=town_a, kind=PartyKind.ASSOCIATION, name="Tverrdal songlag", county=county, by=staff_a.doer)


@pytest.fixture
def planned(choir: Party, town_a: Organisation, staff_a: Somebody) -> Conversation:
    return conversations.plan(party=choir, owner=town_a, planned_for=clock.today(), by=staff_a.doer)


def hold(conversation: Conversation, by: Doer, *said: str, thoughts: str = "") -> Conversation:
    """Write a conversation down as held today."""
    place = conversation.listeners.get(person=by.person)
    return conversations.write_down(
        conversation=conversation, held_on=clock.today(), said=list(said), thoughts=thoughts, next_step="", by=by,
        version=Conversation.objects.get(pk=conversation.pk).version, thoughts_version=place.version,
    )


@pytest.fixture
def held(planned: Conversation, staff_a: Somebody) -> Conversation:
    return hold(planned, staff_a.doer, "De eldre sitter alene.", "Bussen slutter å gå klokka fem.")


@pytest.fixture
def speaker(choir: Party, town_a: Organisation, staff_a: Somebody) -> Contact:
    return parties.name_contact(party=choir, owner=town_a, email="leder@songlag.example", name="Lederen", language="nn", by=staff_a.doer)
