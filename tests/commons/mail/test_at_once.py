"""Many at once: one letter, one claim, one decision."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connections

from samskaper.commons.mail.commands import allow_again, decide, delivering, send, stop
from samskaper.commons.mail.letters import Address
from samskaper.commons.mail.models import Letter, State, Stop
from samskaper.commons.mail.rules import Decision
from samskaper.commons.people.doer import GUEST, SYSTEM
from samskaper.commons.people.models import Organisation
from samskaper.commons.record.models import Fact
from samskaper.foundation import clock
from samskaper.foundation.refusals import Conflict
from tests.cast import Somebody
from tests.commons.mail.letters import ABOUT, template, write

pytestmark = pytest.mark.django_db(transaction=True)
MANY = 12


def at_once(work: Callable[[], Any]) -> list[Any]:
    """Do the same in many threads that start together; return what each returned, or the refusal it met."""
    start = Barrier(MANY)

    def one(_number: int) -> Any:
        start.wait()
        try:
            return work()
        except Conflict as refusal:
            return refusal
        finally:
            connections.close_all()

    with ThreadPoolExecutor(MANY) as threads:
        return list(threads.map(one, range(MANY)))


def test_one_key_makes_one_letter() -> None:
    def post() -> int:
        to = Address("kari@example.org", "Kari")
        return send(to=to, template="x", context={}, about=ABOUT, owner=None, key="same", by=SYSTEM).pk

    with template("Subject: x\n\ny"):
        found = at_once(post)

    assert len(set(found)) == 1
    assert Letter.objects.count() == 1


def test_one_letter_is_claimed_by_one() -> None:
    letter = write()
    found = at_once(lambda: delivering.claim(letter=letter.pk, by=SYSTEM))

    assert sum(claim is not None for claim in found) == 1
    assert Letter.objects.get().attempts == 1


def test_one_decision_counts(adviser_a: Somebody, library_a: Organisation) -> None:
    letter = write(owner=library_a)
    Letter.objects.update(state=State.UNCERTAIN, claim="x:1:a", claimed=clock.now())
    doer = adviser_a.doer
    found = at_once(lambda: decide(letter=letter, decision=Decision.AGAIN, by=doer))

    assert sum(isinstance(answer, Conflict) for answer in found) == MANY - 1
    assert Fact.objects.filter(key="mail.letter_decided").count() == 1


def test_one_address_unsubscribes_once() -> None:
    letter = write(stoppable="programmes")
    at_once(lambda: stop(letter=letter, by=GUEST))

    assert Stop.objects.count() == 1
    assert Fact.objects.filter(key="mail.unsubscribed").count() == 1


def test_unsubscribing_is_taken_back_once() -> None:
    letter = write(stoppable="programmes")
    stop(letter=letter, by=GUEST)
    at_once(lambda: allow_again(letter=letter, by=GUEST))

    assert not Stop.objects.exists()
    assert Fact.objects.filter(key="mail.subscribed_again").count() == 1
