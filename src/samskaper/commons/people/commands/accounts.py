"""Accounts and the persons who use them."""

from __future__ import annotations

import datetime as dt

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from samskaper.commons.people.doer import Doer, DoerKind
from samskaper.commons.people.events import PersonAdded, PersonChanged
from samskaper.commons.people.models import Account, Person
from samskaper.foundation import clock
from samskaper.foundation.events import announce
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict
from samskaper.foundation.versions import save_unchanged

MOST_PERSONS = 40


def open_account(*, email: str, by: Doer) -> Account | None:
    """Return the account of this address; a new one where there is none, None where it was closed.

    Known and unknown addresses take the same way, so that nobody can ask who has an account.
    """
    address = email.strip().lower()
    account, _new = Account.objects.get_or_create(email=address, defaults={"password": "!"})
    return account if account.is_active else None


def introduce_person(*, account: Account, name: str, language: str, by: Doer) -> Person:
    """Add a person to an account: its first one, or a colleague who shares the address."""
    if account.persons.filter(erased__isnull=True).count() >= MOST_PERSONS:
        raise Conflict(_("Forty people share this address already. Ask your library for an address of your own."))
    person = Person.objects.create(account=account, name=name, email=account.email, language=language)
    announce(PersonAdded(subject=Ref.to(person)), by=_as_person(person))
    return person


def claim_person(*, account: Account, person: Person, by: Doer) -> Person:
    """Let an invited person be one of this account's: somebody pressed "that is me" behind the invited address."""
    taken = Person.objects.filter(
        pk=person.pk, account__isnull=True, erased__isnull=True, email__iexact=account.email
    ).update(account=account)
    if not taken:
        raise Conflict(_("This invitation has been taken up already."))
    person.account = account
    announce(PersonAdded(subject=Ref.to(person)), by=_as_person(person))
    return person


def change_person(*, person: Person, version: int, name: str, language: str, by: Doer) -> Person:
    """Change what somebody is called and which language letters come in. Raises Stale with both texts."""
    save_unchanged(person, version=version, changes={"name": name, "language": language})
    announce(PersonChanged(subject=Ref.to(person)), by=by)
    return person


def sweep_accounts() -> int:
    """Delete accounts that asked for a code a day ago and never came in. Returns how many."""
    persons = Person.objects.filter(account=OuterRef("pk"))
    idle = Account.objects.filter(
        ~Exists(persons), last_login__isnull=True, is_superuser=False, created__lt=clock.now() - dt.timedelta(days=1)
    )
    return idle.delete()[1].get(Account._meta.label, 0)


def _as_person(person: Person) -> Doer:
    return Doer(DoerKind.PERSON, person=person.pk, name=person.name)
