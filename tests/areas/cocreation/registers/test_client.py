"""What comes over the wire: whole, half, late, too much, or from somewhere else."""

from __future__ import annotations

import pytest

from samskaper.areas.cocreation.registers.client import (
    AGENT,
    LONGEST_PAUSE,
    Client,
    NotThere,
    NotUnderstood,
    Refused,
    Unreachable,
)
from tests.areas.cocreation.registers.conftest import Register

GOOD = {"page": {"number": 0}}


def test_an_answer_is_read(register: Register) -> None:
    register.play = lambda path, query: {"path": path, "query": query}

    assert register.client.get("/a", {"b": "æ"}) == {"path": "/a", "query": {"b": "æ"}}
    assert register.agents == [AGENT]


@pytest.mark.parametrize("broken", [(500, {}, b"oh"), (503, {}, b""), "half", (200, {}, b'{"page": {"num'), "silence", "drip"])
def test_what_passes_is_asked_again(register: Register, broken: object) -> None:
    register.queue = [broken]  # type: ignore[list-item]
    register.play = lambda path, query: GOOD

    assert register.client.get("/a") == GOOD
    assert register.paused == [1.0]


def test_pauses_grow_while_it_stays_broken(register: Register) -> None:
    register.queue = [(502, {}, b"")] * 5

    with pytest.raises(Unreachable, match="status 502"):
        register.client.get("/a")
    assert register.paused == [1.0, 2.0, 4.0, 8.0]


@pytest.mark.parametrize(("asked", "paused"), [("7", 7.0), ("99999", LONGEST_PAUSE), ("nonsense", 1.0), ("Wed, 01 Jan 2020 00:00:00 GMT", 1.0)])
def test_too_many_questions_wait_as_long_as_asked(register: Register, asked: str, paused: float) -> None:
    register.queue = [(429, {"Retry-After": asked}, b"")]
    register.play = lambda path, query: GOOD

    register.client.get("/a")

    assert register.paused == [paused]


def test_nobody_at_home() -> None:
    paused: list[float] = []

    with pytest.raises(Unreachable, match="ConnectionError"):
        Client(home="http://127.0.0.1:9", pause=paused.append).get("/a")
    assert len(paused) == 4


@pytest.mark.parametrize("status", [404, 410])
def test_what_is_not_there_is_not_asked_again(register: Register, status: int) -> None:
    register.queue = [(status, {}, b"")]

    with pytest.raises(NotThere):
        register.client.get("/a")
    assert len(register.asked) == 1


def test_a_wrong_question_is_not_asked_again(register: Register) -> None:
    register.queue = [(400, {}, b'{"feilmelding": "size cannot exceed 100"}')]

    with pytest.raises(Refused):
        register.client.get("/a")
    assert len(register.asked) == 1


def test_nobody_is_sent_elsewhere(register: Register) -> None:
    register.queue = [(302, {"Location": f"{register.home}/elsewhere"}, b"")]

    with pytest.raises(Refused):
        register.client.get("/a")
    assert [path for path, _ in register.asked] == ["/a"]


def test_an_answer_has_a_size(register: Register) -> None:
    register.queue = ["flood"]

    with pytest.raises(NotUnderstood, match="bytes"):
        register.client.get("/a")


@pytest.mark.parametrize("body", [b"[]", b"null", b'"text"'])
def test_an_answer_is_an_object(register: Register, body: bytes) -> None:
    register.queue = [(200, {}, body)]

    with pytest.raises(NotUnderstood):
        register.client.get("/a")
