"""Every unsafe request happens once."""

from __future__ import annotations

import secrets
import sqlite3
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager

import psycopg
import pytest
from django.db import connection, connections
from django.test import Client

from samskaper.commons.people.models import Organisation
from samskaper.commons.record.models import Fact, Receipt
from tests.cast import FormClient

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.commons.record.once_urls")]
KEY = "0123456789abcdefXYZ_-"


@pytest.fixture
def browser() -> FormClient:
    return FormClient(raise_request_exception=False)


def test_form_without_key_is_refused_and_writes_nothing() -> None:
    answer = Client().post("/post/", {})
    assert answer.status_code == 400
    assert not Fact.objects.exists()


@pytest.mark.parametrize("key", ["short", "x" * 65, "with space in the key", "ключ-ключ-ключ-ключ"])
def test_key_of_another_shape_is_refused(key: str) -> None:
    assert Client().post("/post/", {"once": key}).status_code == 400


def test_twin_gets_the_kept_answer(browser: FormClient) -> None:
    first = browser.post("/post/", once=KEY)
    second = browser.post("/post/", once=KEY)
    assert (first.content, second.content) == (b"facts: 1", b"facts: 1")
    assert second["Samskaper-Once"] == "kept"
    assert Fact.objects.count() == 1


def test_same_key_with_other_words_is_refused(browser: FormClient) -> None:
    browser.post("/post/", {"thing": "1"}, once=KEY)
    assert browser.post("/post/", {"thing": "2"}, once=KEY).status_code == 409
    assert Fact.objects.count() == 1


@pytest.mark.parametrize(("answer", "status"), [("refuse", 409), ("invalid", 422), ("crash", 500), ("twin", 409), ("locked", 503), ("deadlock", 503)])
def test_no_leaves_nothing_and_frees_the_key(browser: FormClient, answer: str, status: int) -> None:
    assert browser.post("/post/", {"answer": answer}, once=KEY).status_code == status
    assert not Fact.objects.exists() and not Receipt.objects.exists()
    assert browser.post("/post/", once=KEY).status_code == 200


def test_save_out_of_turn_gets_a_page_that_says_so(browser: FormClient) -> None:
    answer = browser.post("/post/", {"answer": "deadlock"}, once=KEY)
    assert answer["Retry-After"] == "10"
    assert "svært mange" in answer.content.decode().lower()


@contextmanager
def somebody_else_writing() -> Iterator[None]:
    """Hold what a save needs from another connection; ours gives up after a tenth of a second."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA busy_timeout=100")
            with closing(sqlite3.connect(cursor.execute("PRAGMA database_list").fetchone()[2])) as other:
                other.execute("BEGIN IMMEDIATE")
                yield
            cursor.execute("PRAGMA busy_timeout=20000")
        else:
            cursor.execute("SET lock_timeout = 100")
            with closing(psycopg.connect(**connection.get_connection_params())) as blocker:
                blocker.execute(f"LOCK TABLE {Receipt._meta.db_table} IN SHARE MODE")
                yield
            cursor.execute("SET lock_timeout = 0")


@pytest.mark.django_db(transaction=True)
def test_another_one_who_holds_the_pen_too_long_is_no_crash(browser: FormClient) -> None:
    with somebody_else_writing():
        refused = browser.post("/post/", once=KEY)
    assert refused.status_code == 503
    assert browser.post("/post/", once=KEY).content == b"facts: 1"


def test_reading_needs_no_key_and_leaves_no_receipt(browser: FormClient) -> None:
    browser.get("/post/")
    assert not Receipt.objects.exists()


def _at_once(number: int, path: str, keys: list[str]) -> Counter[int]:
    def send(key: str) -> int:
        try:
            return int(FormClient(raise_request_exception=False).post(path, once=key).status_code)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(20) as pool:
        return Counter(pool.map(send, keys * number if len(keys) == 1 else keys))


@pytest.mark.django_db(transaction=True)
def test_hundred_equal_forms_at_once_count_once() -> None:
    statuses = _at_once(100, "/post/", [KEY])
    assert statuses == {200: 100}
    assert Fact.objects.count() == 1, connection.vendor


@pytest.mark.django_db(transaction=True)
def test_last_seat_is_sold_once() -> None:
    Organisation.objects.create(kind="public_library", name="The one who owns the seat")
    statuses = _at_once(1, "/claim/", [secrets.token_urlsafe(18) for _ in range(50)])
    assert statuses == {200: 1, 409: 49}
