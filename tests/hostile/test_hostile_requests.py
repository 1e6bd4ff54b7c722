"""Requests that no browser of ours would send: addresses, languages, hosts, bodies and ways on."""

from __future__ import annotations

import json
import re
import secrets
from itertools import chain, zip_longest
from typing import Any

import pytest
from django.test import Client

from samskaper.commons.record.models import Fact
from samskaper.config.checkseed.seed import Seed
from samskaper.config.doors import patterns
from tests.config.doors.answers import SIGN_IN
from tests.config.seeding import Visitor, undone

PLACE = re.compile(r"<(?:(?P<kind>\w+):)?\w+>")
BARE = re.compile(r"<(?:\w+:)?\w+>")
STRANGE = {"int": ("0", str(2**63), str(10**30)), "str": ("%00", "..%2f..%2fetc", "x" * 3000, "%0d%0aSet-Cookie:x=1", "%ff")}


def addresses(place: int) -> list[str]:
    """Return every address with a strange value in it."""
    found = []
    for pattern in patterns():
        if PLACE.search(pattern.route) and not pattern.route.startswith("cms/"):
            kinds = (STRANGE.get(match["kind"] or "str", STRANGE["str"]) for match in PLACE.finditer(pattern.route))
            values = [kind[place % len(kind)] for kind in kinds]
            found.append("/" + "".join(chain(*zip_longest(BARE.split(pattern.route), values, fillvalue=""))))
    assert len(found) > 50
    return found


@pytest.mark.parametrize("place", range(5))
def test_strange_addresses_lead_nowhere(browsers: dict[str, Visitor], place: int) -> None:
    wrong = []

    for address in addresses(place):
        for method in ("GET", "POST"):
            answer = browsers["adviser_a"].knock(method, address)
            if answer.status_code >= 500 or "Set-Cookie:x" in str(answer.headers):
                wrong.append(f"{method} {address[:90]}: {answer.status_code} {getattr(answer, 'exc_info', '')!r:.200}")

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("query", [
    f"page={10**30}&q=%00&words=%00&kind=x&county=99999999999999999999&goal={10**30}&only=%ff&receiver=%00&next=%00&starts=2027-02-30",
    f"page=%00&page=-1&from=projects.project:99999999999999999999&record=people.person:{10**17}&q={'x' * 3000}&municipality=-1",
])
def test_strange_queries_get_an_answer(seed: Seed, browsers: dict[str, Visitor], query: str) -> None:
    wrong = []

    for walk in seed.walks():
        if "adviser_a" in walk.door.read and "?" not in walk.path and not walk.path.startswith("/cms/") and ".pdf" not in walk.path:
            answer = browsers["adviser_a"].knock("GET", f"{walk.path}?{query}")
            if answer.status_code >= 500:
                wrong.append(f"{walk.path}?{query}: {answer.status_code} {getattr(answer, 'exc_info', '')!r:.200}")

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("prefix", ["xx", "NB", "nb-NO", "de", "..", "n%00b", "%ff", "nb%2f..", "🙂"])
def test_languages_that_we_do_not_speak_lead_nowhere(browsers: dict[str, Visitor], prefix: str) -> None:
    answer = browsers["adviser_a"].knock("GET", f"/{prefix}/desk/")

    assert answer.status_code in {301, 302, 400, 404}


@pytest.mark.parametrize("way", [
    "https://evil.example/",
    "//evil.example/", "///evil.example", "/\\evil.example", "javascript:alert(1)", "http:evil.example", "\r\nX: 1", "https:///evil.example", "\x00",
])
def test_nobody_is_led_to_a_foreign_site(browsers: dict[str, Visitor], way: str) -> None:
    for role, path in (("adviser_a", "/nb/sign-in/"), ("adviser_a", "/nb/arrive/"), ("guest", "/nb/sign-in/"), ("guest", "/nb/_util/login/")):
        data = {"next": way, "email": "somebody@a.example"}
        for method in ("GET", "POST"):
            answer = browsers[role].knock(method, path, data)
            place = answer.headers.get("Location", "/")

            assert answer.status_code < 500
            assert re.match(r"/[^/\\]|/$", place), place
            assert "evil" not in place or SIGN_IN.match(place) or place.startswith("/nb/arrive")


