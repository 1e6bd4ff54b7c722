"""Who may sign up, leave and consent, and when."""

from __future__ import annotations

import datetime as dt
from typing import Protocol

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samskaper.areas.programmes.models import (
    CONSENT_STATES,
    Consent,
    ConsentState,
    Enrolment,
    EnrolmentState,
    Programme,
    ProgrammeState,
)
from samskaper.areas.programmes.rules.dates import moment
from samskaper.areas.programmes.rules.running import NOT_HERE, is_own, may_run, must_run
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Role
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict, Gone, Invalid, Refusal

CONSENT = "programmes.consent"  # the purpose of a leader's link
WORDS_OF_STATE = {
    ProgrammeState.DRAFT: gettext_lazy("This course series is not open for sign-up yet."),
    ProgrammeState.RUNNING: gettext_lazy("The course series is under way, so sign-up is closed. Write to the adviser if you have missed it."),
    ProgrammeState.CLOSED: gettext_lazy("This course series is finished. The next one is announced on the page of course series."),
}


class HasDoor(Protocol):
    """What can be open for sign-up, until a last day."""

    @property
    def state(self) -> str: ...

    @property
    def enrol_until(self) -> dt.date | None: ...


def is_open(programme: HasDoor, *, today: dt.date) -> bool:
    """Whether people can sign up today, for a seat or for the waiting list."""
    return programme.state == ProgrammeState.OPEN and (programme.enrol_until is None or today <= programme.enrol_until)


def must_be_open(programme: Programme, *, today: dt.date) -> None:
    """Refuse sign-up before and after its time."""
    if not is_open(programme, today=today):
        raise Conflict(why_closed(programme))


def why_closed(programme: Programme) -> str:
    """Return the sentence to somebody who wants to sign up before or after its time."""
    words = WORDS_OF_STATE.get(ProgrammeState(programme.state))
    return str(words or _("The last day to sign up has passed. Write to the adviser if there is a reason to make an exception."))


def state_words(programme: HasDoor, *, today: dt.date) -> str:
    """Return where a programme is, as one true state: it is not open for sign-up once the last day has passed."""
    state = ProgrammeState(programme.state)
    if state == ProgrammeState.OPEN and not is_open(programme, today=today):
        return _("Sign-up is closed")
    return str(state.label)


def may_sign_up_others(doer: Doer, programme: Programme) -> bool:
    """Those who run the programme sign others up from the day it is open until it is over, also after the last day."""
    return may_run(doer, programme) and programme.state in (ProgrammeState.OPEN, ProgrammeState.RUNNING)


def must_sign_up_others(doer: Doer, programme: Programme) -> None:
    """Refuse those who do not run the programme, and say why where it is too early or too late."""
    must_run(doer, programme)
    if not may_sign_up_others(doer, programme):
        raise Conflict(WORDS_OF_STATE[ProgrammeState(programme.state)])


def must_name_leader(named: bool) -> None:
    """A colleague's time is her leader's to give, whoever signs her up."""
    if not named:
        raise Invalid(_("Say who their leader is. The leader is asked for a yes, also when you sign somebody up."))


def waiting_list_moves(programme: Programme, *, begun: bool) -> bool:
    """Seats go on to the next in line until the first gathering has begun; after that nobody is let in unasked."""
    return programme.state in (ProgrammeState.OPEN, ProgrammeState.RUNNING) and not begun


def is_own_leader(doer: Doer, library: int | None) -> bool:
    """Who leads the library needs nobody's consent."""
    return doer.holds(library, Role.LEADER)


def may_end(doer: Doer, enrolment: Enrolment) -> bool:
    """Oneself, and the adviser on behalf of somebody who called."""
    return is_own(doer, enrolment) or may_run(doer, enrolment.programme)


def must_end(doer: Doer, enrolment: Enrolment) -> None:
    """Refuse others (404), and places that have ended already."""
    if not may_end(doer, enrolment):
        raise Refusal(NOT_HERE, status=404)
    if enrolment.state in (EnrolmentState.LEFT, EnrolmentState.DECLINED):
        raise Conflict(_("This sign-up has ended already. Nothing more needs to be done."))


def may_answer(doer: Doer, consent: Consent, *, known_addresses: frozenset[str] = frozenset()) -> bool:
    """The bearer of the letter's link; signed in, the library's leader or whoever reads that address; never oneself."""
    if doer.bears(CONSENT, Ref.to(consent.enrolment)):
        return True
    if doer.person is None or doer.person == consent.enrolment.person_id:
        return False
    return doer.holds(consent.enrolment.library_id, Role.LEADER) or consent.leader_email.lower() in known_addresses


def must_answer(doer: Doer, consent: Consent, *, known_addresses: frozenset[str] = frozenset()) -> None:
    """Answer others that nothing is here."""
    if not may_answer(doer, consent, known_addresses=known_addresses):
        raise Refusal(NOT_HERE, status=404)


def is_waiting_for_answer(consent: Consent) -> bool:
    """Asked and not answered; after the deadline too, though the seat has gone on."""
    held = consent.state == ConsentState.ASKED and consent.enrolment.state == EnrolmentState.HELD
    return held or (consent.state == ConsentState.LAPSED and consent.enrolment.state == EnrolmentState.DECLINED)


def must_be_answerable(consent: Consent, then: str) -> None:
    """Refuse answers that come after another answer, or after the colleague has left, in words that say which."""
    if consent.state in (ConsentState.YES, ConsentState.NO):
        raise Conflict(_("You have answered this already. If you have changed your mind, talk with your colleague."))
    if not is_waiting_for_answer(consent) or then not in CONSENT_STATES[consent.state]:
        raise Gone(_("Your colleague has left the course series, so there is nothing to answer. Thank you for looking."))


def must_ask_again(doer: Doer, enrolment: Enrolment) -> None:
    """One may name another leader oneself, as long as the seat waits for an answer."""
    if not is_own(doer, enrolment):
        raise Refusal(NOT_HERE, status=404)
    if enrolment.state not in (EnrolmentState.HELD, EnrolmentState.WAITING):
        raise Conflict(_("There is no answer to wait for any longer. Reload the page to see how things stand."))


def deadline(programme: Programme) -> dt.datetime:
    """Return until when a seat is held for an answer that is asked for now: the end of a day, where the users are."""
    return moment(clock.today() + dt.timedelta(days=programme.consent_days), dt.time(23, 59))
