"""Half-written text: it survives what happens to people, belongs to one person, and goes when it should.

The pages come from our own templates and scripts; the small server around them can lose the network, the session or
the seat, as real ones do.
"""

from __future__ import annotations

import mimetypes
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from django import forms
from django.template import engines
from django.utils import translation
from django_cotton.compiler_regex import CottonCompiler
from playwright.sync_api import Browser, BrowserContext, Page, expect

import samskaper.ui
from samskaper.commons.people.doer import Doer, DoerKind

STATIC = Path(samskaper.ui.__file__).parent / "static"
WORDS = "They fell silent when I stopped offering things."
FORM = """{% extends "ui/page.html" %}{% block main %}<h1>Action</h1>
<c-form draft="action"><c-errors :form="form" /><c-fields :form="form" /><c-button>Save</c-button></c-form>
{% endblock %}"""
PLAIN = """{% extends "ui/page.html" %}{% block main %}<h1>{{ heading }}</h1>
{% if wipe %}<p data-wipe-drafts>Out</p>{% endif %}<a href="/en/actions/3/">Form</a>{% endblock %}"""


class Reflection(forms.Form):
    """What the participant writes."""

    shared = forms.CharField(widget=forms.Textarea)
    mood = forms.ChoiceField(choices=[("good", "Good"), ("so", "So-so")], widget=forms.RadioSelect, required=False)
    code = forms.CharField(widget=forms.PasswordInput, required=False)


class House:
    """A server of three pages that can fail in the ways that matter."""

    def __init__(self) -> None:
        self.person: int | None = 7
        self.shared_machine = False
        self.saved: list[str] = []
        self.answer = "saved"  # or lost, expired, refused, invalid, back

    def page(self, source: str, **context: Any) -> str:
        """Draw a page for whoever is signed in."""
        who = {"doer": Doer(DoerKind.PERSON, self.person), "person": "P"} if self.person else {}
        around = {"site_name": "Samskaper", "csrf_token": "key", "sign_out_href": "/en/out/", **who}
        template = engines["django"].from_string(CottonCompiler().process(source))
        with translation.override("en"):
            return str(template.render({**around, "shared_machine": self.shared_machine, **context}))

    def shown(self, path: str) -> str:
        """Return the page of an address."""
        if "/actions/" in path:
            return self.page(FORM, form=Reflection())
        return self.page(PLAIN, heading=path, wipe=path == "/en/out/")

    def receive(self, path: str) -> tuple[int, str] | None:
        """Take what was sent and return status and page or address; None for a connection that was lost."""
        if path == "/en/out/":
            self.person = None
            return 303, path
        if self.answer == "lost":
            return None
        if self.answer == "refused":
            return 409, self.page('{% extends "ui/error.html" %}', status=409, sentence="Taken.")
        if self.answer == "invalid":
            return 422, self.page(FORM, form=Reflection({"shared": "Newest text", "mood": "no"}))
        self.saved.append(self.answer)
        self.person = None if self.answer == "expired" else self.person
        return 303, {"saved": "/en/desk/", "expired": "/en/login/", "back": path}[self.answer]


class Door(BaseHTTPRequestHandler):
    """Lets the browser in to the house."""

    house: House

    def do_GET(self) -> None:
        """Answer with a page or a file."""
        file = STATIC / self.path.removeprefix("/static/")
        if not self.path.startswith("/static/"):
            self.give(200, self.house.shown(self.path).encode(), "text/html; charset=utf-8")
        elif file.is_file():
            self.give(200, file.read_bytes(), mimetypes.guess_type(file.name)[0] or "font/woff2")
        else:
            self.give(404, b"", "text/plain")

    def do_POST(self) -> None:
        """Take a form, or lose the connection."""
        self.rfile.read(int(self.headers["Content-Length"]))
        answer = self.house.receive(self.path)
        if answer is None:
            self.connection.shutdown(socket.SHUT_RDWR)
        elif answer[0] == 303:
            self.send_response(303)
            self.send_header("Location", answer[1])
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            self.give(answer[0], answer[1].encode(), "text/html; charset=utf-8")

    def give(self, status: int, body: bytes, kind: str) -> None:
        """Answer with a body."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Referrer-Policy", "same-origin")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


@pytest.fixture
def house() -> House:
    """The house of this test."""
    return House()


@pytest.fixture
def window(browser: Browser, house: House) -> Iterator[BrowserContext]:
    """A browser that stands before our small server."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("OurDoor", (Door,), {"house": house}))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context(base_url=f"http://127.0.0.1:{server.server_port}")
    context.set_default_timeout(5_000)
    yield context
    context.close()
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(window: BrowserContext) -> Page:
    """The form, opened."""
    page = window.new_page()
    page.goto("/en/actions/3/")
    return page


def text(page: Page) -> str:
    """Return what stands in the form."""
    return page.get_by_label("Shared", exact=True).input_value()


def text_is_nowhere_on(page: Page) -> bool:
    """Return whether the page says nothing of what was written."""
    return WORDS not in page.content()


def kept(page: Page) -> list[str]:
    """Return the names of everything that the browser keeps."""
    names: list[str] = page.evaluate("Object.keys(localStorage)")
    return names


def write(page: Page, words: str = WORDS) -> None:
    """Write, and wait until the page says that it is kept."""
    page.get_by_label("Shared", exact=True).fill(words)
    expect(page.locator("[data-draft-kept]")).to_be_visible()


