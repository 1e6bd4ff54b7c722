"""A film as somebody takes it along: one file, a name for exactly its content, and the film as text."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from django.apps import apps
from django.db.models.fields.files import FieldFile

from samskaper.editorial.films.captions import Passage, captions, vtt
from samskaper.editorial.films.manifest import manifest, place
from samskaper.editorial.films.shown import Shown, kit_film


@dataclass(frozen=True, slots=True)
class TakenFilm:
    """A film to take along, as MP4, which every machine shows. `mark` changes with its content; `captions` are WebVTT."""

    mark: str
    size: int
    length: str
    silent: bool
    passages: tuple[Passage, ...]
    captions: str
    read: Callable[[], bytes] = field(compare=False)

    @property
    def captions_address(self) -> str:
        """The captions as an address that needs no file: a browser reads no captions from another file on one's own machine."""
        return f"data:text/vtt;base64,{b64encode(self.captions.encode()).decode()}"


def taken_films(language: str) -> dict[str, TakenFilm]:
    """Return the films of the published methods of a language by key: the editors' own where there is one, or the kit's."""
    pages = apps.get_model("editorial", "MethodPage").objects.live().filter(locale__language_code=language).select_related("film")
    found: dict[str, TakenFilm] = {}
    for page in pages.only("slug", "title", "film"):
        if page.film:
            stored = page.film.file("mp4")
            words = _stored(page.film.captions).decode("utf-8-sig", "replace")
            found[page.slug] = _taken(page.film.shown, page.film.mark("mp4"), stored.size, words, partial(_stored, stored))
        elif (ours := kit_film(page.slug, language, page.title)) is not None:
            there = manifest()[f"{page.slug}.{language}"]
            file, words = place(page.slug, language, "mp4"), vtt(captions(page.slug, language))
            found[page.slug] = _taken(ours, there.prints["mp4"], there.sizes["mp4"], words, file.read_bytes)
    return found


def _taken(shown: Shown, mark: str, size: int, words: str, read: Callable[[], bytes]) -> TakenFilm:
    return TakenFilm(mark, size, shown.length, shown.ours, shown.passages, words, read)


def _stored(file: FieldFile) -> bytes:
    with file.open("rb") as opened:
        return bytes(opened.read())
