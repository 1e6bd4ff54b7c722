"""Whom a programme goes out to, and how far the letters have come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from samskaper.areas.programmes.models import Consent, Invitation, Programme
from samskaper.areas.programmes.queries.seats import LIBRARIES, hours
from samskaper.areas.programmes.rules import words
from samskaper.areas.programmes.rules.publish import Post, may_see_address
from samskaper.areas.programmes.rules.running import must_run
from samskaper.commons.mail.letters import Address, Words, absolute, compose
from samskaper.commons.mail.models import Letter, State
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Membership, Organisation, Person, Role
from samskaper.commons.people.queries import addresses_open_to
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref

TEMPLATE = "programmes/letters/invitation.txt"
TEST_TEMPLATE = "programmes/letters/invitation_test.txt"
WORKS_THERE = (Role.STAFF, Role.LEADER, Role.ADVISER)


def post_of(programme: Programme, *, visible_to: Doer) -> Post:
    """Return how many are invited and how far their letters have come, in two queries."""
    must_run(visible_to, programme)
    rows = Invitation.objects.filter(programme=programme).aggregate(
        invited=Count("pk"), to_send=Count("pk", filter=Q(queued__isnull=True)),
        queued=Count("pk", filter=Q(queued__isnull=False, sent__isnull=True)),
    )
    ref = Ref.to(programme)
    letters = dict(
        Letter.objects.filter(owner=programme.owner_id, about_kind=ref.kind, about_id=ref.id, template=TEMPLATE)
        .values_list("state").annotate(n=Count("pk")).order_by()
    )
    return Post(
        invited=rows["invited"], to_send=rows["to_send"],
        waiting=rows["queued"] + letters.get(State.WAITING, 0) + letters.get(State.SENDING, 0),
        sent=letters.get(State.SENT, 0), uncertain=letters.get(State.UNCERTAIN, 0),
        refused=letters.get(State.REFUSED, 0), stopped=letters.get(State.STOPPED, 0),
    )


def invitations(programme: Programme, *, visible_to: Doer) -> QuerySet[Invitation]:
    """Return whom the programme goes out to, by name."""
    must_run(visible_to, programme)
    return Invitation.objects.filter(programme=programme).select_related("library").order_by("name", "email")


@dataclass(frozen=True, slots=True)
class Receiver:
    """Somebody on the list as an adviser sees her: `address` is "" where it is none of ours; `roles` in words."""

    invitation: Invitation
    address: str
    roles: str


def receivers(rows: Iterable[Invitation], *, visible_to: Doer) -> list[Receiver]:
    """Return a page of `invitations` with their roles, and with the addresses that may be seen, in two queries."""
    page = list(rows)
    persons = {row.person_id for row in page if row.person_id}
    seen = addresses_open_to(persons, visible_to=visible_to)
    roles: dict[tuple[int, int], list[str]] = {}
    for held in Membership.objects.filter(_at_work(), person__in=persons).order_by("role"):
        roles.setdefault((held.person_id, held.organisation_id), []).append(held.get_role_display())
    return [
        Receiver(
            row, row.email if may_see_address(row, open_persons=seen) else "",
            ", ".join(roles.get((row.person_id or 0, row.library_id or 0), [])),
        )
        for row in page
    ]


def name_invited_by(email: str) -> str:
    """Return what the newest invitation or question to a leader at this address calls her. For whoever signed in by it."""
    invited = Invitation.objects.filter(email__iexact=email).exclude(name="").order_by("-added", "-pk")
    asked = Consent.objects.filter(leader_email__iexact=email).exclude(leader_name="").order_by("-pk")
    found = invited.values_list("name", flat=True).first() or asked.values_list("leader_name", flat=True).first()
    return found or ""


def libraries_to_sign_up_from(programme: Programme, *, visible_to: Doer) -> QuerySet[Organisation]:
    """Return the libraries of the country, where somebody who calls may work."""
    must_run(visible_to, programme)
    return Organisation.objects.filter(
        kind__in=LIBRARIES, country=programme.owner.country, is_demo=programme.owner.is_demo
    ).order_by("name")


def libraries_to_choose(programme: Programme, *, visible_to: Doer) -> QuerySet[Organisation]:
    """Return the libraries of the country whose staff are here, with how many they are (`people`)."""
    must_run(visible_to, programme)
    works = _at_work("memberships__")
    return (
        Organisation.objects.filter(kind__in=LIBRARIES, country=programme.owner.country, is_demo=programme.owner.is_demo)
        .annotate(people=Count("memberships__person", filter=works, distinct=True))
        .filter(people__gt=0)
        .order_by("name")
    )


def _at_work(prefix: str = "") -> Q:
    today = clock.today()
    still = Q(**{f"{prefix}until__isnull": True}) | Q(**{f"{prefix}until__gt": today})
    return still & Q(**{
        f"{prefix}since__lte": today, f"{prefix}role__in": WORKS_THERE, f"{prefix}person__erased__isnull": True
    })


def staff_of(libraries: Iterable[int]) -> list[tuple[Person, int]]:
    """Return everybody who works in these libraries today and has an address, each once, with the library's id."""
    rows = (
        Membership.objects.filter(_at_work(), organisation__in=list(libraries))
        .select_related("person", "person__account").order_by("person__name", "pk")
    )
    found: dict[int, tuple[Person, int]] = {}
    for row in rows:
        found.setdefault(row.person_id, (row.person, row.organisation_id))
    return list(found.values())


def queued(limit: int) -> QuerySet[Invitation]:
    """Return invitations that were sent off by an adviser and have no letter yet, oldest first."""
    return (
        Invitation.objects.filter(queued__isnull=False, sent__isnull=True)
        .select_related("programme__owner", "library").order_by("queued", "pk")[:limit]
    )


def link(name: str, *args: object) -> Any:
    """Return what a letter's template calls to get the address of a page in the receiver's language."""
    return lambda: absolute(reverse(f"programmes:{name}", args=args))


def letter_words(programme: Programme) -> dict[str, object]:
    """Return what every letter of invitation to this programme is written from."""
    gatherings = list(programme.gatherings.filter(for_participants=True).exclude(state="cancelled").order_by("number"))
    last = programme.enrol_until
    return {
        "programme": programme, "hours": hours(programme), "dates": lambda: [words.date_line(row) for row in gatherings],
        "last_day": lambda: words.weekday(last) if last else "",
        "page": link("programme", programme.pk), "sign_up": link("sign_up", programme.pk),
    }


def preview(programme: Programme, *, visible_to: Doer) -> Words:
    """Return the letter as the first one on the list gets it, or as somebody without a name would."""
    found = invitations(programme, visible_to=visible_to).first()
    invitation = found or Invitation(programme=programme, language=programme.language, source="…")
    to = Address(invitation.email or "post@example.org", invitation.name, invitation.language)
    return compose(TEMPLATE, {**letter_words(programme), "invitation": invitation}, to=to)