def test_closed_lid_gives_the_text_back_with_a_note(window: BrowserContext, page: Page) -> None:
    write(page)
    page.get_by_label("So-so").check()
    page.wait_for_timeout(600)
    page.close()

    again = window.new_page()
    again.goto("/en/actions/3/")

    assert text(again) == WORDS
    assert again.get_by_label("So-so").is_checked()
    expect(again.get_by_text("We kept what you wrote")).to_be_visible()


def test_page_that_is_left_at_once_keeps_the_last_words(page: Page) -> None:
    page.get_by_label("Shared", exact=True).fill(WORDS)
    page.goto("/en/desk/")
    page.goto("/en/actions/3/")

    assert text(page) == WORDS


def test_lost_connection_gives_the_text_back(page: Page, house: House) -> None:
    house.answer = "lost"
    write(page)
    page.get_by_role("button", name="Save").click()
    page.wait_for_timeout(300)
    house.answer = "saved"
    page.goto("/en/actions/3/")

    assert text(page) == WORDS


def test_expired_session_gives_the_text_back_after_signing_in(page: Page, house: House) -> None:
    house.answer = "expired"
    write(page)
    page.get_by_role("button", name="Save").click()
    page.wait_for_url("**/login/")
    house.person, house.answer = 7, "saved"
    page.goto("/en/actions/3/")

    assert text(page) == WORDS


def test_refusal_gives_the_text_back(page: Page, house: House) -> None:
    house.answer = "refused"
    write(page)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("That does not work right now")
    page.goto("/en/actions/3/")

    assert text(page) == WORDS


def test_form_that_must_be_corrected_shows_what_the_server_has(page: Page, house: House) -> None:
    house.answer = "invalid"
    write(page, "Older text")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("[data-error-summary]")).to_be_focused()

    assert text(page) == "Newest text"
    expect(page.get_by_text("We kept what you wrote")).to_be_hidden()


@pytest.mark.parametrize("answer", ["saved", "back"])
def test_text_that_has_arrived_is_not_kept(page: Page, house: House, answer: str) -> None:
    house.answer = answer
    write(page)
    page.get_by_role("button", name="Save").click()
    page.wait_for_timeout(300)

    assert house.saved == [answer]
    assert kept(page) == []
    page.goto("/en/actions/3/")
    assert text(page) == ""


def test_another_person_finds_nothing_of_it(page: Page, house: House) -> None:
    write(page)
    house.person = 8
    page.goto("/en/actions/3/")

    assert text(page) == "" and kept(page) == []
    house.person = 7
    page.goto("/en/actions/3/")
    assert text(page) == ""


def test_a_guest_leaves_it_to_whoever_wrote_it(page: Page, house: House) -> None:
    write(page)
    house.person = None
    page.goto("/en/desk/")
    assert text_is_nowhere_on(page)
    house.person = 7
    page.goto("/en/actions/3/")

    assert text(page) == WORDS


def test_another_record_does_not_get_it(page: Page) -> None:
    write(page)
    page.goto("/en/actions/4/")

    assert text(page) == ""


def test_another_language_of_the_same_page_does(page: Page) -> None:
    write(page)
    page.goto("/nn/actions/3/")

    assert text(page) == WORDS


def test_signing_out_wipes_everything(page: Page) -> None:
    write(page)
    page.locator(".me summary").click()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/out/")

    assert kept(page) == []


def test_page_that_wipes_does_so_by_itself(page: Page) -> None:
    write(page)
    page.goto("/en/out/")

    assert kept(page) == []


def test_shared_machine_keeps_nothing(page: Page, house: House) -> None:
    write(page)
    house.shared_machine = True
    page.goto("/en/actions/3/")
    page.get_by_label("Shared", exact=True).fill("Something else")
    page.wait_for_timeout(700)

    assert kept(page) == []


def test_guest_keeps_nothing(page: Page, house: House) -> None:
    house.person = None
    page.goto("/en/actions/3/")
    page.get_by_label("Shared", exact=True).fill(WORDS)
    page.wait_for_timeout(700)

    assert kept(page) == []


def test_passwords_and_keys_are_never_kept(page: Page) -> None:
    page.get_by_label("Code").fill("123456-secret")
    write(page)

    everything: str = page.evaluate("JSON.stringify(localStorage)")
    assert WORDS in everything
    assert "123456-secret" not in everything and "csrf" not in everything and "once" not in everything


def test_kept_text_can_be_thrown_away(page: Page) -> None:
    write(page)
    page.reload()
    page.get_by_role("button", name="Throw it away and start over").click()

    assert text(page) == ""
    assert kept(page) == []
    expect(page.get_by_text("We kept what you wrote")).to_be_hidden()


def test_old_text_goes_by_itself(page: Page) -> None:
    write(page)
    page.evaluate(
        """() => { const key = Object.keys(localStorage)[0]; const draft = JSON.parse(localStorage[key]);
        draft.at -= 31 * 24 * 60 * 60 * 1000; localStorage[key] = JSON.stringify(draft); }"""
    )
    page.reload()

    assert text(page) == "" and kept(page) == []


def test_form_works_where_the_browser_keeps_nothing(window: BrowserContext, house: House) -> None:
    window.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })")
    page = window.new_page()
    page.goto("/en/actions/3/")
    page.get_by_label("Shared", exact=True).fill(WORDS)
    page.get_by_role("button", name="Save").click()
    page.wait_for_url("**/desk/")

    assert house.saved == ["saved"]
