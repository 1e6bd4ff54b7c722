"""What a file says of itself is read from its boxes; what is cut off or something else is told apart."""

from __future__ import annotations

import contextlib
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskaper.editorial.films.containers import NotAFilm, look
from tests.editorial.films.files import box, mp4, webm


def seen(content: bytes) -> tuple[str, float]:
    found = look(io.BytesIO(content), len(content))
    return found.kind, round(found.seconds, 3)


@pytest.mark.parametrize("seconds", [1, 61.5, 119.25])
def test_both_kinds_say_how_long_they_are(seconds: float) -> None:
    assert seen(mp4(seconds)) == ("mp4", seconds)
    assert seen(webm(seconds)) == ("webm", seconds)


@pytest.mark.parametrize("content", [
    b"", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", b"<!doctype html><script>alert(1)</script>", b"\x1aE\xdf\xa3", b"\0\0\0\x08ftyp",
    b"RIFF....AVI LIST", b"\x89PNG\r\n\x1a\n" + bytes(50), b"%PDF-1.7", b"PK\x03\x04" + bytes(60), bytes(4000),
], ids=["empty", "svg", "html", "start of webm", "start of mp4", "avi", "png", "pdf", "zip", "zeros"])
def test_what_is_no_film_is_refused(content: bytes) -> None:
    with pytest.raises(NotAFilm):
        seen(content)


@pytest.mark.parametrize("content", [
    mp4(handler=b"soun"), mp4(index=False), mp4(0), mp4(brand=b"heic"), webm(track=b"\x02"), webm(clusters=0), webm(0), webm(kind=b"matroska"),
], ids=["only sound", "no index", "no length", "a photo", "only sound in webm", "no pictures", "no length in webm", "matroska"])
def test_a_film_without_pictures_is_refused(content: bytes) -> None:
    with pytest.raises(NotAFilm):
        seen(content)


@pytest.mark.parametrize("whole", [mp4(), webm()], ids=["mp4", "webm"])
def test_a_film_that_was_cut_off_is_refused(whole: bytes) -> None:
    for length in range(20, len(whole), 37):
        with pytest.raises(NotAFilm):
            seen(whole[:length])


def test_boxes_that_hold_each_other_forever_come_to_an_end() -> None:
    with pytest.raises(NotAFilm):
        seen(box(b"ftyp", b"isom") + box(b"free", b"") * 5000)


def test_a_box_that_says_more_than_there_is_is_refused() -> None:
    with pytest.raises(NotAFilm):
        seen(mp4() + b"\xff\xff\xff\xffmdat")


@given(st.binary(max_size=300))
def test_nothing_that_anybody_sends_breaks_it(tail: bytes) -> None:
    for start in (box(b"ftyp", b"isomisom"), webm()[:40], b""):
        with contextlib.suppress(NotAFilm):
            seen(start + tail)
