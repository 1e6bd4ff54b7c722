"""How many seats there are, who is next in line, and what a leader is asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Lower

from samskaper.areas.programmes.models import (
    Consent,
    ConsentState,
    Enrolment,
    EnrolmentState,
    Gathering,
    GatheringKind,
    GatheringState,
    Programme,
)
from samskaper.areas.programmes.rules.enrolment import CONSENT, must_answer
from samskaper.areas.programmes.rules.running import NOT_HERE, must_run
from samskaper.commons.people.doer import Doer, DoerKind
from samskaper.commons.people.models import Membership, Organisation, OrganisationKind, Person, Role
from samskaper.commons.people.queries.links import digest_of
from samskaper.foundation import clock
from samskaper.foundation.prepared import prepared
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Refusal

LIBRARIES = (OrganisationKind.REGIONAL_LIBRARY, OrganisationKind.PUBLIC_LIBRARY, OrganisationKind.SCHOOL_LIBRARY)


@dataclass(frozen=True, slots=True)
class Seats:
    """The seats of a programme: how many there are, how many are taken or held, and how many people wait."""

    capacity: int
    enrolled: int
    held: int
    waiting: int

    @property
    def taken(self) -> int:
        """Seats that nobody else can have now."""
        return self.enrolled + self.held

    @property
    def free(self) -> int:
        """Seats that the next one can have; those who wait come first."""
        return max(0, self.capacity - self.taken)


@dataclass(frozen=True, slots=True)
class Hours:
    """What the programme asks of a participant, in hours: in gatherings and on one's own."""

    gatherings: float
    own: int

    @property
    def total(self) -> float:
        """All of it."""
        return self.gatherings + self.own


def seats(programme: Programme) -> Seats:
    """Return the seats of a programme, in one query. Numbers only: no names."""
    rows = dict(_numbers(programme.pk))
    return Seats(
        programme.capacity, rows.get(EnrolmentState.ENROLLED, 0), rows.get(EnrolmentState.HELD, 0),
        rows.get(EnrolmentState.WAITING, 0),
    )


@prepared
def _numbers(programme: int) -> QuerySet[Enrolment, tuple[str, int]]:
    return Enrolment.objects.filter(programme=programme).order_by().values("state").annotate(n=Count("pk")).values_list("state", "n")


def hours(programme: Programme) -> Hours:
    """Return how many hours the programme asks of a participant."""
    return hours_in(programme, programme.gatherings.filter(for_participants=True))


def hours_in(programme: Programme, gatherings: Iterable[Gathering]) -> Hours:
    """Return the same from gatherings that are at hand; those that are cancelled or not for participants take no time."""
    counted = [row for row in gatherings if row.for_participants and row.state != GatheringState.CANCELLED]
    seconds = sum((row.ends - row.starts).total_seconds() for row in counted)
    return Hours(round(seconds / 3600, 1), programme.own_hours)


def line(programme: Programme) -> QuerySet[Enrolment]:
    """Return the waiting list in order."""
    return Enrolment.objects.filter(programme=programme, state=EnrolmentState.WAITING).order_by("joined", "pk")


def place_in_line(enrolment: Enrolment) -> int:
    """Return the number in the waiting list, from 1."""
    before = Q(joined__lt=enrolment.joined) | Q(joined=enrolment.joined, pk__lt=enrolment.pk)
    return line(enrolment.programme).filter(before).count() + 1


def has_begun(programme: Programme) -> bool:
    """Whether the first gathering (not the introduction) has begun."""
    return Gathering.objects.filter(
        programme=programme, kind=GatheringKind.GATHERING, starts__lte=clock.now()
    ).exclude(state=GatheringState.CANCELLED).exists()


def enrolled(programme: Programme, *, visible_to: Doer) -> QuerySet[Enrolment]:
    """Return those who have a seat or wait for one, for those who run the programme: seats first, then the line.

    Those who left and those who were told no are not in it: why a seat is free again is nobody's business.
    """
    must_run(visible_to, programme)
    states = [*Enrolment.SEATED, EnrolmentState.WAITING]
    return (
        Enrolment.objects.filter(programme=programme, state__in=states)
        .select_related("person", "library", "consent")
        .order_by("joined", "pk")
    )


def libraries_of(doer: Doer) -> QuerySet[Organisation]:
    """Return the organisations in which one works, to sign up from."""
    return Organisation.objects.filter(pk__in=doer.organisations()).order_by("name")


