"""Questions about the persons behind an address."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet

from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Account, Membership, Person
from samskaper.commons.people.rules import may_see_address
from samskaper.foundation import clock
from samskaper.foundation.prepared import prepared

# Mailboxes that a whole library reads: whoever comes in by one of these is asked who they are, every time.
SHARED_MAILBOXES = frozenset({
    "post", "postmottak", "info", "kontakt", "kontor", "mail", "admin", "postmaster", "kultur", "skole", "library",
    "bibliotek", "biblioteket", "bibl", "bibliotekar", "folkebibliotek", "fylkesbibliotek", "centralbibliotek",
    "skolebibliotek", "skulebibliotek", "frivillig", "frivillighet", "hovedbiblioteket",
})


def persons_of(account: Account) -> QuerySet[Person]:
    """Return the persons of an account, oldest first."""
    return account.persons.filter(erased__isnull=True).order_by("pk")


def invited_persons(account: Account) -> QuerySet[Person]:
    """Return those who were invited by this address and whom nobody has said to be."""
    return Person.objects.filter(email__iexact=account.email, account__isnull=True, erased__isnull=True).order_by("pk")


def addresses_open_to(persons: Iterable[int], *, visible_to: Doer) -> frozenset[int]:
    """Return those of these persons whose address this doer may see, in one query."""
    homes: dict[int, list[tuple[int, int | None]]] = {number: [] for number in persons}
    for person, home, keeper in _homes(list(homes), clock.today()):
        homes[person].append((home, keeper))
    return frozenset(number for number, found in homes.items() if may_see_address(visible_to, number, homes=found))


@prepared
def _homes(persons: list[int], today: dt.date) -> QuerySet[Membership, Any]:
    rows = Membership.objects.filter(Q(until__isnull=True) | Q(until__gt=today), person__in=persons, since__lte=today)
    return rows.values_list("person_id", "organisation_id", "organisation__parent_id")


def looks_shared(email: str) -> bool:
    """Return whether an address is likely read by several colleagues (`post@`, `bibliotek@`)."""
    return email.partition("@")[0].lower() in SHARED_MAILBOXES


def waits_for_choice(account: Account) -> tuple[list[Person], list[Person]]:
    """Return whom the one who signed in may be: persons of the account, and invited ones."""
    return list(persons_of(account)), list(invited_persons(account))
