"""The database tells whether anything was written."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

import pytest
from django.contrib.auth.models import Group
from django.db import connection, transaction

from samskaper.foundation.changes import Unwritten, state


def _elsewhere(work: Callable[[], object]) -> None:
    """Do something on a connection of its own, as another process would."""

    def alone() -> None:
        work()
        connection.close()

    thread = Thread(target=alone)
    thread.start()
    thread.join()


@pytest.mark.django_db(transaction=True)
def test_reading_changes_nothing() -> None:
    before = state()
    list(Group.objects.all())

    assert before is not None and state() == before


@pytest.mark.django_db(transaction=True)
def test_a_write_of_ones_own_is_seen() -> None:
    before = state()
    Group.objects.create(name="A")

    assert state() != before


@pytest.mark.django_db(transaction=True)
def test_a_write_past_the_models_is_seen() -> None:
    before = state()
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO auth_group (name) VALUES ('B')")

    assert state() != before


@pytest.mark.django_db(transaction=True)
def test_what_another_process_wrote_is_seen() -> None:
    before = state()
    _elsewhere(lambda: Group.objects.create(name="C"))

    assert state() != before


@pytest.mark.django_db(transaction=True)
def test_within_a_transaction_nothing_is_told() -> None:
    with transaction.atomic():
        assert state() is None


@pytest.fixture
def groups() -> Callable[[str], int]:
    kept: Unwritten[int] = Unwritten(most=2)
    asked: list[str] = []

    def number(key: str) -> int:
        return kept.get(key, lambda: asked.append(key) or len(asked))  # type: ignore[func-returns-value]

    return number


@pytest.mark.django_db(transaction=True)
def test_what_was_found_out_is_kept_until_something_is_written(groups: Callable[[str], int]) -> None:
    assert [groups("a"), groups("a")] == [1, 1]

    Group.objects.create(name="D")

    assert [groups("a"), groups("a")] == [2, 2]


@pytest.mark.django_db(transaction=True)
def test_what_another_process_wrote_ends_what_was_found_out(groups: Callable[[str], int]) -> None:
    groups("a")
    _elsewhere(lambda: Group.objects.create(name="E"))

    assert groups("a") == 2


@pytest.mark.django_db(transaction=True)
def test_within_a_transaction_everything_is_found_out_anew(groups: Callable[[str], int]) -> None:
    with transaction.atomic():
        assert [groups("a"), groups("a")] == [1, 2]


@pytest.mark.django_db(transaction=True)
def test_only_the_last_used_are_kept(groups: Callable[[str], int]) -> None:
    assert [groups(key) for key in "abaca"] == [1, 2, 1, 3, 1]
    assert groups("b") == 4


@pytest.mark.django_db(transaction=True)
def test_nothing_that_was_found_is_kept_as_well() -> None:
    kept: Unwritten[str | None] = Unwritten()
    asked: list[None] = []

    found = [kept.get("a", lambda: asked.append(None)) for _ in range(2)]

    assert found == [None, None] and len(asked) == 1


@pytest.mark.django_db(transaction=True)
def test_what_is_cleared_is_found_out_anew() -> None:
    kept: Unwritten[int] = Unwritten()
    kept.get("a", lambda: 1)
    kept.clear()

    assert kept.get("a", lambda: 2) == 2
