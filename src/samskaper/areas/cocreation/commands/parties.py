"""Writing down whom libraries talk with, and whether they want to be asked."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from samskaper.areas.cocreation import events
from samskaper.areas.cocreation.commands.naming import write_words
from samskaper.areas.cocreation.models import Asking, Contact, Party
from samskaper.areas.cocreation.rules import parties as rules
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Organisation
from samskaper.commons.record.commands import note
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict
from samskaper.foundation.text import clean_line


@transaction.atomic
def add_party(*, owner: Organisation, kind: str, name: str, by: Doer, number: str = "", **fields: Any) -> Party:
    """Write a party down. Raises Conflict when one with this number in the unit register is there already."""
    rules.must_talk_for(by, owner.pk)
    try:
        with transaction.atomic():
            party = Party.objects.create(owner=owner, kind=kind, name=clean_line(name), number=clean_line(number).replace(" ", ""), **fields)
    except IntegrityError:
        raise Conflict(_("Somebody with this number is in the register already. Search for the number, and choose them there.")) from None
    write_words([party])
    note(events.PartySaved(subject=Ref.to(party), owner=owner.pk), by=by)
    return party


@transaction.atomic
def name_contact(*, party: Party, owner: Organisation, email: str, by: Doer, name: str = "", phone: str = "", language: str = "nb") -> Contact:
    """Register who speaks for a party. The same address in the same library is one contact; its name and language are brought up to date."""
    rules.must_talk_for(by, owner.pk)
    email = clean_line(email).lower()
    values = {"name": clean_line(name)[:120], "phone": clean_line(phone)[:30], "language": language}
    found = Contact.objects.filter(party=party, owner=owner, email=email, until__isnull=True).first() if email else None
    if found is None:
        return Contact.objects.create(party=party, owner=owner, email=email, **values)
    for field, value in values.items():
        setattr(found, field, value or getattr(found, field))
    found.save(update_fields=list(values))
    return found


@transaction.atomic
def say_not_now(*, contact: Contact, by: Doer, until: dt.date | None = None) -> Party:
    """The party does not want to be asked before a day (half a year from now if none is named)."""
    return _answer(contact, Asking.NOT_NOW, until or clock.today() + dt.timedelta(days=rules.PAUSE), by=by)


@transaction.atomic
def say_never(*, contact: Contact, by: Doer) -> Party:
    """The party does not want to be asked by any library."""
    return _answer(contact, Asking.NEVER, None, by=by)


@transaction.atomic
def welcome_again(*, contact: Contact, by: Doer) -> Party:
    """The party may be asked again."""
    return _answer(contact, Asking.WELCOME, None, by=by)


def _answer(contact: Contact, asking: str, not_before: dt.date | None, *, by: Doer) -> Party:
    rules.must_speak_for(by, contact)
    party = Party.objects.select_for_update(of=("self",)).get(pk=contact.party_id)
    party.asking, party.not_before = asking, not_before
    party.save(update_fields=["asking", "not_before"])
    note(events.AskingChanged(subject=Ref.to(party), owner=party.owner_id, data={"asking": str(asking)}), by=by)
    return party
