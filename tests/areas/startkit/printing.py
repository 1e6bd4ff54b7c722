"""What the tests of papers share: methods that are easy and hard to set, and eyes for a page."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise
from typing import Any

import pikepdf

from samskaper.areas.startkit.rules.papers import Imprint
from samskaper.editorial.texts import MethodText, Step
from samskaper.ui.paper import MM_OF_A_PIXEL, Laid
from tests.areas.startkit.leaving import METHOD

IMPRINT = Imprint(2, 2026, "Strandfjell fylkesbibliotek")
LONG = "Dette er en setning som en redaktør ikke klarte å stryke, selv om hun prøvde. "
Box = tuple[float, float, float, float]


def method(**changes: Any) -> MethodText:
    """Return a method that is short and whole."""
    return replace(METHOD, **changes)


def generous(steps: int = 9, language: str = "nb") -> MethodText:
    """Return a method of an editor who could not stop."""
    words = dict.fromkeys(("purpose", "say_aloud", "nobody_speaks", "influence_words", "alt", "answers_for_it"), LONG * 12)
    lists = dict.fromkeys(("when", "when_not", "materials", "preparation"), (LONG * 3,) * 12)
    some = tuple(Step(f"Et steg med en altfor lang overskrift som fortsetter og fortsetter {n}", n * 5, LONG * 8) for n in range(1, steps + 1))
    return method(language=language, title="Samarbeidsforventningsavklaringssamtale " * 3, steps=some, **words, **lists)


def boxes_of(laid: Laid) -> list[tuple[str, Box]]:
    """Return every piece of text on the first page with where it is: left, top, right, bottom, in millimetres."""
    return [
        (box.text, tuple(side * MM_OF_A_PIXEL for side in (box.position_x, box.position_y, box.position_x + box.width, box.position_y + box.height)))  # type: ignore[misc]
        for box in _texts(laid.document.pages[0]._page_box) if box.text.strip()
    ]


def _texts(box: Any) -> Iterator[Any]:
    if hasattr(box, "text"):
        yield box
    for child in getattr(box, "all_children", lambda: ())():
        yield from _texts(child)


def beyond(laid: Laid, width: float = 210, height: float = 297, margin: float = 5) -> list[str]:
    """Return the pieces of text that a printer would cut."""
    return [
        text for text, (left, top, right, bottom) in boxes_of(laid)
        if left < margin or top < margin or right > width - margin or bottom > height - margin
    ]


def overlapping(laid: Laid) -> list[tuple[str, str]]:
    """Return pairs of texts that stand on each other. A line of letters is taken for six tenths of its box, as high as a small letter."""
    slim = [(text, (left, top + 0.2 * (bottom - top), right - 0.2, bottom - 0.2 * (bottom - top))) for text, (left, top, right, bottom) in boxes_of(laid)]
    return [(one, two) for (one, a), (two, b) in combinations(slim, 2) if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]]


def opened(content: bytes) -> pikepdf.Pdf:
    """Open a PDF to be read back."""
    return pikepdf.open(io.BytesIO(content))


def elements(node: Any) -> list[Any]:
    """Return the tags of a PDF, from the root or a tag down."""
    children = node.get("/K", [])
    children = list(children) if isinstance(children, pikepdf.Array) else [children]
    found = [child for child in children if isinstance(child, pikepdf.Dictionary) and "/S" in child]
    return found + [deeper for child in found for deeper in elements(child)]


def tags(pdf: pikepdf.Pdf) -> list[str]:
    """Return the names of the tags, in reading order."""
    return [str(tag["/S"]) for tag in elements(pdf.Root.StructTreeRoot)]


def is_in_order(levels: list[str]) -> bool:
    """Whether headings begin at the first level and skip none."""
    numbers = [int(level[-1]) for level in levels]
    return numbers[:1] == [1] and all(after - before <= 1 for before, after in pairwise(numbers))
