"""Letters from below the outbox are handed to whoever carries them."""

from __future__ import annotations

from typing import Any

import pytest

from samskaper.foundation import letters
from samskaper.foundation.letters import Address, Post
from samskaper.foundation.refs import Ref


@pytest.fixture
def postmen(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    nobody: list[Any] = []
    monkeypatch.setattr(letters, "_postmen", nobody)
    return nobody


def letter() -> Post:
    return Post(to=Address("a@b.no"), template="x.txt", context={}, about=Ref("people.account", 1), key="k")


def test_letter_reaches_the_postman_with_its_writer(postmen: list[Any]) -> None:
    carried: list[tuple[Post, object]] = []
    letters.carry(lambda one, *, by: carried.append((one, by)))
    sent = letter()
    letters.post(sent, by="somebody")
    assert carried == [(sent, "somebody")]


def test_letter_that_nobody_carries_is_an_error(postmen: list[Any]) -> None:
    with pytest.raises(LookupError):
        letters.post(letter(), by="somebody")


def test_letter_cannot_be_stopped_unless_it_says_so() -> None:
    assert letter().stoppable == ""


def test_address_speaks_bokmal_unless_it_says_otherwise() -> None:
    assert Address("a@b.no").language == "nb"
