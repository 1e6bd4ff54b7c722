"""What the main pages ask of the database: not more with much data than with little, and never above a ceiling."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.data import Made, make
from bench.plans import Around, around
from bench.tour import Page, tour
from samskaper.commons.people.middleware import SESSION_KEY

# Two more than in the web process: within a test's transaction what this installation is is asked twice.
MOST = {
    "home, guest": 10, "method, guest": 15, "method of an old sheet, guest": 14, "edition, guest": 14, "programmes, guest": 3, "programme, guest": 9,
    "home, participant": 13, "my desk, participant": 30, "my way, participant": 20,
    "my dates, participant": 9, "my page, participant": 9, "my desk, leader": 31, "colleagues, leader": 13,
    "my desk, adviser": 38, "programmes, adviser": 8, "lead, adviser": 19, "attendance, adviser": 13,
    "participants, adviser": 12, "evaluation, adviser": 12, "results, adviser": 9, "mailing, adviser": 9,
    "project, adviser": 21, "activities, adviser": 13, "report, adviser": 20, "plan, adviser": 12,
}
pytestmark = pytest.mark.django_db


def asked(page: Page) -> int:
    client = Client()
    if page.seen_by:
        assert page.seen_by.account
        client.force_login(page.seen_by.account, backend="django.contrib.auth.backends.ModelBackend")
        session = client.session
        session[SESSION_KEY] = page.seen_by.pk
        session.save()
    client.get(page.address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(page.address).status_code == 200, page.name
    return sum(not query["sql"].startswith(("SAVEPOINT", "RELEASE")) for query in captured.captured_queries)


@pytest.fixture
def little() -> Iterator[tuple[Made, Around]]:
    made = make(1)
    yield made, around(made.programme, made.library)


def test_no_page_asks_more_with_much_data_or_above_its_ceiling(little: tuple[Made, Around]) -> None:
    made, hung = little
    few = {page.name: asked(page) for page in tour(made, hung)}
    make(4, library=made.library)
    many = {page.name: asked(page) for page in tour(made, hung)}

    assert {name: (few[name], number) for name, number in many.items() if number > few[name]} == {}
    assert {name: number for name, number in many.items() if number > MOST[name]} == {}
    assert set(many) == set(MOST)
