"""Signing up, the waiting list, a leader's consent, and leaving. Every seat is given under a lock on the programme."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from samskaper.areas.programmes import events
from samskaper.areas.programmes.commands import telling
from samskaper.areas.programmes.commands.completion import settle
from samskaper.areas.programmes.models import Consent, ConsentState, Enrolment, EnrolmentState, Programme
from samskaper.areas.programmes.queries import seats as queries
from samskaper.areas.programmes.rules import enrolment as rules
from samskaper.commons.people.commands import known_or_new
from samskaper.commons.people.doer import SYSTEM, Doer
from samskaper.commons.people.middleware import doer_of
from samskaper.commons.people.models import Organisation
from samskaper.commons.people.queries.links import digest_of
from samskaper.commons.people.rules import must_be_somebody
from samskaper.commons.record.commands import note, take_back
from samskaper.foundation import clock
from samskaper.foundation.events import Event
from samskaper.foundation.refs import Ref
from samskaper.foundation.text import clean_line

IN_FORCE = (EnrolmentState.WAITING, *Enrolment.SEATED)


@dataclass(frozen=True, slots=True)
class Leader:
    """Whom to ask for consent."""

    email: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """That somebody's leader is to be asked; who it is may be said later."""

    leader: Leader | None


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody whom an adviser signs up: who she is, where letters to her go, and in which language."""

    name: str
    email: str
    language: str


def _locked(programme: int) -> Programme:
    """The one lock that every seat is given under (SQLite locks the whole file when the transaction begins)."""
    return Programme.objects.select_for_update(of=("self",)).select_related("owner").get(pk=programme)


def _fact(kind: type[Event], enrolment: Enrolment, programme: Programme) -> Event:
    return kind(subject=Ref.to(enrolment), within=Ref.to(programme), owner=programme.owner_id)


@transaction.atomic
def sign_up(
    *, programme: Programme, library: Organisation | None, leader: Leader | None, needs: str = "", workplace: str = "", by: Doer
) -> Enrolment:
    """Sign the doer up for the whole series: a seat if one is free, else the end of the waiting list.

    `workplace` is where somebody works whose library we do not know; when it is called as one that we know, it is that one.

    Whose leader is somebody else gets a held seat until the leader answers. Signing up twice changes nothing; whoever
    had left begins anew, at the end of the line. Raises Refusal (401) for guests, Conflict outside the time of sign-up.
    """
    person = must_be_somebody(by)
    programme = _locked(programme.pk)
    rules.must_be_open(programme, today=clock.today())
    own = rules.is_own_leader(by, library.pk if library else None)
    asked = None if own else Asked(leader)
    workplace = "" if library else clean_line(workplace)[:160]
    library = library or queries.library_called(workplace, programme=programme)
    values = {"library": library, "workplace": workplace, "needs": needs, "on_behalf": False}
    return _take_place(programme, person, asked=asked, values=values, by=by)


@transaction.atomic
def sign_up_for(
    *, programme: Programme, caller: Caller, library: Organisation, leader: Leader | None, needs: str = "", by: Doer
) -> Enrolment:
    """Sign somebody up who called: for those who run the programme, also when sign-up is closed to others.

    The leader is asked as always, and the participant is told by letter who signed her up and how to leave again.
    After the first gathering has begun she gets a free seat without those in line being let in. Raises Conflict when
    the programme is not out or is over, Invalid when nobody is named whom we could ask.
    """
    programme = _locked(programme.pk)
    rules.must_sign_up_others(by, programme)
    person = known_or_new(email=caller.email, name=caller.name, language=caller.language)
    own = rules.is_own_leader(doer_of(person), library.pk)
    if programme.needs_consent and not own:
        rules.must_name_leader(leader is not None)
    asked = None if own else Asked(leader)
    values = {"library": library, "workplace": "", "needs": needs, "on_behalf": True}
    return _take_place(programme, person.pk, asked=asked, values=values, by=by)


def _take_place(programme: Programme, person: int, *, asked: Asked | None, values: dict[str, Any], by: Doer) -> Enrolment:
    """Under the lock: a seat, or the end of the line. `asked` is None for whoever needs nobody's consent; `values` is what was written."""
    enrolment = Enrolment.objects.filter(programme=programme, person=person).first()
    if enrolment is not None and enrolment.state in IN_FORCE:
        return enrolment
    begun = {"state": EnrolmentState.WAITING, "joined": clock.now()}
    enrolment, _new = Enrolment.objects.update_or_create(programme=programme, person_id=person, defaults={**values, **begun})
    if programme.needs_consent and asked is not None:
        _name_leader(enrolment, asked.leader)
    else:
        Consent.objects.filter(enrolment=enrolment).delete()
    _fill(programme, by=by, arriving=enrolment.pk, alone=values["on_behalf"])
    enrolment = Enrolment.objects.select_related("person__account").get(pk=enrolment.pk)
    if enrolment.state == EnrolmentState.WAITING:
        note(_fact(events.PutOnWaitingList, enrolment, programme), by=by)
        telling.tell_waiting(enrolment, programme, by=by)
    settle(programme=programme, by=by, enrolments=[enrolment.pk])
    return enrolment


