"""The films that lie in the package: all there, as their text says, short and small, and playable from the start."""

from __future__ import annotations

import hashlib

import av
import pytest

from samskaper.editorial.films.containers import look
from samskaper.editorial.films.manifest import KINDS, fingerprint, has_film, manifest, place
from samskaper.editorial.films.scenes import FILMS, LANGUAGES, film, films

BOTH = [(key, language) for key in films() for language in LANGUAGES]
EVERY = [(key, language, kind) for key, language in BOTH for kind in KINDS]


@pytest.mark.parametrize(("key", "language"), BOTH)
def test_film_shows_what_its_text_says(key: str, language: str) -> None:
    assert has_film(key, language)
    assert manifest()[f"{key}.{language}"].source == fingerprint(key, language), "The text or the drawing has changed: run `samskaper kit films`."


@pytest.mark.parametrize(("key", "language", "kind"), EVERY)
def test_file_is_the_one_that_was_made(key: str, language: str, kind: str) -> None:
    content = place(key, language, kind).read_bytes()
    told = manifest()[f"{key}.{language}"]

    assert (told.sizes[kind], told.prints[kind]) == (len(content), hashlib.sha256(content).hexdigest()[:20])


@pytest.mark.parametrize(("key", "language", "kind"), EVERY)
def test_file_lasts_one_to_two_minutes_and_weighs_little(key: str, language: str, kind: str) -> None:
    file = place(key, language, kind)
    with file.open("rb") as content:
        seen = look(content, file.stat().st_size)

    assert seen.kind == kind
    assert 60 <= seen.seconds <= 120
    assert abs(seen.seconds - film(key).seconds) < 0.2
    assert file.stat().st_size < 800_000


@pytest.mark.parametrize(("key", "language"), BOTH)
def test_mp4_begins_with_its_index(key: str, language: str) -> None:
    start = place(key, language, "mp4").read_bytes()[:200_000]

    assert 0 < start.find(b"moov") < start.find(b"mdat")


def test_all_films_together_are_a_small_part_of_the_package() -> None:
    assert sum(file.stat().st_size for kind in KINDS for file in FILMS.glob(f"*.{kind}")) < 11_500_000


def test_no_film_lies_there_that_nobody_shows() -> None:
    assert {file.name for kind in KINDS for file in FILMS.glob(f"*.{kind}")} == {f"{key}.{language}.{kind}" for key, language, kind in EVERY}


@pytest.mark.parametrize(("key", "kind"), [(key, kind) for key in films() for kind in KINDS])
def test_first_and_last_picture_can_be_seen(key: str, kind: str) -> None:
    with av.open(str(place(key, "nn", kind))) as content:
        stream = content.streams.video[0]
        assert (stream.width, stream.height) == (1280, 720)
        assert not content.streams.audio
        first = next(content.decode(video=0)).to_image()
        content.seek(int(110 * av.time_base))
        last = list(content.decode(video=0))[-1].to_image()

    band = first.getpixel((1200, 700))
    assert max(abs(one - two) for one, two in zip(band, (7, 48, 58), strict=True)) < 12
    assert len({last.getpixel((x, y)) for x in range(100, 700, 9) for y in range(60, 500, 9)}) > 20
