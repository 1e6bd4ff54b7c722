"""Illustrations: cut paper plus one thread, drawn by functions.

No outlines, no gradients, no faces; nobody is larger than anybody.

Every shape takes its colour from a class (`f-` fills, `s-` strokes), so that the pictures follow dark mode and print.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from django.utils.safestring import SafeString

from samskaper.ui.pictures import scenes
from samskaper.ui.pictures.shapes import drawing

PICTURES: dict[str, tuple[int, int, Callable[[], str]]] = {
    "home": (540, 372, scenes.home),
    "empty": (560, 290, scenes.empty),
    "error": (570, 290, scenes.error),
    "door": (280, 250, scenes.door),
    "desk": (280, 170, scenes.desk),
    "graduation": (420, 300, scenes.graduation),
    "letter": (420, 280, scenes.letter),
    "calendar": (420, 280, scenes.calendar),
    "talk": (480, 300, scenes.talk),
    "table": (480, 300, scenes.round_table),
    "swap": (420, 250, scenes.swap),
    "portrait": (84, 84, scenes.portrait),
}
SIZES = {"", "s", "m"}


@lru_cache(maxsize=50)
def picture(name: str, size: str = "") -> SafeString:
    """Return the illustration as inline SVG. Raises KeyError for an unknown name or size."""
    if size not in SIZES:
        raise KeyError(size)
    width, height, draw = PICTURES[name]
    return drawing(width, height, draw(), size)
