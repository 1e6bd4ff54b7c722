"""A worker is killed at any point: each receiver is sent, not sent, or uncertain, and never gets a letter twice."""

from __future__ import annotations

import pytest

from samskaper.commons.mail.models import Letter, State
from samskaper.commons.mail.tasks import deliver
from tests.commons.mail.conftest import MailServer, Workers, wait_for
from tests.commons.mail.letters import write

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE = ("first@example.org", "second@example.org", "third@example.org")


def states() -> dict[str, str]:
    return dict(Letter.objects.values_list("email", "state"))


def kill_at(step: str, *, server: MailServer, workers: Workers) -> None:
    """Let a worker send until it reaches this step of the second letter, and kill it there."""
    for email in PEOPLE:
        write(email)
    if step == "settle":
        worker = workers.start_and_stall_after_sending()
    else:
        server.stall_at(step)
        worker = workers.start(once=False)
    wait_for(lambda: server.reached)
    worker.kill()
    worker.wait()


def work_on() -> None:
    """Let another process do its rounds: this one."""
    for _round in range(2):
        deliver()


def test_killed_before_any_letter_was_touched_everybody_gets_one(server: MailServer, workers: Workers) -> None:
    kill_at("ehlo", server=server, workers=workers)
    work_on()

    assert set(states().values()) == {State.SENT}
    assert [server.times(email) for email in PEOPLE] == [1, 1, 1]


@pytest.mark.parametrize(
    ("step", "arrived"), [("mail", 0), ("rcpt", 0), ("data", 0), ("lost", 0), ("stored", 1), ("settle", 1)]
)
def test_killed_on_the_way_only_that_letter_is_uncertain(
    step: str, arrived: int, server: MailServer, workers: Workers
) -> None:
    kill_at(step, server=server, workers=workers)
    work_on()

    assert states() == dict(zip(PEOPLE, (State.SENT, State.UNCERTAIN, State.SENT), strict=True))
    assert [server.times(email) for email in PEOPLE] == [1, arrived, 1]


def test_two_workers_never_send_the_same(server: MailServer, workers: Workers) -> None:
    people = [f"p{number}@example.org" for number in range(60)]
    for email in people:
        write(email)
    both = [workers.start(), workers.start()]

    assert [worker.wait(timeout=120) for worker in both] == [0, 0]
    assert set(states().values()) == {State.SENT}
    assert sorted(letter["to"] for letter in server.taken) == sorted(people)
