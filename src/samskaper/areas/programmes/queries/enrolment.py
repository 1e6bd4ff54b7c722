"""Sign-up as its pages show it: to the participant, and to the adviser."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from operator import attrgetter

from django.db.models import Q

from samskaper.areas.programmes.models import (
    Consent,
    ConsentState,
    Enrolment,
    EnrolmentState,
    Gathering,
    Invitation,
    Programme,
)
from samskaper.areas.programmes.queries import seats
from samskaper.areas.programmes.queries.seats import Hours, Seats
from samskaper.areas.programmes.rules.enrolment import is_open, is_own_leader, must_end, waiting_list_moves
from samskaper.areas.programmes.rules.running import NOT_HERE, must_run
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Organisation
from samskaper.commons.people.queries import addresses_open_to
from samskaper.foundation import clock
from samskaper.foundation.refusals import Refusal


def own_place(programme: int, *, visible_to: Doer) -> Enrolment | None:
    """Return one's own sign-up, whatever has become of it."""
    if visible_to.person is None:
        return None
    rows = Enrolment.objects.select_related("library", "person", "consent")
    return rows.filter(programme=programme, person=visible_to.person).first()


@dataclass(frozen=True, slots=True)
class SignUpPage:
    """What one is asked and told before signing up."""

    dates: list[Gathering]
    hours: Hours
    seats: Seats
    libraries: list[Organisation]
    leaders: list[tuple[int, str, str]]
    needs_leader: bool
    own_leader: bool
    may_be_own: bool
    workplace: str = ""


def sign_up_page(programme: Programme, *, visible_to: Doer) -> SignUpPage:
    """Return what stands on the page of sign-up for this person."""
    libraries = list(seats.libraries_of(visible_to))
    ids = [item.pk for item in libraries]
    own = bool(ids) and all(is_own_leader(visible_to, pk) for pk in ids)
    leaders = [row for row in seats.leaders_of(ids) if row[2]]
    dates = programme.gatherings.filter(for_participants=True).exclude(state="cancelled").order_by("number")
    return SignUpPage(
        list(dates), seats.hours(programme), seats.seats(programme), libraries, leaders,
        needs_leader=programme.needs_consent and not own, own_leader=programme.needs_consent and own,
        may_be_own=not leaders, workplace=workplace_of(programme, visible_to=visible_to),
    )


def leaders_for(enrolment: Enrolment, *, visible_to: Doer) -> list[tuple[int, str, str]]:
    """Return the leaders of the library that somebody signed up from, if it is registered that they work there."""
    known = enrolment.library_id in visible_to.organisations()
    return seats.leaders_of([enrolment.library_id]) if enrolment.library_id and known else []


def workplace_of(programme: Programme, *, visible_to: Doer) -> str:
    """Return where the invitation says that somebody works, "" when there is none or it does not say."""
    if visible_to.person is None:
        return ""
    hers = Q(person=visible_to.person) | Q(email__in=seats.addresses_of(visible_to))
    found = Invitation.objects.filter(hers, programme=programme).select_related("library").order_by("-added").first()
    return (found.library.name if found.library else found.workplace) if found else ""


@dataclass(frozen=True, slots=True)
class PlacePage:
    """How it stands with one's own sign-up. `number` is the place in line, 0 when one is not in it."""

    state: str
    consent: Consent | None
    number: int
    can_come_back: bool
    moves: bool
    dates: list[Gathering]

    @property
    def leader(self) -> str:
        """What the leader is called: the name, or the address where we know no name."""
        return (self.consent.leader_name or self.consent.leader_email) if self.consent else ""

    @property
    def told_no(self) -> bool:
        """Whether the leader said no. Told to the participant alone."""
        declined = self.state == EnrolmentState.DECLINED
        return declined and self.consent is not None and self.consent.state == ConsentState.NO

    @property
    def lapsed(self) -> bool:
        """Whether the leader did not answer in time."""
        declined = self.state == EnrolmentState.DECLINED
        return declined and self.consent is not None and self.consent.state == ConsentState.LAPSED


def place_page(enrolment: Enrolment, programme: Programme) -> PlacePage:
    """Return what stands on one's own page of sign-up. For the one whose it is: ask `own_place` first."""
    waiting = enrolment.state == EnrolmentState.WAITING
    dates = programme.gatherings.filter(for_participants=True).exclude(state="cancelled").order_by("number")
    return PlacePage(
        enrolment.state, getattr(enrolment, "consent", None), seats.place_in_line(enrolment) if waiting else 0,
        is_open(programme, today=clock.today()), waiting_list_moves(programme, begun=seats.has_begun(programme)),
        list(dates),
    )


@dataclass(frozen=True, slots=True)
class OnTheList:
    """One on the adviser's list: `deadline` is that of the leader who is asked, and whose name may be known."""

    pk: int
    name: str
    works_at: str
    needs: str
    joined: dt.datetime
    leader: str | None = None
    deadline: dt.datetime | None = None
    number: int = 0  # the place in line


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """The adviser's list."""

    seats: Seats
    enrolled: list[OnTheList]
    held: list[OnTheList]
    line: list[OnTheList]
    number: int
    words: str = ""


def people_page(programme: Programme, *, visible_to: Doer, words: str = "") -> PeoplePage:
    """Return who has a seat, who waits for a leader and who is in line (with the number), for those who run the programme.

    `words` narrow it to those with these words in the name or the workplace.
    """
    rows = seats.enrolled(programme, visible_to=visible_to).values_list(
        "state", "pk", "person__name", "library__name", "workplace", "needs", "joined", "consent__leader_name", "consent__deadline"
    )
    by_state: dict[str, list[OnTheList]] = {}
    for state, pk, name, library, workplace, needs, joined, leader, deadline in rows:
        by_state.setdefault(state, []).append(OnTheList(pk, name, library or workplace, needs, joined, leader, deadline))
    line = [replace(row, number=place) for place, row in enumerate(by_state.get(EnrolmentState.WAITING, []), start=1)]
    return PeoplePage(
        seats.seats(programme),
        sorted((row for row in by_state.get(EnrolmentState.ENROLLED, []) if _has(row, words)), key=attrgetter("name")),
        [row for row in by_state.get(EnrolmentState.HELD, []) if _has(row, words)], [row for row in line if _has(row, words)],
        sum(map(len, by_state.values())), words,
    )


def _has(row: OnTheList, words: str) -> bool:
    return words.casefold() in f"{row.name} {row.works_at}".casefold()


def people_to_take_along(programme: Programme, *, visible_to: Doer) -> list[tuple[Enrolment, str]]:
    """Return everybody on the list by name, each with the address where this doer may see it and "" otherwise."""
    rows = sorted(seats.enrolled(programme, visible_to=visible_to).select_related("person__account"), key=attrgetter("person.name"))
    seen = addresses_open_to([row.person_id for row in rows], visible_to=visible_to)
    return [(row, seats.address_of(row.person) if row.person_id in seen else "") for row in rows]


def place_to_end(number: int, *, visible_to: Doer) -> Enrolment:
    """Return a sign-up in a programme that the doer runs. Raises Refusal, 404 for strangers."""
    found = Enrolment.objects.select_related("programme", "person").filter(pk=number).first()
    if found is None:
        raise Refusal(NOT_HERE, status=404)
    must_run(visible_to, found.programme)
    must_end(visible_to, found)
    return found
