"""The words of a film as a layer over its picture: fonts, lines, places. The fonts are those of the pages, from their packages."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any

from samskaper.editorial.drawing.figures import head
from samskaper.editorial.drawing.palette import fixed
from samskaper.editorial.films.actors import CAST
from samskaper.editorial.films.frames import BAND, HEIGHT, WIDTH
from samskaper.editorial.films.scenes import Film, Scene, Speech, Words

PACKAGES = Path(__file__).resolve().parents[4] / "node_modules/@fontsource-variable"
INK, WHITE = "#1c2e35", "#ffffff"
LEFT, WORDS_WIDE = 64, WIDTH - 128
BRACKETS = str.maketrans("", "", "[]")


@dataclass(frozen=True, slots=True)
class Face:
    """A cut of one of the house's fonts: where it comes from, how it is called in the file that is made, and its weight."""

    file: str
    family: str
    weight: int


READING = Face("atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2", "Samskaper Reading", 600)
SPEAKING = Face("bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2", "Samskaper Speaking", 700)


@lru_cache(maxsize=4)
def font(face: Face) -> Any:
    """Return the font cut at one weight. The rasteriser reads neither packed fonts nor variable ones."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    cut = instantiateVariableFont(TTFont(PACKAGES / face.file), {"wght": face.weight})
    cut.flavor = None
    for row in cut["name"].names:
        if row.nameID in {1, 4, 16}:
            row.string = face.family
    cut["OS/2"].usWeightClass = 400
    return cut


@lru_cache(maxsize=4)
def font_file(face: Face) -> str:
    """Return a file of the font for the rasteriser; it lies in the machine's folder for such things."""
    place = Path(tempfile.mkdtemp(prefix="samskaper-film-")) / f"{face.family.replace(' ', '-')}.ttf"
    font(face).save(place)
    return str(place)


def width(text: str, face: Face, size: float) -> float:
    """Return how wide a text is, in pixels."""
    cut = font(face)
    named, widths = cut.getBestCmap(), cut["hmtx"].metrics
    return float(sum(widths[named.get(ord(sign), ".notdef")][0] for sign in text.translate(BRACKETS))) * size / float(cut["head"].unitsPerEm)


def lines(text: str, face: Face, size: float, wide: float) -> list[str]:
    """Break a text into as few lines as fit, about equally long."""
    greedy = _fill(text, face, size, wide)
    narrow = wide
    while len(greedy) > 1 and narrow > wide * 0.5 and len(_fill(text, face, size, narrow - 24)) == len(greedy):
        narrow -= 24
    return _fill(text, face, size, narrow)


def _fill(text: str, face: Face, size: float, wide: float) -> list[str]:
    rows, row = [], ""
    for word in text.split():
        longer = f"{row} {word}".strip()
        if row and width(longer, face, size) > wide:
            rows.append(row)
            row = word
        else:
            row = longer
    return [*rows, row]


def active(film: Film, time: float) -> tuple[Scene, tuple[Words, ...]]:
    """Return the scene and the words that stand in the picture at a time."""
    within, scene = film.scene_at(time)
    return scene, tuple(words for words in scene.words if words.begins <= within + 1e-6 < words.ends)


def layer(scene: Scene, standing: Iterable[Words], speech: Speech) -> str:
    """Return the SVG of the words, on nothing."""
    drawn = "".join(MANNERS[words.manner](speech.of(scene, words), words) for words in standing)
    if scene.step:
        drawn += _text(f"{scene.step}", 92, 66, SPEAKING, 34, WHITE, before='<circle cx="92" cy="54" r="29" fill="#0b4f60"/>', middle=True)
        drawn += _text(speech.steps[scene.step - 1], 142, 67, SPEAKING, 42, INK)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">{drawn}</svg>'


def _text(words: str, x: float, y: float, face: Face, size: float, colour: str, *, before: str = "", middle: bool = False) -> str:
    anchor = ' text-anchor="middle"' if middle else ""
    return f'{before}<text x="{x:g}" y="{y:g}" font-family="{face.family}" font-size="{size:g}" fill="{colour}"{anchor}>{_struck(escape(words))}</text>'


def _struck(words: str) -> str:
    """Draw a line through what stands in square brackets."""
    return words.replace("[", '<tspan text-decoration="line-through">').replace("]", "</tspan>")


def _band(text: str, words: Words) -> str:
    left, who = (LEFT, "") if not words.by else (LEFT + 118, _speaker(words.by))
    rows = lines(text, READING, 44, WORDS_WIDE - (left - LEFT))
    first = {1: 653, 2: 625, 3: 604}[len(rows)]
    size = 44 if len(rows) < 3 else 38
    return who + "".join(_text(row, left, first + n * (56 if len(rows) < 3 else 46), READING, size, WHITE) for n, row in enumerate(rows))


def _speaker(who: str) -> str:
    return f'<circle cx="112" cy="638" r="52" fill="#b2cfd2"/><g transform="translate(112 636) scale(1.3)">{fixed(head(0, 0, CAST[who]))}</g>'


def _title(text: str, words: Words) -> str:
    return _text(text, LEFT, BAND + 76, SPEAKING, 64, WHITE)


def _under(text: str, words: Words) -> str:
    return _text(text, LEFT, BAND + 130, READING, 37, "#ffffff")


def _sheet(text: str, words: Words) -> str:
    size = words.size or 36
    rows = lines(text, SPEAKING, size, words.width or 420)
    top = words.y - (len(rows) - 1) * size * 0.6 + size * 0.34
    return "".join(_text(row, words.x, top + n * size * 1.2, SPEAKING, size, INK, middle=True) for n, row in enumerate(rows))


def _list(text: str, words: Words) -> str:
    knot = f'<circle cx="{words.x:g}" cy="{words.y:g}" r="30" fill="#cf3b2b"/>'
    number = _text(words.key, words.x, words.y + 13, SPEAKING, 36, WHITE, before=knot, middle=True)
    return number + _text(text, words.x + 56, words.y + 15, SPEAKING, 44, INK)


def _small(text: str, words: Words) -> str:
    return _text(text, words.x or LEFT, words.y or 690, READING, words.size or 30, WHITE)


MANNERS = {"band": _band, "title": _title, "under": _under, "sheet": _sheet, "list": _list, "small": _small}
