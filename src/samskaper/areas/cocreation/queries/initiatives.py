"""Initiatives as people of libraries see them, and as parties see them behind their link."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Prefetch, Q, QuerySet, When
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
from samskaper.areas.cocreation.queries.challenges import near
from samskaper.areas.cocreation.queries.conversations import my_libraries
from samskaper.areas.cocreation.queries.involved import of_party as challenges_of_party
from samskaper.areas.cocreation.rules import initiatives as rules
from samskaper.areas.cocreation.rules.challenges import Side
from samskaper.areas.cocreation.rules.challenges import side as side_by
from samskaper.areas.cocreation.rules.parties import LIBRARY_ROLES, may_talk, must_talk
from samskaper.commons.anchoring.queries import Promise, noun_of, ties_of
from samskaper.commons.people.doer import SYSTEM, Doer
from samskaper.commons.people.models import Organisation
from samskaper.commons.record.queries import history, outcomes, sources
from samskaper.foundation import clock
from samskaper.foundation.addresses import address
from samskaper.foundation.kinds import Card, cards_of
from samskaper.foundation.prepared import prepared
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Missing

MOST = 120  # initiatives in one list
CHALLENGE = "cocreation.challenge"


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody who owns an initiative, takes part in it or is asked, as the reader may see them."""

    words: str
    is_library: bool
    role: str
    state: str
    brings: str
    person: str
    mine: bool


@dataclass(frozen=True, slots=True)
class Row:
    """An initiative in a list."""

    number: int
    title: str
    state: str
    owners: tuple[str, ...]
    sides: frozenset[str]
    partners: int
    next_step: str
    next_step_on: dt.date | None
    began_on: dt.date | None
    ended_on: dt.date | None
    mine: bool
    near: bool
    asks: bool

    @property
    def overdue(self) -> bool:
        """The day of the next step has gone by."""
        return self.next_step_on is not None and self.next_step_on < clock.today() and self.state in ("proposed", "going")

    @property
    def year(self) -> int | None:
        """The year in which it began."""
        return self.began_on.year if self.began_on else None


@dataclass(frozen=True, slots=True)
class Listed:
    """The list of initiatives: those asked for, and how many there are in each state."""

    rows: list[Row]
    numbers: dict[str, int]


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


def _partners() -> QuerySet[Partner]:
    return Partner.objects.select_related("library", "person", "party__county")


def visible(doer: Doer) -> QuerySet[Initiative]:
    """Return the initiatives that people of libraries see: all."""
    return Initiative.objects.all() if may_talk(doer) or doer.is_system else Initiative.objects.none()


def _who(row: Partner, *, doer: Doer, side: Side, knows: bool) -> Who:
    words = rules.name_of(row, doer=doer, side=side, knows_them=knows)
    mine = rules.is_of(row, side) if side.party else doer.holds(row.library_id, *LIBRARY_ROLES)
    person = row.person.name if row.person and row.library_id else ""
    return Who(words, bool(row.library_id), row.role, row.state, row.brings, person, mine)


def _row(one: Initiative, *, doer: Doer, side: Side, near: bool) -> Row:
    partners = list(one.partners.all())
    knows = rules.knows(doer, one, partners, side)
    who = [_who(row, doer=doer, side=side, knows=knows) for row in partners]
    owners = tuple(each.words for each in who if each.role == PartnerRole.OWNER and each.state == PartnerState.YES)
    return Row(
        one.pk, one.title, one.state, owners, rules.owned_by(partners), sum(each.state == PartnerState.YES for each in who),
        one.next_step, one.next_step_on, one.began_on, one.ended_on,
        mine=any(each.mine and each.state == PartnerState.YES for each in who), near=near,
        asks=any(each.mine and each.state == PartnerState.ASKED for each in who),
    )


def initiatives(*, visible_to: Doer, where: str = "near", state: str = "", within: Ref | None = None) -> Listed:
    """Return initiatives: those near first, the latest first. `where` is "near", "mine" or "all"; at most 120 are listed.

    Near are those that a library of the doer's regional library answers for or takes part in.
    """
    must_talk(visible_to)
    homes = list(near(visible_to).values_list("pk", flat=True))
    mine = list(visible_to.organisations(*LIBRARY_ROLES))
    found = _of(visible(visible_to), homes if where == "near" else mine) if where in ("near", "mine") else visible(visible_to)
    if within:
        found = found.filter(within_kind=within.kind, within_id=within.id)
    numbers = dict(found.order_by().values_list("state").annotate(n=Count("pk", distinct=True)))
    rows = found.filter(state=state) if state in InitiativeState.values else found
    ordered = _nearest_first(rows, homes).prefetch_related(Prefetch("partners", _partners()))[:MOST]
    return Listed([_row(one, doer=visible_to, side=Side(), near=bool(one.is_near)) for one in ordered], numbers)


def _of(found: QuerySet[Initiative], libraries: list[int]) -> QuerySet[Initiative]:
    part = Partner.objects.filter(initiative=OuterRef("pk"), library__in=libraries).exclude(state=PartnerState.NO)
    return found.filter(Q(owner__in=libraries) | Q(Exists(part)))


def _nearest_first(found: QuerySet[Initiative], homes: list[int]) -> QuerySet[Initiative, Any]:
    near_first = Case(When(owner__in=homes, then=1), default=0, output_field=IntegerField())
    return found.annotate(is_near=near_first).order_by("-is_near", "-made", "-pk")


