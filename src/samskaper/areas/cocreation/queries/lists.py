"""The standing list: those whom libraries have met, who may be asked to a gathering, and why others are left out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Max, Prefetch, Q, QuerySet
from django.utils import timezone

from samskaper.areas.cocreation.models import (
    Contact,
    Conversation,
    ConversationState,
    Invited,
    Meeting,
    Party,
    PartyKind,
)
from samskaper.areas.cocreation.queries.letters import letters_to_each
from samskaper.areas.cocreation.rules import parties as who
from samskaper.areas.cocreation.rules.meetings import must_run
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Person
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref


def may_be_put_on(parties: Iterable[int], *, visible_to: Doer, also_closed: bool = False) -> list[Party]:
    """Return those of these parties that may be asked by the doer today: other libraries' residents and who said no are not among them."""
    found = _known(visible_to).filter(pk__in=list(parties)).order_by("name", "pk")
    return [party for party in found if also_closed or who.is_open_to_questions(party, today=clock.today())]


def _known(doer: Doer) -> QuerySet[Party]:
    own = Q(owner__in=doer.organisations(*who.LIBRARY_ROLES))
    rows = Party.objects.filter(forgotten_on__isnull=True, closed_on__isnull=True)
    return rows if doer.is_system else rows.filter(~Q(kind=PartyKind.RESIDENT) | own)


def _current() -> Prefetch[str]:
    rows = Contact.objects.filter(until__isnull=True).select_related("owner").order_by("-pk")
    return Prefetch("contacts", rows, to_attr="current")


def voice_of(party: Party, *, owner: int) -> Contact | None:
    """Return who speaks for a party now, of its `current` contacts: with an address rather than without, the asking library's own first."""
    current: list[Contact] = party.current  # type: ignore[attr-defined]
    return min(current, key=lambda one: (not one.email, one.owner_id != owner, not one.phone), default=None)


def who_speaks_for(party: Party, *, owner: int) -> Contact | None:
    """Return who speaks for a single party, as `voice_of` chooses."""
    found = Party.objects.filter(pk=party.pk).prefetch_related(_current()).first()
    return voice_of(found, owner=owner) if found else None


@dataclass(frozen=True, slots=True)
class Known:
    """A party that has been met or is on the list, with how it can be reached.

    `ring` is its number, or the library that has it; `left` how many more letters it may get; `why_not` the kind reason not to ask.
    """

    party: Party
    row: Invited | None
    by_mail: bool
    ring: str
    ring_by: str
    left: int
    why_not: str
    met_on: dt.date | None = None
    met_by: str = ""
    since: bool = False

    @property
    def reached(self) -> bool:
        """Whether a letter can go."""
        return self.by_mail and self.left > 0 and not self.why_not


@dataclass(frozen=True, slots=True)
class List:
    """The list of a gathering: who is on it, who could be, and who asks to be left in peace."""

    on: list[Known]
    met: list[Known]
    left_out: list[Known]

    @property
    def since(self) -> list[Known]:
        """Those who were met after the gathering was planned."""
        return [one for one in self.met if one.since]

    @property
    def before(self) -> list[Known]:
        """Those who had been met when it was planned."""
        return [one for one in self.met if not one.since]

    @property
    def to_ring(self) -> list[Known]:
        """Those on the list whom no letter reaches, and who have neither answered nor had one."""
        return [one for one in self.on if one.row and not one.reached and not one.row.wrote and not one.row.answered_on and not one.why_not]

    @property
    def unwritten(self) -> list[Known]:
        """Those on the list to whom the invitation has not gone and can go."""
        return [one for one in self.on if one.row and one.reached and not (one.row.wrote or one.row.waits or one.row.answered_on)]


def list_of(meeting: Meeting, *, visible_to: Doer) -> List:
    """Return the list of a gathering, for those who run it, with a fixed number of questions."""
    must_run(visible_to, meeting)
    rows = list(Invited.objects.filter(meeting=meeting).select_related("party__county").prefetch_related(_of_party()).order_by("party__name", "pk"))
    there = {row.party_id for row in rows}
    days = _met(meeting.within, meeting.owner_id)
    others = list(_known(visible_to).filter(pk__in=set(days) - there).select_related("county").prefetch_related(_current()).order_by("name", "pk"))
    letters = letters_to_each(there | {party.pk for party in others}, within=meeting.within)
    made = timezone.localdate(meeting.made)

    def known(party: Party, row: Invited | None) -> Known:
        day, name = days.get(party.pk, (None, ""))
        voice = voice_of(party, owner=meeting.owner_id)
        ring, ring_by = _number(voice, visible_to)
        left = max(0, who.LETTERS - letters.get(party.pk, 0))
        why = who.why_not_asked(party, today=clock.today())
        return Known(party, row, bool(voice and voice.email), ring, ring_by, left, why, day, name, bool(day and day > made))

    found = [known(party, None) for party in others]
    return List(
        [known(row.party, row) for row in rows], [one for one in found if not one.why_not], [one for one in found if one.why_not],
    )


def _of_party() -> Prefetch[str]:
    rows = Contact.objects.filter(until__isnull=True).select_related("owner").order_by("-pk")
    return Prefetch("party__contacts", rows, to_attr="current")


def _number(voice: Contact | None, doer: Doer) -> tuple[str, str]:
    """Return the number to ring for those of the library that has it; to others, which library that is."""
    if voice is None or not voice.phone:
        return "", voice.owner.name if voice else ""
    return (voice.phone, "") if doer.holds(voice.owner_id, *who.LIBRARY_ROLES) else ("", voice.owner.name)


def _held(within: Ref | None, owner: int) -> QuerySet[Conversation]:
    held = Conversation.objects.filter(state=ConversationState.HELD)
    return held.filter(within_kind=within.kind, within_id=within.id) if within else held.filter(owner=owner)


def _met(within: Ref | None, owner: int) -> dict[int, tuple[dt.date, str]]:
    """Return (latest day, library) of those met in a series, or by a library where there is none."""
    rows = _held(within, owner).values_list("party", "owner__name").annotate(day=Max("held_on")).order_by("day")
    return {party: (day, name) for party, name, day in rows}


def met_in(within: Ref | None, *, owner: int) -> int:
    """Return how many have been met in a series, or by a library."""
    return len(_met(within, owner))


def people_who_met(meeting: Meeting) -> QuerySet[Person]:
    """Return the library people who held conversations in the gathering's series."""
    return Person.objects.filter(pk__in=_held(meeting.within, meeting.owner_id).values("listeners__person"))
