"""Which films lie rendered beside their text, and whether they still show what the text says."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from samskaper.editorial.films.scenes import FILMS, FPS, film, speech

FILE = FILMS / "manifest.json"
KINDS = ("webm", "mp4")
LOOKS = 1.0  # seconds between the moments that are looked at for a fingerprint


@dataclass(frozen=True, slots=True)
class Rendered:
    """A film as it lies there in one language: what it was made from, how long it is, and its files' sizes and fingerprints."""

    source: str
    seconds: float
    sizes: dict[str, int]
    prints: dict[str, str]


def fingerprint(key: str, language: str) -> str:
    """Return what a film looks like, as a short number: its pictures at every second and its words with their times."""
    from samskaper.editorial.films.frames import picture  # here, so that no page waits for what draws films

    told, said = film(key), speech(key, language)
    seen = hashlib.sha256()
    for n in range(int(told.seconds / LOOKS)):
        seen.update(picture(told, n * LOOKS).encode())
    for scene in told.scenes:
        for words in scene.words:
            seen.update(f"{words}{said.of(scene, words)}{said.steps}".encode())
    return seen.hexdigest()[:20]


def place(key: str, language: str, kind: str) -> Path:
    """Return where a film's file lies."""
    return FILMS / f"{key}.{language}.{kind}"


@lru_cache(maxsize=1)
def manifest() -> dict[str, Rendered]:
    """Return what lies there, by "method.language"."""
    if not FILE.exists():
        return {}
    rows: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return {name: Rendered(**row) for name, row in rows.items()}


def has_film(key: str, language: str) -> bool:
    """Whether the kit has a film of this method in this language."""
    return f"{key}.{language}" in manifest()


def enter(key: str, languages: list[str]) -> None:
    """Write down what has just been rendered."""
    rows = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
    for language in languages:
        files = {kind: place(key, language, kind).read_bytes() for kind in KINDS}
        rows[f"{key}.{language}"] = {
            "source": fingerprint(key, language), "seconds": round(film(key).seconds * FPS) / FPS,
            "sizes": {kind: len(content) for kind, content in files.items()},
            "prints": {kind: hashlib.sha256(content).hexdigest()[:20] for kind, content in files.items()},
        }
    FILE.write_text(json.dumps(rows, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    manifest.cache_clear()
