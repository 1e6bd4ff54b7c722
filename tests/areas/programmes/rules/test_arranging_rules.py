"""Who may see, set up, sign up, leave and answer: truth tables, each rule with its refusing twin."""

from __future__ import annotations

import datetime as dt

import pytest

from samskaper.areas.programmes.models import (
    CONSENT_STATES,
    Consent,
    ConsentState,
    Enrolment,
    EnrolmentState,
    Programme,
    ProgrammeState,
)
from samskaper.areas.programmes.rules import enrolment as rules
from samskaper.areas.programmes.rules import setup
from samskaper.commons.people.doer import GUEST, SYSTEM, Doer, DoerKind, Held
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict, Gone, Refusal

TODAY = dt.date(2026, 11, 22)
HOUSE, TOWN = 1, 2


def doer(person: int, *roles: tuple[int, str]) -> Doer:
    return Doer(DoerKind.PERSON, person=person, roles=frozenset(Held(*role) for role in roles))


ADVISER, COLLEAGUE = doer(10, (HOUSE, "adviser")), doer(11, (HOUSE, "staff"))
LEADER, STAFF, STRANGER = doer(12, (TOWN, "leader")), doer(13, (TOWN, "staff")), doer(14, (9, "adviser"))
EVERYBODY = {"adviser": ADVISER, "colleague": COLLEAGUE, "leader": LEADER, "staff": STAFF, "stranger": STRANGER, "guest": GUEST, "system": SYSTEM}


def programme(state: str = "open", until: dt.date | None = None) -> Programme:
    return Programme(pk=1, owner_id=HOUSE, state=state, enrol_until=until)


@pytest.mark.parametrize(
    ("state", "may"),
    [
        ("draft", {"adviser", "colleague", "system"}), ("open", set(EVERYBODY)), ("running", set(EVERYBODY)), ("closed", set(EVERYBODY)),
    ],
)
def test_who_may_see(state: str, may: set[str]) -> None:
    for name, one in EVERYBODY.items():
        assert setup.may_see(one, programme(state)) is (name in may), name


def test_must_see_answers_that_nothing_is_here() -> None:
    with pytest.raises(Refusal) as refusal:
        setup.must_see(STRANGER, programme("draft"))
    assert refusal.value.status == 404


@pytest.mark.parametrize(("name", "may"), [("adviser", True), ("stranger", True), ("colleague", False), ("leader", False), ("guest", False), ("system", True)])
def test_who_may_begin(name: str, may: bool) -> None:
    assert setup.may_begin(EVERYBODY[name]) is may


def test_must_begin_for_another_library_is_refused() -> None:
    with pytest.raises(Refusal):
        setup.must_begin_for(STRANGER, HOUSE)
    with pytest.raises(Refusal):
        setup.must_begin(COLLEAGUE)
    setup.must_begin_for(ADVISER, HOUSE)


@pytest.mark.parametrize("now", ProgrammeState.values)
@pytest.mark.parametrize("then", ProgrammeState.values)
def test_which_state_can_follow(now: str, then: str) -> None:
    allowed = {("draft", "open"), ("open", "running"), ("open", "closed"), ("running", "open"), ("running", "closed"), ("closed", "running")}
    if (now, then) in allowed:
        setup.must_follow(now, then)
    else:
        with pytest.raises(Conflict):
            setup.must_follow(now, then)


@pytest.mark.parametrize(("state", "may"), [("enrolled", True), ("held", True), ("waiting", False), ("left", False), ("declined", False)])
def test_who_may_open_material(state: str, may: bool) -> None:
    place = Enrolment(person_id=13, state=state)
    assert setup.may_open_material(STAFF, programme(), place) is may
    assert setup.may_open_material(LEADER, programme(), place) is False
    assert setup.may_open_material(ADVISER, programme(), None) is True


def test_must_open_material_tells_strangers_of_a_draft_nothing() -> None:
    with pytest.raises(Refusal) as of_draft:
        setup.must_open_material(STRANGER, programme("draft"), None)
    with pytest.raises(Refusal) as of_open:
        setup.must_open_material(STRANGER, programme("open"), None)
    assert (of_draft.value.status, of_open.value.status) == (404, 403)