def library_called(name: str, *, programme: Programme) -> Organisation | None:
    """Return the library of the programme's country that is called just so, None when there is none or more than one."""
    if not name:
        return None
    owner = programme.owner
    rows = Organisation.objects.filter(kind__in=LIBRARIES, country=owner.country, is_demo=owner.is_demo, name__iexact=name)[:2]
    found = list(rows)
    return found[0] if len(found) == 1 else None


def leaders_of(libraries: list[int]) -> list[tuple[int, str, str]]:
    """Return (library, name, address) of the leaders of these libraries today, for their own staff to choose from."""
    today = clock.today()
    rows = (
        Membership.objects.filter(Q(until__isnull=True) | Q(until__gt=today), since__lte=today)
        .filter(organisation_id__in=libraries, role=Role.LEADER, person__erased__isnull=True)
        .select_related("person", "person__account")
        .order_by("person__name")
    )
    return [(row.organisation_id, row.person.name, address_of(row.person)) for row in rows if address_of(row.person)]


def address_of(person: Person) -> str:
    """Return where letters to somebody go; "" when we know no address."""
    return person.email or (person.account.email if person.account else "")


def address_of_doer(doer: Doer) -> str:
    """Return where an answer to a letter of this doer can go; "" when we know no address."""
    found = Person.objects.select_related("account").filter(pk=doer.person).first() if doer.person else None
    return address_of(found) if found else ""


def addresses_of(doer: Doer) -> frozenset[str]:
    """Return the addresses that somebody reads, in small letters."""
    return frozenset(address.lower() for address in _account_of(doer.person)) if doer.person else frozenset()


@prepared
def _account_of(person: int) -> QuerySet[Person, str]:
    return Person.objects.filter(pk=person, account__isnull=False).exclude(account__email="").values_list("account__email", flat=True)


def _consents() -> QuerySet[Consent]:
    return Consent.objects.select_related("enrolment__person", "enrolment__library", "enrolment__programme__owner")


def consent_by_secret(secret: str) -> tuple[Consent, Doer]:
    """Return what this link asks, and its bearer. Raises Refusal (404) when no letter has this link (any longer)."""
    consent = _consents().filter(secret_digest=digest_of(secret)).first()
    if consent is None:
        raise Refusal(NOT_HERE, status=404)
    link = (CONSENT, Ref.to(consent.enrolment))
    return consent, Doer(DoerKind.BEARER, name=consent.leader_name, link=link)


def consent_of(enrolment: int, *, visible_to: Doer) -> Consent:
    """Return what a signed-in leader is asked about a colleague. Raises Refusal (404) for others."""
    consent = _consents().filter(enrolment__pk=enrolment).exclude(state=ConsentState.LATER).first()
    if consent is None:
        raise Refusal(NOT_HERE, status=404)
    must_answer(visible_to, consent, known_addresses=addresses_of(visible_to))
    return consent


def consents_waiting_for(doer: Doer, addresses: frozenset[str] | None = None) -> list[tuple[int, str, str, dt.datetime | None]]:
    """Return the twenty most urgent questions that wait for this leader's answer. `addresses` are hers, where known.

    Each is the number of the enrolment, who asks for what, and until when.
    """
    if doer.person is None:
        return []
    reads = addresses_of(doer) if addresses is None else addresses
    return _waiting_for(doer.organisations(Role.LEADER), reads, doer.person)


@prepared
def _waiting_for(libraries: frozenset[int], addresses: frozenset[str], person: int) -> QuerySet[Consent, Any]:
    return (
        Consent.objects.annotate(address=Lower("leader_email"))
        .filter(
            Q(enrolment__library__in=libraries) | Q(address__in=addresses),
            state=ConsentState.ASKED, enrolment__state=EnrolmentState.HELD,
        )
        .exclude(enrolment__person=person)
        .order_by("deadline", "pk")
        .values_list("enrolment_id", "enrolment__person__name", "enrolment__programme__title", "deadline")[:20]
    )


def overdue(now: dt.datetime) -> QuerySet[Consent]:
    """Return the questions whose deadline has passed while a seat is held for them."""
    return Consent.objects.filter(
        state=ConsentState.ASKED, deadline__lt=now, enrolment__state=EnrolmentState.HELD
    ).order_by("deadline")
