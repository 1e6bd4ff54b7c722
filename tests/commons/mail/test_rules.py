"""Who may see and decide, and what can become of a letter, as tables."""

from __future__ import annotations

import datetime as dt

import pytest

from samskaper.commons.mail import rules
from samskaper.commons.mail.models import Letter, State
from samskaper.commons.people.doer import GUEST, Doer, DoerKind, Held
from samskaper.commons.people.models import Installation, Organisation, Role
from samskaper.foundation.refusals import Refusal

OURS, THEIRS = 1, 2


def somebody(*roles: tuple[int, str]) -> Doer:
    return Doer(DoerKind.PERSON, person=5, name="Somebody", roles=frozenset(Held(*role) for role in roles))


@pytest.mark.parametrize("role", list(Role))
def test_only_advisers_see_an_outbox(role: str) -> None:
    doer = somebody((OURS, role))

    assert rules.may_see_outbox(doer) == (role == Role.ADVISER)
    if role != Role.ADVISER:
        with pytest.raises(Refusal):
            rules.must_see_outbox(doer)


@pytest.mark.parametrize(
    ("doer", "may"),
    [
        (somebody((OURS, Role.ADVISER)), True),
        (somebody((THEIRS, Role.ADVISER)), False),
        (somebody((OURS, Role.LEADER), (THEIRS, Role.ADVISER)), False),
        (somebody((OURS, Role.STAFF)), False),
        (somebody(), False),
        (GUEST, False),
    ],
)
def test_advisers_of_the_sender_decide(doer: Doer, may: bool) -> None:
    letter = Letter(owner_id=OURS)

    assert rules.may_decide(doer, letter) == may
    if not may:
        with pytest.raises(Refusal):
            rules.must_decide(doer, letter)


def test_the_houses_own_letters_are_decided_by_those_who_run_it(
    library_a: Organisation, library_b: Organisation
) -> None:
    Installation.objects.update_or_create(pk=1, defaults={"library": library_a})

    assert rules.may_decide(somebody((library_a.pk, Role.ADVISER)), Letter(owner=None))
    assert not rules.may_decide(somebody((library_b.pk, Role.ADVISER)), Letter(owner=None))


@pytest.mark.django_db
def test_the_houses_own_letters_are_nobodys_before_it_is_set_up() -> None:
    Installation.objects.update_or_create(pk=1, defaults={"library": None})

    assert not rules.may_decide(somebody((OURS, Role.ADVISER)), Letter(owner=None))


@pytest.mark.parametrize(
    ("state", "before"),
    [
        (State.WAITING, {State.SENDING, State.UNCERTAIN, State.REFUSED}),
        (State.SENDING, {State.WAITING}),
        (State.SENT, {State.SENDING, State.UNCERTAIN}),
        (State.UNCERTAIN, {State.SENDING}),
        (State.REFUSED, {State.WAITING, State.SENDING, State.UNCERTAIN}),
        (State.STOPPED, {State.WAITING}),
    ],
)
def test_what_may_come_before_a_state(state: State, before: set[State]) -> None:
    assert set(rules.before(state)) == before


def test_sent_and_unsubscribed_are_ends() -> None:
    assert rules.TRANSITIONS[State.SENT] == rules.TRANSITIONS[State.STOPPED] == frozenset()


def test_pauses_grow_and_end_after_two_days() -> None:
    pauses = [rules.pause_after(attempts) for attempts in range(1, len(rules.PAUSES) + 1)]

    assert all(pause is not None for pause in pauses)
    assert pauses == sorted(pauses)  # type: ignore[type-var]
    assert dt.timedelta(days=1) < sum(rules.PAUSES, dt.timedelta()) < dt.timedelta(days=3)
    assert rules.pause_after(len(rules.PAUSES) + 1) is None
    assert rules.pause_after(0) is None


def test_a_lost_letter_is_given_longer_than_any_exchange_takes() -> None:
    from django.conf import settings

    from samskaper.commons.mail.transport import PATIENCE_AFTER_LETTER

    assert rules.LOST_AFTER.total_seconds() > 8 * settings.EMAIL_TIMEOUT + PATIENCE_AFTER_LETTER
