"""The colours of pictures where no stylesheet reaches: on paper, in files and in films. On pages they are classes, f- to fill and s- for lines."""

from __future__ import annotations

INKS = {
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


def paint(kind: str, colour: str) -> str:
    """Return what a class of this kind stands for, as attributes: "f" fills, "s" draws a line."""
    if kind == "f":
        return f'fill="{colour}"'
    return f'fill="none" stroke="{colour}" stroke-linecap="round" stroke-linejoin="round"'