@pytest.mark.parametrize(
    ("state", "until", "may"),
    [
        ("draft", None, False), ("open", None, True), ("open", TODAY, True), ("open", TODAY - dt.timedelta(1), False),
        ("running", None, False), ("closed", None, False),
    ],
)
def test_when_sign_up_is_open(state: str, until: dt.date | None, may: bool) -> None:
    assert rules.is_open(programme(state, until), today=TODAY) is may
    if not may:
        with pytest.raises(Conflict):
            rules.must_be_open(programme(state, until), today=TODAY)


@pytest.mark.parametrize(
    ("state", "begun", "moves"),
    [("open", False, True), ("running", False, True), ("open", True, False), ("draft", False, False), ("closed", False, False)],
)
def test_when_the_line_moves(state: str, begun: bool, moves: bool) -> None:
    assert rules.waiting_list_moves(programme(state), begun=begun) is moves


@pytest.mark.parametrize(
    ("name", "may"),
    [("staff", True), ("adviser", True), ("system", True), ("leader", False), ("colleague", False), ("stranger", False), ("guest", False)],
)
def test_who_may_end_a_place(name: str, may: bool) -> None:
    place = Enrolment(programme=programme(), person_id=13, state=EnrolmentState.ENROLLED)
    assert rules.may_end(EVERYBODY[name], place) is may
    if not may:
        with pytest.raises(Refusal) as refusal:
            rules.must_end(EVERYBODY[name], place)
        assert refusal.value.status == 404


@pytest.mark.parametrize("state", ["left", "declined"])
def test_a_place_that_has_ended_cannot_end_again(state: str) -> None:
    with pytest.raises(Conflict):
        rules.must_end(STAFF, Enrolment(programme=programme(), person_id=13, state=state))


def consent(state: str = "asked", place: str = "held") -> Consent:
    enrolment = Enrolment(pk=7, programme=programme(), person_id=13, library_id=TOWN, state=place)
    return Consent(enrolment=enrolment, leader_email="Leder@example.org", state=state)


def test_who_may_answer() -> None:
    bearer = Doer(DoerKind.BEARER, link=(rules.CONSENT, Ref("programmes.enrolment", 7)))
    other = Doer(DoerKind.BEARER, link=(rules.CONSENT, Ref("programmes.enrolment", 8)))
    assert rules.may_answer(bearer, consent())
    assert not rules.may_answer(other, consent())
    assert rules.may_answer(LEADER, consent())
    assert not rules.may_answer(STAFF, consent(), known_addresses=frozenset({"leder@example.org"})), "never oneself"
    assert rules.may_answer(COLLEAGUE, consent(), known_addresses=frozenset({"leder@example.org"}))
    for one in (ADVISER, COLLEAGUE, STRANGER, GUEST):
        with pytest.raises(Refusal):
            rules.must_answer(one, consent())


@pytest.mark.parametrize("state", ConsentState.values)
@pytest.mark.parametrize("place", EnrolmentState.values)
def test_when_a_consent_waits_for_its_answer(state: str, place: str) -> None:
    expected = (state, place) in {("asked", "held"), ("lapsed", "declined")}
    assert rules.is_waiting_for_answer(consent(state, place)) is expected
    if expected:
        rules.must_be_answerable(consent(state, place), ConsentState.YES)
    else:
        with pytest.raises((Conflict, Gone)):
            rules.must_be_answerable(consent(state, place), ConsentState.YES)


def test_every_state_of_consent_has_a_row() -> None:
    assert set(CONSENT_STATES) == set(ConsentState.values)


def test_only_oneself_asks_another_leader() -> None:
    rules.must_ask_again(STAFF, Enrolment(programme=programme(), person_id=13, state="held"))
    with pytest.raises(Refusal):
        rules.must_ask_again(ADVISER, Enrolment(programme=programme(), person_id=13, state="held"))
    with pytest.raises(Conflict):
        rules.must_ask_again(STAFF, Enrolment(programme=programme(), person_id=13, state="enrolled"))