def side_of(doer: Doer, partners: Iterable[Partner]) -> Side:
    """Return on whose behalf somebody of a library acts here: her library that takes part, is asked, or else her first."""
    mine = visible_side(doer)
    rows = [row.library_id for row in partners if row.library_id in mine and row.state != PartnerState.NO]
    return Side(library=next(iter(rows), None) or next(iter(sorted(mine)), None), person=doer.person)


def visible_side(doer: Doer) -> frozenset[int]:
    """Return the libraries on whose behalf somebody acts."""
    return doer.organisations(*LIBRARY_ROLES)


def initiative_page(number: int, *, visible_to: Doer, contact: Contact | None = None) -> InitiativePage:
    """Return an initiative as somebody of a library sees it, or a party behind its link. Raises Missing for all others."""
    found = Initiative.objects.select_related("owner", "county").filter(pk=number).first()
    if found is None:
        raise Missing()
    partners = list(found.partners.select_related("library", "person", "party__county"))
    side = side_by(visible_to, contact=contact) if contact is not None else side_of(visible_to, partners)
    rules.must_read(visible_to, partners, side)
    place = rules.place_of(partners, side)
    knows = rules.knows(visible_to, found, partners, side)
    ref = Ref.to(found)
    from_ = sources([ref]).get(ref, [])
    grown_from = outcomes([ref]).get(ref, [])
    cards = cards_of([*from_, *grown_from], visible_to=visible_to)
    return InitiativePage(
        found, [_who(row, doer=visible_to, side=side, knows=knows) for row in partners if row.state != PartnerState.NO],
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


@dataclass(frozen=True, slots=True)
class OfParty:
    """What a party sees of initiatives: its own and those it is asked to, what is asked of it, and what it could join."""

    own: list[Row]
    asked: list[Row]
    others: list[Row]
    questions: list[StillGoing]


def of_party(contact: Contact, *, visible_to: Doer) -> OfParty:
    """Return the initiatives of a party, and those that are going on where it is at home, each side named as it has chosen."""
    side = side_by(visible_to, contact=contact)
    part = Partner.objects.filter(initiative=OuterRef("pk"), party=contact.party_id)
    in_it = Q(Exists(part.exclude(state=PartnerState.NO)))
    county, region = side.home
    near_them = Q(county=county) if county else Q(county__isnull=True) & (Q(owner=region) | Q(owner__parent=region))
    seen = Initiative.objects.filter(in_it | (near_them & Q(state=InitiativeState.GOING))).annotate(in_it=Exists(part.exclude(state=PartnerState.NO)))
    found = seen.order_by("-in_it", "-made", "-pk")
    rows = [
        (bool(one.in_it), _row(one, doer=visible_to, side=side, near=True))
        for one in found.prefetch_related(Prefetch("partners", _partners()))[:MOST]
    ]
    numbers = [row.number for inside, row in rows if inside and row.mine]
    due = StillGoing.objects.filter(initiative__in=numbers, due_on__lte=clock.today(), answer="", initiative__state=InitiativeState.GOING)
    return OfParty(
        [row for _inside, row in rows if row.mine], [row for _inside, row in rows if row.asks],
        [row for inside, row in rows if not inside], list(due.select_related("initiative")),
    )


def waiting_for(contact: Contact) -> int:
    """Return how much about initiatives waits for a party: being asked along, and whether something is still going. One query."""
    due = StillGoing.objects.filter(initiative=OuterRef("initiative"), due_on__lte=clock.today(), answer="")
    asked = Q(state=PartnerState.ASKED, initiative__state__in=(InitiativeState.PROPOSED, InitiativeState.GOING))
    going = Q(state=PartnerState.YES, initiative__state=InitiativeState.GOING) & Q(Exists(due))
    return Partner.objects.filter(asked | going, party=contact.party_id).count()


@dataclass(frozen=True, slots=True)
class Since:
    """What an initiative of a course series was to do next, for the first part of its next gathering."""

    number: int
    title: str
    next_step: str
    day: dt.date | None
    overdue: bool


def since_last_time(within: Ref) -> list[Since]:
    """Return the initiatives of a course series that are not over, those whose day comes first at the top; one query."""
    today = clock.today()
    return [Since(number, title, words, day, day is not None and day < today) for number, title, words, day in _since(within.kind, within.id)]


@prepared
def _since(kind: str, number: int) -> QuerySet[Initiative, Any]:
    rows = Initiative.objects.filter(within_kind=kind, within_id=number, state__in=(InitiativeState.PROPOSED, InitiativeState.GOING))
    return rows.order_by(F("next_step_on").asc(nulls_last=True), "pk").values_list("pk", "title", "next_step", "next_step_on")[:40]


def libraries_to_ask(page: InitiativePage, *, contact: Contact) -> list[Organisation]:
    """Return the libraries that a party may ask along: those it has talked with, and the one that answers for its page."""
    taken = Partner.objects.filter(initiative=page.initiative, library__isnull=False).values("library")
    talked = Q(pk__in=contact.party.conversations.values("owner")) | Q(pk=contact.owner_id)
    return list(Organisation.objects.filter(talked).exclude(pk__in=taken).order_by("name"))


def my_library(doer: Doer) -> Organisation | None:
    """Return the library on whose behalf somebody proposes, where she works in one."""
    return my_libraries(visible_to=doer).first()


def cards(ids: Iterable[int], doer: object) -> dict[int, Card]:
    """Return the cards of initiatives, for people of libraries."""
    assert isinstance(doer, Doer)
    over = (InitiativeState.DONE, InitiativeState.ENDED)
    rows = visible(doer).filter(pk__in=list(ids))
    return {
        row.pk: Card(Ref.to(row), row.title, address("cocreation:initiative", row.pk), str(row.get_state_display()), row.state in over) for row in rows
    }