@pytest.mark.parametrize("headers", [
    {"Host": "evil.example"}, {"Host": "localhost:99999999"}, {"Host": "localhost\\@evil.example"}, {"Host": "[::1"},
    {"X-Forwarded-Host": "evil.example"}, {"X-Forwarded-Proto": "https", "X-Forwarded-For": "9.9.9.9, x"}, {"X-Original-URL": "/cms/"},
    {"X-HTTP-Method-Override": "DELETE"}, {"Accept-Language": "x" * 5000}, {"Referer": "https://evil.example/nb/"}, {"Cookie": "sessionid=\x00; language=<x>"},
])
def test_headers_of_strangers_change_nothing(browsers: dict[str, Visitor], headers: dict[str, str]) -> None:
    answer = browsers["guest"].knock("GET", "/nb/programmes/", headers=headers)

    assert answer.status_code in {200, 400}
    assert b"evil.example" not in answer.whole


BODIES: dict[str, tuple[str, bytes]] = {
    "json": ("application/json", json.dumps({"name": "x"}).encode()),
    "broken json": ("application/json", b"{"),
    "plain": ("text/plain", b"name=x"),
    "no type": ("", b"name=x"),
    "not utf-8": ("application/x-www-form-urlencoded", b"name=\xff\xfe&email=%ff%fe&once=%ff"),
    "unknown charset": ("application/x-www-form-urlencoded; charset=klingon", b"name=x"),
    "parts without a boundary": ("multipart/form-data", b"--x\r\n"),
    "parts that never end": ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="name"\r\n\r\nx'),
    "a part of another encoding": (
        "multipart/form-data; boundary=x",
        b'--x\r\nContent-Disposition: form-data; name="file"; filename="../../x\x00.txt"\r\nContent-Transfer-Encoding: base64\r\n\r\n%%%\r\n--x--\r\n',
    ),
    "thirty thousand fields": ("application/x-www-form-urlencoded", b"&".join(b"a%d=1" % number for number in range(30_000))),
    "four megabytes": ("application/x-www-form-urlencoded", b"name=" + b"x" * (4 * 1024 * 1024)),
    "nothing": ("application/x-www-form-urlencoded", b""),
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_bodies_that_are_no_form_leave_nothing(seed: Seed, browsers: dict[str, Visitor], body: tuple[str, bytes]) -> None:
    kind, content = body
    ids = seed.sides["a"].ids
    forms = {
        "adviser_a": (f"/nb/programmes/{ids['programme']}/edit/", "/nb/projects/import/", "/nb/organisations/add/",
                      f"/nb/programmes/{ids['programme']}/publish/addresses/", f"/nb/programmes/gatherings/{ids['gathering']}/material/"),
        "participant_a": (f"/nb/programmes/actions/{ids['action']}/", "/nb/me/"),
        "guest": ("/nb/sign-in/", f"/nb/programmes/yes-or-no/{ids['consent_secret']}/"),
    }
    before = Fact.objects.count()

    for role, path in ((role, path) for role, paths in forms.items() for path in paths):
        with undone():
            answer = send(browsers[role], path, kind, content)

            assert answer.status_code in {200, 400, 409, 413, 415, 422}, f"{role} {path}: {answer.status_code}"
            assert Fact.objects.count() == before


def send(browser: Client, path: str, kind: str, content: bytes) -> Any:
    """Send the body as it is; it lasts until the test is over."""
    return browser.generic("POST", path, content, content_type=kind, headers={"Idempotency-Key": secrets.token_urlsafe(18)})


def test_a_form_without_its_key_is_not_taken(seed: Seed, browsers: dict[str, Visitor]) -> None:
    with undone():
        answer = browsers["adviser_a"].post("/nb/organisations/add/", {"name": "X"})

    assert answer.status_code == 400


def test_a_form_of_a_foreign_site_is_not_taken(seed: Seed) -> None:
    stranger = Client(enforce_csrf_checks=True)
    stranger.cookies["sessionid"] = seed.cookies["adviser_a"]["sessionid"]

    with undone():
        answer = stranger.post("/nb/organisations/add/", {"name": "X", "once": secrets.token_urlsafe(18)}, headers={"Origin": "https://evil.example"})

    assert answer.status_code == 403
