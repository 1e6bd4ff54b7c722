"""An initiative as one reader sees it: somebody of a library, or a party behind its link."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q
from django.utils.text import capfirst

from samskaper.areas.cocreation.events import GroundLost
from samskaper.areas.cocreation.models import (
    Contact,
    Initiative,
    InitiativeState,
    Partner,
    PartnerRole,
    PartnerState,
    SpinOff,
    StillGoing,
)
from samskaper.areas.cocreation.queries.initiatives import Who, who_of, with_names
from samskaper.areas.cocreation.queries.involved import of_party as challenges_of_party
from samskaper.areas.cocreation.rules import initiatives as rules
from samskaper.areas.cocreation.rules.challenges import Side
from samskaper.areas.cocreation.rules.challenges import side as side_by
from samskaper.areas.cocreation.rules.parties import LIBRARY_ROLES
from samskaper.commons.anchoring.queries import Promise, noun_of, ties_of
from samskaper.commons.people.doer import SYSTEM, Doer
from samskaper.commons.people.models import Organisation
from samskaper.commons.record.queries import history, outcomes, sources
from samskaper.foundation import clock
from samskaper.foundation.kinds import Card, cards_of
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Missing

CHALLENGE = "cocreation.challenge"


@dataclass(frozen=True, slots=True)
class Origin:
    """What an initiative came from, with what such a thing is called and its number."""

    number: int
    noun: str
    title: str
    url: str
    note: str


@dataclass(frozen=True, slots=True)
class Grown:
    """Something that grew out of an initiative, and whether the reader may take it away."""

    number: int
    what: str
    year: int
    may_go: bool


@dataclass(frozen=True, slots=True)
class InitiativePage:
    """An initiative as one reader sees it. `place` is her side's row among the partners; `side` on whose behalf she reads."""

    initiative: Initiative
    who: list[Who]
    place: Partner | None
    side: Side
    sides: frozenset[str]
    may_write: bool
    may_decide: bool
    may_own: bool
    may_join: bool
    origins: list[Origin]
    ground_lost: bool
    grown: list[Grown]
    questions: list[StillGoing]
    promises: list[Promise]
    came_of_it: list[Card]

    @property
    def is_asked(self) -> bool:
        """The reader's side is asked and has not answered."""
        return self.place is not None and self.place.state == PartnerState.ASKED

    @property
    def owners(self) -> list[Who]:
        """Those who have said yes to owning it."""
        return [one for one in self.who if one.role == PartnerRole.OWNER and one.state == PartnerState.YES]

    @property
    def partners(self) -> list[Who]:
        """Those who take part without owning it."""
        return [one for one in self.who if one.role == PartnerRole.PARTNER and one.state == PartnerState.YES]

    @property
    def asked(self) -> list[Who]:
        """Those who have not answered."""
        return [one for one in self.who if one.state == PartnerState.ASKED]

    @property
    def open_questions(self) -> list[StillGoing]:
        """Questions whose day has come, while it is going or after it was answered."""
        today = clock.today()
        going = self.initiative.state == InitiativeState.GOING
        return [one for one in self.questions if one.due_on <= today and (one.answer or going)]

    @property
    def overdue(self) -> bool:
        """The day of the next step has gone by."""
        day = self.initiative.next_step_on
        return day is not None and day < clock.today() and self.initiative.state in (InitiativeState.PROPOSED, InitiativeState.GOING)


def side_of(doer: Doer, partners: Iterable[Partner]) -> Side:
    """Return on whose behalf somebody of a library acts here: her library that takes part, is asked, or else her first."""
    mine = doer.organisations(*LIBRARY_ROLES)
    rows = [row.library_id for row in partners if row.library_id in mine and row.state != PartnerState.NO]
    return Side(library=next(iter(rows), None) or next(iter(sorted(mine)), None), person=doer.person)


def initiative_page(number: int, *, visible_to: Doer, contact: Contact | None = None) -> InitiativePage:
    """Return an initiative as somebody of a library sees it, or a party behind its link. Raises Missing for all others."""
    found = Initiative.objects.select_related("owner", "county").filter(pk=number).first()
    if found is None:
        raise Missing()
    partners = list(with_names().filter(initiative=found))
    side = side_by(visible_to, contact=contact) if contact is not None else side_of(visible_to, partners)
    rules.must_read(visible_to, partners, side)
    place = rules.place_of(partners, side)
    knows = rules.knows(visible_to, found, partners, side)
    ref = Ref.to(found)
    from_ = sources([ref]).get(ref, [])
    grown_from = outcomes([ref]).get(ref, [])
    cards = cards_of([*from_, *grown_from], visible_to=visible_to)
    return InitiativePage(
        found, [who_of(row, doer=visible_to, side=side, knows=knows) for row in partners if row.state != PartnerState.NO],
        place, side, rules.owned_by(partners), rules.is_in(place), rules.may_decide(partners, place), rules.may_own(partners, place),
        rules.may_be_joined(found, place), _origins(from_, cards) if contact is None else _origins_for(contact, from_),
        _ground_lost(from_), _grown(found, partners, place, side), list(found.asked_after.select_related("library", "person", "party__county")),
        ties_of(ref), [cards[one] for one in grown_from if one in cards],
    )


def _origins(refs: list[Ref], cards: dict[Ref, Card]) -> list[Origin]:
    seen = [cards[one] for one in refs if one in cards and not one.kind.startswith("anchoring.")]
    return [Origin(card.ref.id, capfirst(noun_of(card.ref)), card.title, card.url, card.note) for card in seen]


def _origins_for(contact: Contact, refs: list[Ref]) -> list[Origin]:
    """Return the challenges among what it came from that a party sees on its own pages."""
    numbers = [one.id for one in refs if one.kind == CHALLENGE]
    seen = challenges_of_party(contact.party).filter(pk__in=numbers) if numbers else ()
    return [Origin(one.pk, capfirst(noun_of(Ref.to(one))), one.wording, "", "") for one in seen]


def _ground_lost(origins: list[Ref]) -> bool:
    """Whether something that a challenge behind it was built on is gone. What, and why, is nobody's business."""
    challenges = [one for one in origins if one.kind == CHALLENGE]
    return any(history(one, visible_to=SYSTEM).filter(key=GroundLost.key, taken_back__isnull=True).exists() for one in challenges)


def _grown(found: Initiative, partners: list[Partner], place: Partner | None, side: Side) -> list[Grown]:
    decides = rules.may_decide(partners, place)
    rows: Iterable[SpinOff] = found.spin_offs.all()
    return [Grown(one.pk, one.what, one.year, decides or (rules.is_in(place) and rules.is_of(one, side))) for one in rows]


def libraries_to_ask(page: InitiativePage, *, contact: Contact) -> list[Organisation]:
    """Return the libraries that a party may ask along: those it has talked with, and the one that answers for its page."""
    taken = Partner.objects.filter(initiative=page.initiative, library__isnull=False).values("library")
    talked = Q(pk__in=contact.party.conversations.values("owner")) | Q(pk=contact.owner_id)
    return list(Organisation.objects.filter(talked).exclude(pk__in=taken).order_by("name"))
