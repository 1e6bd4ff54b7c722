"""Which film a page shows, as plain values: the editors' own where there is one, or the kit's."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from samskaper.editorial.films.captions import Passage, transcript
from samskaper.editorial.films.manifest import has_film, manifest


@dataclass(frozen=True, slots=True)
class Moving:
    """One file of a film: its address, its type, and its size in bytes."""

    url: str
    type: str
    size: int

    @property
    def name(self) -> str:
        """What the kind of file is called."""
        return {"video/webm": "WebM", "video/mp4": "MP4"}[self.type]


@dataclass(frozen=True, slots=True)
class Shown:
    """A film as a page shows it. `descriptions` is "" and `passages` one long text where editors made it; `ours` is the kit's own."""

    title: str
    language: str
    seconds: int
    files: tuple[Moving, ...]
    captions: str
    descriptions: str
    poster: str
    passages: tuple[Passage, ...]
    ours: bool

    @property
    def length(self) -> str:
        """How long it is, in minutes and seconds: 1:59."""
        return f"{self.seconds // 60}:{self.seconds % 60:02d}"


def kit_film(key: str, language: str, title: str) -> Shown | None:
    """Return the kit's film of a method in a language, or None where there is none."""
    if not has_film(key, language):
        return None
    there = manifest()[f"{key}.{language}"]
    named = {"key": key, "language": language}
    files = (
        Moving(f"{reverse('kit_film', kwargs={**named, 'kind': kind})}?v={there.prints[kind]}", f"video/{kind}", there.sizes[kind]) for kind in ("webm", "mp4")
    )
    tracks = [reverse("kit_track", kwargs={**named, "track": track}) for track in ("captions", "descriptions")]
    still = reverse("kit_still", kwargs={"key": key})
    return Shown(title, language, round(there.seconds), tuple(files), tracks[0], tracks[1], still, tuple(transcript(key, language)), ours=True)
