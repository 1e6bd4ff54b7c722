"""How much of their templates the main pages walk when they are asked for again: rows that are the same are not drawn anew."""

from __future__ import annotations

import pytest
from django.template.base import Node
from django.test import Client

from bench.data import make
from bench.plans import around
from bench.tour import Page, tour
from samskaper.commons.people.middleware import SESSION_KEY
from samskaper.ui import drawn

pytestmark = pytest.mark.django_db
MOST = 360


def signed_in(page: Page) -> Client:
    client = Client()
    assert page.seen_by and page.seen_by.account
    client.force_login(page.seen_by.account, backend="django.contrib.auth.backends.ModelBackend")
    session = client.session
    session[SESSION_KEY] = page.seen_by.pk
    session.save()
    return client


@pytest.fixture
def walked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    number = [0]
    render = Node.render_annotated

    def counted(self: Node, context: object) -> object:
        number[0] += 1
        return render(self, context)  # type: ignore[arg-type]

    monkeypatch.setattr(Node, "render_annotated", counted)
    return number


def test_pages_that_are_asked_for_again_walk_few_nodes(walked: list[int]) -> None:
    made = make(5)
    found: dict[str, tuple[int, int]] = {}
    for page in tour(made, around(made.programme, made.library)):
        if page.seen_by:
            client = signed_in(page)
            drawn.forget()
            client.get(page.address)
            walked[0], first = 0, walked[0]
            assert client.get(page.address).status_code == 200, page.name
            walked[0], found[page.name] = 0, (first, walked[0])

    assert {name: numbers for name, numbers in found.items() if numbers[1] > MOST} == {}
    assert found["participants, adviser"][0] > 5 * found["participants, adviser"][1]
