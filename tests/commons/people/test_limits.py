"""Doors to secrets: how often they may be tried."""

from __future__ import annotations

import datetime as dt
import threading
from typing import Any

import pytest
from django.db import connection, transaction

from samskaper.commons.people import limits
from samskaper.commons.people.models import Attempt
from samskaper.commons.record import limits as higher
from samskaper.foundation import clock
from samskaper.foundation.refusals import TooMany

HOUR = dt.timedelta(hours=1)


def knocks(times: int, who: str = "a@b.no", door: str = "door", most: int = 3) -> int:
    """Knock so often, and return how often it was heard."""
    heard = 0
    for _time in range(times):
        try:
            limits.knock(door, who, most=most, within=HOUR)
        except TooMany:
            continue
        heard += 1
    return heard


@pytest.mark.django_db
def test_door_is_heard_so_often_and_no_more() -> None:
    assert knocks(5) == 3


@pytest.mark.django_db
def test_refusal_says_what_to_do_and_is_a_429() -> None:
    knocks(3)
    with pytest.raises(TooMany) as refused:
        limits.knock("door", "a@b.no", most=3, within=HOUR)
    assert refused.value.status == 429
    assert str(refused.value.sentence)


@pytest.mark.django_db
def test_everybody_is_counted_alone() -> None:
    assert knocks(3) == 3
    assert knocks(3, who="c@d.no") == 3


@pytest.mark.django_db
def test_every_door_is_counted_alone() -> None:
    assert knocks(3) == 3
    assert knocks(3, door="other") == 3


@pytest.mark.django_db
def test_door_is_open_again_after_the_time() -> None:
    knocks(3)
    with clock.at(clock.now() + HOUR + dt.timedelta(seconds=1)):
        assert knocks(5) == 3


@pytest.mark.django_db
def test_refused_tries_do_not_make_the_wait_longer() -> None:
    knocks(50)
    assert Attempt.objects.count() == 3


@pytest.mark.django_db
def test_table_holds_no_address() -> None:
    knocks(1)
    row = Attempt.objects.get()
    assert "a@b.no" not in f"{row.door}{row.digest}"
    assert len(row.digest) == 64


def test_digest_depends_on_the_secret_key(settings: Any) -> None:
    first = limits.digest("door", "a")
    settings.SECRET_KEY = "another"
    assert limits.digest("door", "a") != first


def test_digest_keeps_its_parts_apart() -> None:
    assert limits.digest("ab", "c") != limits.digest("a", "bc")


@pytest.mark.django_db
def test_tries_of_an_undone_request_are_counted_again() -> None:
    with limits.remembering() as tries:
        with pytest.raises(RuntimeError), transaction.atomic():
            knocks(2)
            raise RuntimeError
        assert not Attempt.objects.exists()
        limits.count_again(tries)
    assert Attempt.objects.count() == 2


@pytest.mark.django_db
def test_tries_are_remembered_within_one_request_only() -> None:
    with limits.remembering() as first:
        knocks(1)
    with limits.remembering() as second:
        pass
    assert (len(first), len(second)) == (1, 0)


def test_higher_floors_have_the_same_door() -> None:
    assert higher.knock is limits.knock


@pytest.mark.django_db(transaction=True)
def test_tries_at_once_are_counted_one_after_the_other() -> None:
    heard: list[int] = []

    def knock() -> None:
        try:
            with transaction.atomic():
                heard.append(knocks(1))
        finally:
            connection.close()

    threads = [threading.Thread(target=knock) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(heard) == 3


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("not an address", "not an address"),
        ("x" * 500, "x" * 64),
        ("", ""),
    ],
)
def test_network_of_a_request(rf: Any, address: str, network: str) -> None:
    assert limits.network_of(rf.get("/", REMOTE_ADDR=address)) == network


def test_forwarded_address_counts_only_behind_a_proxy(rf: Any, settings: Any) -> None:
    settings.SECURE_PROXY_SSL_HEADER = None
    assert limits.network_of(rf.get("/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="192.0.2.7")) == "10.0.0.1"
