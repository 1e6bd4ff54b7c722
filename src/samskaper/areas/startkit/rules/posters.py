"""Where the fields of a poster are: as its method wants them, or in a plain grid."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from pathlib import Path
from typing import Any

from samskaper.areas.startkit.rules.rooms import Field, field_of
from samskaper.editorial.texts import MethodText

LAYOUTS = Path(__file__).parent.parent / "papers" / "posters.toml"
ACROSS, DOWN = 12, 8
WIDTH, HEIGHT = 392.0, 206.0  # millimetres that the fields share on an A3 page
GAP = 4.0  # millimetres between two fields
IN_A_ROW = 4  # fields of a plain grid
WRITTEN_ON = {"brainwriting": (3, 4)}  # methods with a sheet of empty boxes that goes round: so many across, so many down


@dataclass(frozen=True, slots=True)
class Place:
    """A field on the poster, in millimetres from the upper left corner of where the fields are. `bare` is without a frame."""

    number: int
    field: Field
    left: float
    top: float
    width: float
    height: float
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """The fields of a poster, and what is drawn behind them: "rings", "arrows", "head" or nothing."""

    places: tuple[Place, ...]
    backdrop: str = ""


def has_poster(method: MethodText) -> bool:
    """Whether there is something of the method to hang on a wall, or to send round the table."""
    return bool(method.canvas) or method.key in WRITTEN_ON


def layout_of(method: MethodText) -> Layout:
    """Return where the fields of the method's poster are."""
    fields, kept = [field_of(words) for words in method.canvas], _layouts().get(method.key, {})
    if len(kept.get("places", [])) != len(fields):
        kept = {"places": _grid(len(fields))}
    bare, some = kept.get("bare", []), zip(fields, kept["places"], strict=True)
    return Layout(tuple(_placed(number, field, place, number in bare) for number, (field, place) in enumerate(some, start=1)), kept.get("backdrop", ""))


@lru_cache(maxsize=1)
def _layouts() -> dict[str, dict[str, Any]]:
    return tomllib.loads(LAYOUTS.read_text(encoding="utf-8"))


def _grid(count: int) -> list[list[float]]:
    rows = ceil(count / IN_A_ROW)
    found: list[list[float]] = []
    for row in range(rows):
        some = count // rows + (row < count % rows)
        found += [[ACROSS / some * place, DOWN / rows * row, ACROSS / some, DOWN / rows] for place in range(some)]
    return found


def _placed(number: int, field: Field, place: list[float], bare: bool = False) -> Place:
    left, top, width, height = place
    step, drop = (WIDTH + GAP) / ACROSS, (HEIGHT + GAP) / DOWN
    return Place(number, field, left * step, top * drop, width * step - GAP, height * drop - GAP, bare)
