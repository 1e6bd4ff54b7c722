"""Letters about initiatives, and what the worker does each day: the next step, and whether it is still going."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import translation

from samskaper.areas.cocreation import events
from samskaper.areas.cocreation.models import (
    Contact,
    Initiative,
    InitiativeState,
    Partner,
    PartnerRole,
    PartnerState,
    Party,
    StillGoing,
)
from samskaper.areas.cocreation.queries.letters import letters_to
from samskaper.areas.cocreation.rules.parties import LETTERS, LINK, is_open_to_questions
from samskaper.commons.mail.commands import send
from samskaper.commons.mail.letters import Address, absolute
from samskaper.commons.mail.models import Letter
from samskaper.commons.people.commands.links import make_link
from samskaper.commons.people.doer import SYSTEM, Doer
from samskaper.commons.people.models import Person
from samskaper.commons.record.commands import note
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref

OPEN = (InitiativeState.PROPOSED, InitiativeState.GOING)
AT_A_TIME = 50


def letter_to(party: Party, initiative: Initiative, *, template: str, key: str, by: Doer) -> bool:
    """Write to whoever speaks for a party, with the link to the initiative. Returns whether a letter went.

    None goes where libraries have written as often as they may, where the party does not want to be asked, or where
    nobody has an address: then it stands on its page.
    """
    locked = Party.objects.select_for_update(of=("self",)).get(pk=party.pk)
    contacts = Contact.objects.filter(party=locked, until__isnull=True).exclude(email="").select_related("owner")
    contact = next(iter(sorted(contacts, key=lambda one: (one.owner_id != initiative.owner_id, -one.pk))), None)
    if contact is None or not is_open_to_questions(locked, today=clock.today()) or letters_to(locked, within=initiative.within) >= LETTERS:
        return False
    if Letter.objects.filter(key=key).exists():
        return False
    secret = make_link(purpose=LINK, subject=Ref.to(contact))
    with translation.override(contact.language):
        page = absolute(reverse("cocreation:party_initiative", args=[secret, initiative.pk]))
    sender = Person.objects.filter(pk=by.person).first() if by.person else None
    send(
        to=Address(contact.email, contact.name, contact.language), template=f"cocreation/letters/{template}.txt",
        context={"contact": contact, "party": locked, "initiative": initiative, "sender": sender, "library": contact.owner, "page": page},
        about=Ref.to(initiative), owner=contact.owner_id, key=key, by=by,
    )
    note(events.PartyWritten(subject=Ref.to(locked), within=initiative.within, owner=contact.owner_id), by=by)
    return True


def _letter_home(row: Partner, initiative: Initiative, *, template: str, key: str, **context: Any) -> None:
    """Write to the employee who owns it on behalf of a library."""
    person = row.person
    if person is None or not person.email:
        return
    with translation.override(person.language):
        page = absolute(reverse("cocreation:initiative", args=[initiative.pk]))
    send(
        to=Address(person.email, person.name, person.language, person=person.pk), template=f"cocreation/letters/{template}.txt",
        context={"person": person, "initiative": initiative, "page": page, **context}, about=Ref.to(initiative), owner=row.library_id, key=key, by=SYSTEM,
    )


def _owners(initiative: Initiative) -> list[Partner]:
    rows = initiative.partners.filter(role=PartnerRole.OWNER, state=PartnerState.YES)
    return list(rows.select_related("person", "library", "party"))


def _one_by_one(numbers: list[int], work: Callable[[int], bool]) -> int:
    """Do each in a transaction of its own, so that one that fails or is killed holds nothing back and repeats nothing."""
    return sum(work(number) for number in numbers)


def remind() -> int:
    """Remind the owners of next steps whose day has come, once. Returns of how many initiatives."""
    due = Initiative.objects.filter(next_step_on__lte=clock.today(), reminded_on__isnull=True, state__in=OPEN)
    return _one_by_one(list(due.order_by("pk").values_list("pk", flat=True)[:AT_A_TIME]), _remind_of)


@transaction.atomic
def _remind_of(number: int) -> bool:
    due = Initiative.objects.select_for_update(of=("self",), skip_locked=True)
    found = due.filter(pk=number, next_step_on__lte=clock.today(), reminded_on__isnull=True, state__in=OPEN).first()
    if found is None or found.next_step_on is None:
        return False
    for row in _owners(found):
        key = f"cocreation-next-{found.pk}-{found.next_step_on.isoformat()}-{row.pk}"
        if row.party is not None:
            letter_to(row.party, found, template="next_step_party", key=key, by=SYSTEM)
        else:
            _letter_home(row, found, template="next_step", key=key)
    found.reminded_on = clock.today()
    found.save(update_fields=["reminded_on"])
    return True


def ask_still_going() -> int:
    """Ask the owners of initiatives that began six or twelve months ago. A party is asked on its page. Returns how many questions."""
    due = StillGoing.objects.filter(due_on__lte=clock.today(), asked_on__isnull=True, answer="", initiative__state=InitiativeState.GOING)
    return _one_by_one(list(due.order_by("pk").values_list("pk", flat=True)[:AT_A_TIME]), _ask_one)


@transaction.atomic
def _ask_one(number: int) -> bool:
    due = StillGoing.objects.select_for_update(of=("self",), skip_locked=True).select_related("initiative")
    question = due.filter(pk=number, asked_on__isnull=True, answer="", initiative__state=InitiativeState.GOING).first()
    if question is None:
        return False
    for row in _owners(question.initiative):
        if row.library_id:
            key = f"cocreation-still-{question.pk}-{row.pk}"
            _letter_home(row, question.initiative, template="still_going", key=key, months=question.months)
    question.asked_on = clock.today()
    question.save(update_fields=["asked_on"])
    return True
