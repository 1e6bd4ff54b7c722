"""Captions, what is seen, and the film as text; and captions that others bring."""

from __future__ import annotations

import itertools

import pytest

from samskaper.editorial.films.captions import Cue, captions, descriptions, transcript, vtt
from samskaper.editorial.films.scenes import LANGUAGES, film, films
from samskaper.editorial.films.webvtt import LONGEST, NotCaptions, read

BOTH = [(key, language) for key in films() for language in LANGUAGES]
GOOD = "WEBVTT\n\n00:00.000 --> 00:04.000\nHello.\n"


@pytest.mark.parametrize(("key", "language"), BOTH)
def test_our_own_captions_are_such_as_we_would_take(key: str, language: str) -> None:
    for cues in (captions(key, language), descriptions(key, language)):
        assert [cue.text.replace("[", "").replace("]", "") for cue in cues] == [cue.text for cue in read(vtt(cues).encode())]


@pytest.mark.parametrize(("key", "language"), BOTH)
def test_captions_say_who_speaks_and_end_with_the_film(key: str, language: str) -> None:
    cues = captions(key, language)

    assert any(": " in cue.text for cue in cues)
    assert cues[-1].ends <= film(key).seconds + 0.01
    assert all(one.ends <= two.begins + 1e-6 for one, two in itertools.pairwise(cues))


@pytest.mark.parametrize(("key", "language"), BOTH)
def test_whoever_reads_the_film_can_put_the_steps_in_order(key: str, language: str) -> None:
    passages = transcript(key, language)

    assert [passage.step[:2] for passage in passages if passage.step] == [f"{n}." for n in range(1, film(key).steps + 1)]
    assert all(passage.seen for passage in passages)
    assert len(passages[-1].lines) >= film(key).steps


@pytest.mark.parametrize("text", [
    GOOD, "\ufeff" + GOOD, GOOD.replace("\n", "\r\n"),
    "WEBVTT - for the film\n\nNOTE to myself\nnothing\n\n1\n"
    "00:00:01.000 --> 00:00:02.000 line:0 align:start\n<v Kari>Hei <b>du</b></v>\n",
])
def test_good_captions_are_read(text: str) -> None:
    assert read(text.encode())


def test_a_cue_holds_its_times_and_its_words() -> None:
    assert read(b"WEBVTT\n\n01:00:01.500 --> 01:00:03.000\nTwo\nlines\n") == [Cue(3601.5, 3603.0, "Two\nlines")]


@pytest.mark.parametrize("text", [
    "", "1\n00:00:01,000 --> 00:00:02,000\nSubRip\n", "<svg onload=alert(1)>", "WEBVTT\n",
    "WEBVTT\n\n00:04.000 --> 00:02.000\nBackwards\n", "WEBVTT\n\n00:01.000 --> 00:02.000\n\n",
    "WEBVTT\n\n00:01.000 --> 00:02.000\n<script>alert(1)</script>\n", "WEBVTT\n\n00:01.000 --> 00:02.000\n<img src=x onerror=alert(1)>\n",
    "WEBVTT\n\n00:01.000 --> 00:02.000\n<c.x onclick=\"a\">x</c>\n",
    "WEBVTT\n\n00:01.000 --> 00:02.000\n<b",
    "WEBVTT\n\nSTYLE\n::cue { background: url(//x) }\n\n00:01.000 --> 00:02.000\nx\n",
    "WEBVTT\n\n00:09.000 --> 00:10.000\nLate\n\n00:01.000 --> 00:02.000\nEarly\n",
    "WEBVTT\n\n00:61.000 --> 00:99.000\nx\n",
    "WEBVTT\n\n00:01.000 --> 00:02.000\nx\0y\n",
    "WEBVTTX\n\n00:01.000 --> 00:02.000\nx\n",
])
def test_what_is_no_captions_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(NotCaptions) as refused:
        read(text.encode())

    assert str(refused.value).endswith((".", "?", "09.500"))


def test_captions_in_another_writing_are_refused() -> None:
    with pytest.raises(NotCaptions, match="UTF-8"):
        read("WEBVTT\n\n00:01.000 --> 00:02.000\nblåbær\n".encode("latin-1"))


def test_endless_captions_are_refused_before_they_are_read() -> None:
    with pytest.raises(NotCaptions):
        read(b"WEBVTT\n" + b"\n" * LONGEST)