def _name_leader(enrolment: Enrolment, leader: Leader | None) -> None:
    """Remember whom to ask. A yes that this leader has given for this series still holds."""
    found = Consent.objects.filter(enrolment=enrolment).first()
    if found and leader and found.state == ConsentState.YES and found.leader_email.lower() == leader.email.lower():
        return
    Consent.objects.filter(enrolment=enrolment).delete()
    if leader is not None:
        Consent.objects.create(
            enrolment=enrolment, leader_email=leader.email, leader_name=leader.name, state=ConsentState.LATER
        )


@transaction.atomic
def fill_seats(*, programme: Programme, by: Doer) -> int:
    """Give the free seats to those who have waited longest. Returns how many got one."""
    return _fill(_locked(programme.pk), by=by)


def _fill(programme: Programme, *, by: Doer, arriving: int = 0, alone: bool = False) -> int:
    """Under the lock: give every free seat to the next in line. `arriving` is the one who is signing up just now.

    With `alone` nobody but her is let in once the gatherings have begun.
    """
    free = queries.seats(programme).free
    if not free or not rules.waiting_list_moves(programme, begun=_closed_for(programme, arriving)):
        return 0
    line = queries.line(programme).select_related("person__account", "library")
    if alone and queries.has_begun(programme):
        line = line.filter(pk=arriving)
    following = list(line[:free])
    for enrolment in following:
        _give_seat(enrolment, programme, by=by, waited=enrolment.pk != arriving)
    return len(following)


def _closed_for(programme: Programme, arriving: int) -> bool:
    """Whoever signs up while sign-up is open gets a seat; others are not let in after the first gathering."""
    return not arriving and queries.has_begun(programme)


def _give_seat(enrolment: Enrolment, programme: Programme, *, by: Doer, waited: bool) -> None:
    consent = Consent.objects.filter(enrolment=enrolment).first()
    must_ask = consent is not None and consent.state != ConsentState.YES
    enrolment.state = EnrolmentState.HELD if must_ask else EnrolmentState.ENROLLED
    enrolment.version += 1
    enrolment.save(update_fields=["state", "version"])
    take_back(key=events.PutOnWaitingList.key, subject=Ref.to(enrolment), because="there is a seat", by=by)
    note(_fact(events.SignedUp, enrolment, programme), by=by)
    if consent is not None and must_ask:
        _ask(consent, enrolment, programme, by=by)
    telling.tell_seat(enrolment, programme, held=must_ask, waited=waited, by=by)


def _ask(consent: Consent, enrolment: Enrolment, programme: Programme, *, by: Doer) -> None:
    """Send the leader a link. Its secret is in the letter alone; we keep its digest, and an older link opens no longer."""
    secret = secrets.token_urlsafe(24)
    consent.state, consent.secret_digest = ConsentState.ASKED, digest_of(secret)
    consent.asked, consent.answered, consent.words = clock.now(), None, ""
    consent.deadline = rules.deadline(programme)
    consent.save()
    note(_fact(events.ConsentAsked, enrolment, programme), by=by)
    telling.ask_leader(consent, enrolment, programme, secret=secret, hours=queries.hours(programme), by=by)


@transaction.atomic
def ask_another_leader(*, enrolment: Enrolment, leader: Leader, by: Doer) -> None:
    """Ask somebody else, or the same one again, while the seat waits; the earlier link opens no longer."""
    programme = _locked(enrolment.programme_id)
    enrolment = Enrolment.objects.select_related("person__account", "library").get(pk=enrolment.pk)
    rules.must_ask_again(by, enrolment)
    Consent.objects.filter(enrolment=enrolment).delete()
    consent = Consent(enrolment=enrolment, leader_email=leader.email, leader_name=leader.name, state=ConsentState.LATER)
    if enrolment.state == EnrolmentState.HELD:
        _ask(consent, enrolment, programme, by=by)
    else:
        consent.save()


