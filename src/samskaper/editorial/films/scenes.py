"""A film as text: its scenes, the things in them and where these move, and the words per language. Knows no raster and no codec."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

CONTENT = Path(__file__).resolve().parent.parent / "content"
FILMS = CONTENT / "films"
LANGUAGES = ("nb", "nn", "da", "en")
FPS = 12
SPEED = 13.0  # signs a second: as fast as one reads aloud slowly

Value = float | str | bool | tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Track:
    """A value that changes over time: numbers and points glide from one key to the next, words change at their key."""

    keys: tuple[tuple[float, Value], ...]

    def at(self, time: float) -> Value:
        """Return the value at a time of the scene, in seconds."""
        before = self.keys[0]
        for key in self.keys:
            if key[0] > time:
                return _between(before, key, time) if key is not before else before[1]
            before = key
        return before[1]


def _between(one: tuple[float, Value], two: tuple[float, Value], time: float) -> Value:
    share = ease((time - one[0]) / (two[0] - one[0]))
    if isinstance(one[1], tuple) and isinstance(two[1], tuple):
        return one[1][0] + (two[1][0] - one[1][0]) * share, one[1][1] + (two[1][1] - one[1][1]) * share
    if _is_number(one[1]) and _is_number(two[1]):
        return float(one[1]) + (float(two[1]) - float(one[1])) * share  # type: ignore[arg-type]
    return one[1]


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def ease(share: float) -> float:
    """Begin and end softly: 0 to 1."""
    share = min(max(share, 0.0), 1.0)
    return share * share * (3 - 2 * share)


@dataclass(frozen=True, slots=True)
class Thing:
    """Something in a scene: the name of the function that draws it, what it is told, and from when until when it is there."""

    draw: str
    told: dict[str, Track]
    begins: float
    ends: float

    def values(self, time: float) -> dict[str, Value]:
        """Return what it is told at a time."""
        return {name: track.at(time) for name, track in self.told.items()}


@dataclass(frozen=True, slots=True)
class Words:
    """A text in the picture: which, when, in what manner (a key of `letters.MANNERS`), who says it, and where it stands.

    `again` is for words that one has just read, shown once more with a change.
    """

    key: str
    begins: float
    ends: float
    manner: str = "band"
    by: str = ""
    x: float = 0
    y: float = 0
    width: float = 0
    size: float = 0
    again: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """A scene: how long, which of the method's steps it shows (0: none), its things from the back to the front, its words."""

    key: str
    seconds: float
    step: int
    things: tuple[Thing, ...]
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Film:
    """A whole film. `steps` is how many steps the method has."""

    key: str
    steps: int
    scenes: tuple[Scene, ...]

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return sum(scene.seconds for scene in self.scenes)

    def starts(self) -> Iterator[tuple[float, Scene]]:
        """Yield each scene with the time at which it begins."""
        time = 0.0
        for scene in self.scenes:
            yield time, scene
            time += scene.seconds

    def scene_at(self, time: float) -> tuple[float, Scene]:
        """Return the scene at a time, and the time within it."""
        found = (0.0, self.scenes[0])
        for start, scene in self.starts():
            if start <= time + 1e-9:
                found = (start, scene)
        return time - found[0], found[1]


@dataclass(frozen=True, slots=True)
class Speech:
    """A film's words in a language: texts by scene and key, for each scene what is seen in it, and what those who speak are called."""

    language: str
    title: str
    texts: dict[str, str]
    seen: dict[str, str]
    steps: tuple[str, ...]
    who: dict[str, str]

    def of(self, scene: Scene, words: Words) -> str:
        """Return the words of a text. Raises KeyError where there are none."""
        if words.manner == "list":
            return self.steps[int(words.key) - 1]
        return self.title if words.key == "title" else self.texts[f"{scene.key}.{words.key}"]


def films() -> list[str]:
    """Return the methods that have a film's text, in the order of the alphabet."""
    return sorted(file.parent.name for file in FILMS.glob("*/film.toml"))


@lru_cache(maxsize=8)
def film(key: str) -> Film:
    """Return a film from its text. Raises FileNotFoundError where there is none."""
    rows = tomllib.loads((FILMS / key / "film.toml").read_text(encoding="utf-8"))
    return Film(key, len(_method(key, "nb")["steps"]), tuple(_scene(row, rows.get("pace", 1.0)) for row in rows["scene"]))


@lru_cache(maxsize=32)
def speech(key: str, language: str) -> Speech:
    """Return a film's words in a language. Raises FileNotFoundError where there are none."""
    rows = tomllib.loads((FILMS / key / f"{language}.toml").read_text(encoding="utf-8"))
    method, who = _method(key, language), rows.pop("who")
    texts = {f"{scene}.{name}": text for scene, named in rows.items() for name, text in named.items() if name != "seen"}
    seen = {scene: named["seen"] for scene, named in rows.items()}
    return Speech(language, method["title"], texts, seen, tuple(step["title"] for step in method["steps"]), who)


def _method(key: str, language: str) -> dict[str, Any]:
    return tomllib.loads((CONTENT / "kit" / key / f"{language}.toml").read_text(encoding="utf-8"))


def _scene(row: dict[str, Any], pace: float) -> Scene:
    seconds = row["seconds"] * pace
    things = tuple(_thing(thing, seconds, pace) for thing in row.get("things", []))
    words = (Words(**{**one, "begins": one["begins"] * pace, "ends": one["ends"] * pace}) for one in row.get("words", []))
    return Scene(row["key"], seconds, row.get("step", 0), things, tuple(words))


def _thing(row: dict[str, Any], seconds: float, pace: float) -> Thing:
    begins, ends = (time * pace for time in row.get("show", (0, seconds / pace + 1)))
    told = {name: _track(value, pace) for name, value in row.items() if name not in {"draw", "show"}}
    return Thing(row["draw"], told, begins, ends)


def _track(value: Any, pace: float) -> Track:
    if isinstance(value, list) and value and isinstance(value[0], list):
        return Track(tuple((time * pace, _value(key)) for time, key in value))
    return Track(((0.0, _value(value)),))


def _value(value: Any) -> Value:
    return (float(value[0]), float(value[1])) if isinstance(value, list) else value
