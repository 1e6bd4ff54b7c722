"""Taking a person out of the system, and saying what stayed."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samskaper.commons.people.doer import Doer
from samskaper.commons.people.events import PersonErased
from samskaper.commons.people.models import EmailedLink, Membership, Person
from samskaper.commons.people.register import kinds_of_data
from samskaper.foundation import clock
from samskaper.foundation.events import announce
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Gone
from samskaper.ui import drawn


@dataclass(frozen=True, slots=True)
class Erased:
    """What became of one kind of data: what it was, and the sentence on what was kept ("" when all of it went)."""

    what: str
    kept: str


def erase_person(*, person: Person, by: Doer) -> list[Erased]:
    """Erase a person everywhere. Returns, per kind of data, what was kept and why.

    The person's row stays without name or address, so that numbers stay right; the account goes with its last person.
    Pieces of pages that this process keeps are dropped; other processes ask for none of them again, and drop them in time.
    """
    if Person.objects.filter(pk=person.pk, erased__isnull=True).update(erased=clock.now()) == 0:
        raise Gone(_("This person has been erased already."))
    answers = [Erased(str(entry.what), str(entry.erase(person.pk))) for entry in reversed(kinds_of_data())]
    kept = [answer.what for answer in answers if answer.kept]
    transaction.on_commit(drawn.forget)
    announce(PersonErased(subject=Ref.to(person), data={"kept": kept}), by=by)
    return answers[::-1]


def erase_name(person_id: int) -> Promise | str:
    """Take name, address and account away from a person; the account goes when nobody else uses it."""
    person = Person.objects.select_related("account").get(pk=person_id)
    with translation.override(person.language):
        nameless = gettext("Somebody who has left")
    account = person.account
    Person.objects.filter(pk=person_id).update(name=nameless, email="", account=None)
    EmailedLink.objects.filter(person=person_id).delete()
    if account is not None and not account.persons.exists():
        account.delete()
    return ""


def erase_roles(person_id: int) -> Promise | str:
    """Take a person's roles away."""
    Membership.objects.filter(person=person_id).delete()
    return ""


def sweep_sessions() -> int:
    """Delete sessions whose time is over. Returns how many."""
    return Session.objects.filter(expire_date__lt=clock.now()).delete()[0]
