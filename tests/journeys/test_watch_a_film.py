"""Somebody watches how a method is done, reads it instead, and takes it along."""

from __future__ import annotations

import http.client
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.engines.served import Served

PLAYED = """async film => {
    film.muted = true; await film.play(); film.currentTime = 80;
    await new Promise(seen => film.addEventListener('seeked', seen, {once: true}));
    film.pause(); return [film.videoWidth, Math.round(film.currentTime), Math.round(film.duration)];
}"""
CAPTIONS = """async film => {
    const track = film.textTracks[0]; const loaded = new Promise(done => film.querySelector('track').addEventListener('load', done, {once: true}));
    track.mode = 'showing'; await loaded; return [track.kind, track.language, track.cues.length, track.cues[1].text];
}"""


def asked(live: Served, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Ask the real server, as a player does."""
    connection = http.client.HTTPConnection(urlsplit(live.url).netloc, timeout=30)
    connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()


def test_a_film_is_played_wound_and_read(visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    page = visit("/nb/dot-voting/")
    film = page.locator("video")

    expect(film).to_have_attribute("preload", "none")
    assert film.evaluate("film => film.paused && film.networkState !== 2")
    width, at, length = film.evaluate(PLAYED)
    assert (width, at) == (1280, 80) and 100 < length <= 120
    assert film.evaluate(CAPTIONS)[:2] == ["captions", "nb"]
    page.get_by_text("Les filmen som tekst").click()
    expect(page.get_by_text("Hun som leder den, ga den ingen prikk i første runde.")).to_be_visible()
    axe(page)


def test_the_film_is_reached_and_started_by_keyboard(visit: Callable[..., Page]) -> None:
    page = visit("/en/exploratory-conversation/")
    film = page.locator("video")

    film.focus()
    page.keyboard.press("Space")

    expect(film).to_have_js_property("paused", False)


@pytest.mark.parametrize("phone", [False, True])
def test_without_script_everything_is_there(visit: Callable[..., Page], phone: bool) -> None:
    page = visit("/da/exploratory-conversation/", phone=phone, javascript=False)

    expect(page.locator("video[controls]")).to_be_visible()
    page.get_by_text("Tag filmen med").click()
    expect(page.get_by_role("link", name="MP4")).to_be_visible()


def test_a_real_server_hands_out_pieces(live: Served) -> None:
    path = "/films/dot-voting.nn.mp4"
    status, headers, whole = asked(live, path)
    assert status == 200 and len(whole) == int(headers["content-length"]) and headers["content-type"] == "video/mp4"

    status, headers, piece = asked(live, path, Range="bytes=1000-1999")
    assert (status, piece, headers["content-range"]) == (206, whole[1000:2000], f"bytes 1000-1999/{len(whole)}")
    assert asked(live, path, Range="bytes=-500")[2] == whole[-500:]
    assert asked(live, path, Range="bytes=1000-1999", If_Range=headers["etag"])[0] == 206
    assert asked(live, path, Range="bytes=1000-1999", If_Range='"another"')[2] == whole
    assert asked(live, path, Range=f"bytes={len(whole)}-")[0] == 416
    assert asked(live, path, Range="bytes=0-1,5-6")[2] == whole
    assert asked(live, path, If_None_Match=headers["etag"])[0] == 304