@transaction.atomic
def answer_consent(*, consent: Consent, yes: bool, words: str = "", by: Doer) -> None:
    """Write a leader's answer down. A yes makes the seat certain, a no frees it; only the participant is told a no.

    After the deadline a yes puts the colleague back in line. Raises Refusal (404), Conflict or Gone.
    """
    programme = _locked(consent.enrolment.programme_id)
    consent = Consent.objects.select_related("enrolment__person__account", "enrolment__programme").get(pk=consent.pk)
    enrolment = consent.enrolment
    rules.must_answer(by, consent, known_addresses=queries.addresses_of(by))
    then = ConsentState.YES if yes else ConsentState.NO
    rules.must_be_answerable(consent, then)
    late = consent.state == ConsentState.LAPSED
    consent.state, consent.answered, consent.words = then, clock.now(), words
    consent.save(update_fields=["state", "answered", "words"])
    if not yes:
        _end(enrolment, programme, EnrolmentState.DECLINED, by=SYSTEM)
        telling.tell_no(consent, enrolment, programme, by=by)
    elif late:
        _back_in_line(enrolment, programme, by=by)
    else:
        enrolment.state = EnrolmentState.ENROLLED
        enrolment.version += 1
        enrolment.save(update_fields=["state", "version"])
        telling.tell_yes(consent, enrolment, programme, by=by)
    if yes:
        note(_fact(events.ConsentGiven, enrolment, programme), by=by)
    settle(programme=programme, by=by, enrolments=[enrolment.pk])


def _back_in_line(enrolment: Enrolment, programme: Programme, *, by: Doer) -> None:
    enrolment.state, enrolment.joined = EnrolmentState.WAITING, clock.now()
    enrolment.version += 1
    enrolment.save(update_fields=["state", "joined", "version"])
    _fill(programme, by=by)
    if Enrolment.objects.filter(pk=enrolment.pk, state=EnrolmentState.WAITING).exists():
        note(_fact(events.PutOnWaitingList, enrolment, programme), by=by)
        telling.tell_waiting(enrolment, programme, by=by)


@transaction.atomic
def leave(*, enrolment: Enrolment, by: Doer) -> None:
    """Give the place back: the doer's own, or, for an adviser, that of somebody who called. The next in line gets it."""
    programme = _locked(enrolment.programme_id)
    enrolment = Enrolment.objects.select_related("person__account", "programme").get(pk=enrolment.pk)
    rules.must_end(by, enrolment)
    had_seat = enrolment.state in Enrolment.SEATED
    _end(enrolment, programme, EnrolmentState.LEFT, by=by)
    telling.tell_left(enrolment, programme, had_seat=had_seat, by=by)
    settle(programme=programme, by=by, enrolments=[enrolment.pk])


@transaction.atomic
def give_back(*, enrolment: Enrolment) -> None:
    """Give on the place of somebody who is erased, where the gatherings lie ahead; what is past keeps its numbers."""
    programme = _locked(enrolment.programme_id)
    if enrolment.state in IN_FORCE and not queries.has_begun(programme):
        _end(enrolment, programme, EnrolmentState.LEFT, by=SYSTEM)
        settle(programme=programme, by=SYSTEM, enrolments=[enrolment.pk])


def _end(enrolment: Enrolment, programme: Programme, state: str, *, by: Doer) -> None:
    """End a place and give the seat on. The fact carries no reason; a leader's no and silence look the same in it."""
    if enrolment.state == state:
        return
    enrolment.state = state
    enrolment.version += 1
    enrolment.save(update_fields=["state", "version"])
    for key in (events.SignedUp.key, events.PutOnWaitingList.key):
        take_back(key=key, subject=Ref.to(enrolment), because="the place was given back", by=by)
    note(_fact(events.EnrolmentEnded, enrolment, programme), by=by)
    _fill(programme, by=SYSTEM)


def let_lapse() -> int:
    """Give on the seats whose leader did not answer in time. Returns how many. Done by the worker again and again."""
    return sum(_lapse(consent.pk) for consent in queries.overdue(clock.now()).only("pk")[:200])


@transaction.atomic
def _lapse(number: int) -> int:
    found = Consent.objects.filter(pk=number).values_list("enrolment__programme", flat=True).first()
    if found is None:
        return 0
    programme = _locked(found)
    consent = queries.overdue(clock.now()).select_related("enrolment__person__account").filter(pk=number).first()
    if consent is None:
        return 0
    consent.state = ConsentState.LAPSED
    consent.save(update_fields=["state"])
    _end(consent.enrolment, programme, EnrolmentState.DECLINED, by=SYSTEM)
    telling.tell_lapsed(consent, consent.enrolment, programme, by=SYSTEM)
    settle(programme=programme, by=SYSTEM, enrolments=[consent.enrolment_id])
    return 1


def move_waiting_lists() -> int:
    """Give free seats to those who wait, in every programme. Returns how many got one. Done by the worker."""
    waiting = Enrolment.objects.filter(state=EnrolmentState.WAITING).values_list("programme", flat=True).distinct()
    return sum(fill_seats(programme=programme, by=SYSTEM) for programme in Programme.objects.filter(pk__in=waiting))
