"""A film for those who do not see it, or not all of it: captions, what is seen, and the whole as a page of text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from samskaper.editorial.films.scenes import Film, Scene, Speech, Words, film, speech

UNHEARD = {"title", "small", "under"}  # manners of words that stand beside others


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that are shown from a time until another, in seconds."""

    begins: float
    ends: float
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A scene as text: the step that it shows ("" for none), what is seen, and what is said or written, in order."""

    step: str
    seen: str
    lines: tuple[str, ...]


def captions(key: str, language: str) -> list[Cue]:
    """Return the words of a film as cues, one after the other, each with who says it."""
    told, said = film(key), speech(key, language)
    return [Cue(start + words.begins, start + words.ends, _line(said, scene, words)) for start, scene in told.starts() for words in _heard(scene)]


def descriptions(key: str, language: str) -> list[Cue]:
    """Return what is seen in each scene as cues, for those who have it read to them."""
    said = speech(key, language)
    return [Cue(start, start + scene.seconds, said.seen[scene.key]) for start, scene in film(key).starts()]


def transcript(key: str, language: str) -> list[Passage]:
    """Return the film as text, scene by scene."""
    told, said = film(key), speech(key, language)
    return [Passage(_step(told, said, scene), said.seen[scene.key], tuple(_unique(_all(said, scene)))) for scene in told.scenes]


def _step(told: Film, said: Speech, scene: Scene) -> str:
    return f"{scene.step}. {said.steps[scene.step - 1]}" if scene.step else ""


def _heard(scene: Scene) -> Iterator[Words]:
    """Yield the words of a scene that are read one after the other."""
    for words in sorted(scene.words, key=lambda words: words.begins):
        if words.manner in {"title", "band"}:
            yield words


def _line(said: Speech, scene: Scene, words: Words) -> str:
    text = said.of(scene, words)
    if words.key == "title":
        return f"{text}\n{said.texts[f'{scene.key}.under']}"
    return f"{said.who[words.by]}: {text}" if words.by else text


def _all(said: Speech, scene: Scene) -> Iterator[str]:
    for words in sorted(scene.words, key=lambda words: words.begins):
        if not words.again and words.key != "under":
            yield plain(_line(said, scene, words)).replace("\n", ". ")


def _unique(lines: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(lines))


def plain(text: str) -> str:
    """Return a text without the brackets that strike a word out."""
    return re.sub(r"[\[\]]", "", text)


def vtt(cues: Iterable[Cue]) -> str:
    """Return cues as a WebVTT file."""
    rows = [f"{_clock(cue.begins)} --> {_clock(cue.ends)}\n{plain(cue.text)}" for cue in cues]
    return "\n\n".join(["WEBVTT", *rows]) + "\n"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds * 1000), 60_000)
    return f"00:{minutes:02d}:{rest // 1000:02d}.{rest % 1000:03d}"
