"""Fixed colours, for files and films: on pages the colours are classes, which follow the reader's light or dark."""

from __future__ import annotations

import re

from samskaper.ui.pictures.inks import INKS, paint

LIGHT = INKS
DARK = {
    **LIGHT,
    "fjord": "#5fa0b2",
    "salmon": "#e08a7c",
    "leaf": "#5fa585",
    "sky": "#173640",
    "deep": "#2b525d",
    "paper": "#e9f0f0",
    "sand": "#44351a",
    "thread": "#e0604f",
    "night": "#0d1b21",
    "roof": "#7db3c1",
}
_CLASS = re.compile(r'class="([fs])-(\w+)"')


def fixed(shapes: str, colours: dict[str, str] = LIGHT) -> str:
    """Return the shapes with these colours written into them. Raises KeyError for a colour that is not there."""
    return _CLASS.sub(lambda found: paint(found[1], colours[found[2]]), shapes)
