"""What the search finds and does not find, judged question by question, on both databases."""

from __future__ import annotations

import os

import pytest
from django.db import connection

from samskaper.commons.search import judged
from tests.commons.search.collection import judgements, texts

FLOOR = 0.97


def answers(url: str) -> list[list[str]]:
    with judged.ours(texts(), url) as answer:
        return [answer(one) for one in judgements()]


@pytest.fixture(scope="module")
def in_sqlite(django_db_setup: None, django_db_blocker: object) -> list[list[str]]:
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        return answers("")


@pytest.fixture(scope="module")
def here(django_db_setup: None, django_db_blocker: object) -> list[list[str]]:
    """The answers of the database that the tests run on."""
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        return answers(os.environ["DATABASE_URL"] if connection.vendor == "postgresql" else "")


def test_enough_was_judged() -> None:
    assert len(judgements()) >= 200
    assert {one.language for one in judgements()} == {"nb", "nn", "da", "en"}
    assert sum(len(one.must_not) for one in judgements()) >= 70


def test_everything_that_is_judged_exists() -> None:
    known = {one.id for one in texts()}

    assert len(known) == len(texts()) >= 200
    assert not {name for one in judgements() for name in one.must | one.must_not} - known


def test_no_question_is_asked_twice() -> None:
    asked = [(one.language, one.query) for one in judgements()]

    assert len(asked) == len(set(asked))


def test_what_must_be_found_is_found_and_nothing_else(in_sqlite: list[list[str]]) -> None:
    given = dict(zip(judgements(), in_sqlite, strict=True))

    found = judged.score(judgements(), given.__getitem__)

    wrong = "\n".join(f"{one.language} {one.query}: missed {sorted(missed)}, false {sorted(false)}" for one, missed, false in found.wrong)
    assert min(found.recall, found.precision) >= FLOOR, wrong


def test_databases_own_search_finds_less(in_sqlite: list[list[str]]) -> None:
    given = dict(zip(judgements(), in_sqlite, strict=True))

    with judged.plain_sqlite(texts()) as plain:
        theirs = judged.score(judgements(), plain)

    assert judged.score(judgements(), given.__getitem__).recall > theirs.recall + 0.4


def test_both_databases_give_the_same_answers_in_the_same_order(in_sqlite: list[list[str]], here: list[list[str]]) -> None:
    different = [(one.query, one.language, a, b) for one, a, b in zip(judgements(), in_sqlite, here, strict=True) if a != b]

    assert not different
