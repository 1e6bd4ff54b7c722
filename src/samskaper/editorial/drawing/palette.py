"""Fixed colours, for files and films: on pages the colours are classes, which follow the reader's light or dark."""

from __future__ import annotations

import re

LIGHT = {
    "fjord": "#0b4f60",
    "multe": "#f4b63f",
    "salmon": "#e88573",
    "leaf": "#4f8f72",
    "sky": "#d9e8e9",
    "deep": "#b2cfd2",
    "paper": "#ffffff",
    "sand": "#fae2ae",
    "thread": "#cf3b2b",
    "night": "#132a33",
    "grey": "#a9b3b5",
    "roof": "#3f7f93",
    "skin1": "#f2c6a2",
    "skin2": "#b9794c",
    "skin3": "#6f472f",
}
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
    return _CLASS.sub(lambda found: _paint(found[1], colours[found[2]]), shapes)


def _paint(kind: str, colour: str) -> str:
    if kind == "f":
        return f'fill="{colour}"'
    return f'fill="none" stroke="{colour}" stroke-linecap="round" stroke-linejoin="round"'
