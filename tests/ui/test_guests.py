"""Pages that look the same to every guest: kept, and never a moment too long."""

from __future__ import annotations

import datetime as dt
import gzip
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.handlers.base import BaseHandler
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.template.response import TemplateResponse
from django.test import Client, RequestFactory
from django.utils import translation

from samskaper.foundation import clock
from samskaper.ui import guests
from samskaper.ui.guests import same_for_guests

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def empty_shelf() -> Iterator[None]:
    guests.shelf.clear()
    yield
    guests.shelf.clear()


class Page:
    """A view that counts how often it is drawn."""

    def __init__(self, *, status: int = 200, form: bool = False) -> None:
        self.drawn, self.status, self.form = 0, status, form
        self.view = same_for_guests(self._view)

    def _view(self, request: HttpRequest) -> HttpResponse:
        self.drawn += 1
        if self.form:
            request.META.update(CSRF_COOKIE="x", CSRF_COOKIE_NEEDS_UPDATE=True)
        return HttpResponse(f"drawing {self.drawn}", status=self.status)

    def see(self, address: str = "/nb/", *, cookies: dict[str, str] | None = None, **headers: str) -> HttpResponse:
        """Return what a guest, or somebody with these cookies, is answered."""
        request = RequestFactory(headers=headers).get(address)
        request.COOKIES.update(cookies or {})
        return self.view(request)


def test_a_second_guest_gets_the_kept_page() -> None:
    page = Page()

    assert (page.see().content, page.see().content) == (b"drawing 1", b"drawing 1")


def test_a_write_makes_the_page_new_at_once() -> None:
    page = Page()
    page.see()
    Group.objects.create(name="published")

    assert page.see().content == b"drawing 2"


def test_each_address_host_and_language_has_its_own() -> None:
    page = Page()
    page.see("/nb/")
    page.see("/nb/?all")
    page.see("/nb/", host="localhost")
    with translation.override("da"):
        page.see("/nb/")

    assert page.drawn == 4


def test_time_passes_over_a_kept_page() -> None:
    page = Page()
    page.see()
    with clock.at(clock.now() + dt.timedelta(minutes=1)):
        page.see()

    assert page.drawn == 2


@pytest.mark.parametrize("cookies", [{"sessionid": "x"}, {"messages": "x"}])
def test_somebody_signed_in_is_never_answered_from_the_shelf(cookies: dict[str, str]) -> None:
    page = Page()
    page.see()

    assert page.see(cookies=cookies).content == b"drawing 2"
    assert page.see().content == b"drawing 1"


def test_somebody_signed_in_leaves_nothing_on_the_shelf() -> None:
    page = Page()
    page.see(cookies={"sessionid": "x"})

    assert page.see().content == b"drawing 2"


@pytest.mark.parametrize("page", [Page(form=True), Page(status=404), Page(status=302)], ids=["form", "missing", "elsewhere"])
def test_forms_and_refusals_are_not_kept(page: Page) -> None:
    page.see()

    assert page.see().content == b"drawing 2"


def test_a_part_of_a_page_is_not_the_page() -> None:
    page = Page()
    page.see(HX_Request="true")

    assert page.see().content == b"drawing 2"


def test_a_browser_that_has_the_page_is_told_so() -> None:
    page = Page()
    first = page.see()
    again = page.see(if_none_match=first["ETag"])

    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])


def test_a_page_drawn_late_is_kept_as_drawn() -> None:
    template = engines["django"].from_string("{{ word }}")
    view = same_for_guests(lambda request: TemplateResponse(request, template, {"word": "late"}))
    first = view(RequestFactory().get("/nb/"))
    first.render()  # type: ignore[attr-defined]

    assert view(RequestFactory().get("/nb/")).content == b"late"


def test_the_shelf_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guests.shelf, "most", 2)
    page = Page()
    for number in range(3):
        page.see(f"/nb/?{number}")
    page.see("/nb/?0")

    assert page.drawn == 4


@pytest.mark.parametrize(("accepts", "small"), [("gzip, br", True), ("deflate, gzip;q=0.5", True), ("gzip;q=0, br", False), ("", False)])
def test_a_kept_page_is_sent_small_to_those_who_read_it(accepts: str, small: bool) -> None:
    page = Page()
    answers = [page.see(**{"Accept-Encoding": accepts}) for _time in range(2)]

    assert page.drawn == 1 and all(answer.get("Content-Encoding", "") == ("gzip" if small else "") for answer in answers)
    assert {gzip.decompress(answer.content) if small else answer.content for answer in answers} == {b"drawing 1"}
    assert all("Accept-Encoding" in answer["Vary"] for answer in answers)


def test_a_page_of_somebody_signed_in_is_not_made_small_by_us() -> None:
    assert "Content-Encoding" not in Page().see(cookies={settings.SESSION_COOKIE_NAME: "x"}, **{"Accept-Encoding": "gzip"})


def test_a_kept_page_is_answered_before_its_address_is_looked_up(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    first = client.get("/nb/kit/")
    monkeypatch.setattr("django.core.handlers.base.BaseHandler.resolve_request", lambda *_: pytest.fail("looked up"))

    assert client.get("/nb/kit/").content == first.content != b""


def test_the_shelf_is_not_asked_for_somebody_signed_in(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    client.get("/nb/kit/")
    client.cookies[settings.SESSION_COOKIE_NAME] = "somebody"
    looked_up: list[str] = []
    ask = BaseHandler.resolve_request
    monkeypatch.setattr(BaseHandler, "resolve_request", lambda self, request: looked_up.append(request.path) or ask(self, request))

    assert (client.get("/nb/kit/").status_code, looked_up) == (200, ["/nb/kit/"])
