"""The database tells whether anything was written."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

import pytest
from django.contrib.auth.models import Group
from django.db import connection, transaction

from samskaper.foundation.changes import state


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
