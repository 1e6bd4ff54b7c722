"""The starter kit's own pictures: cut paper plus one thread, drawn by functions on the floor of `ui.pictures`."""

from __future__ import annotations

from functools import lru_cache

from django.utils.safestring import SafeString

from samskaper.editorial.drawing.palette import LIGHT, fixed
from samskaper.editorial.drawing.stills import HEIGHT, STILLS, WIDTH
from samskaper.ui.pictures.shapes import drawing, path


def has_picture(key: str) -> bool:
    """Whether the method has a picture of its own."""
    return key in STILLS


@lru_cache(maxsize=60)
def picture(key: str, size: str = "") -> SafeString:
    """Return a method's picture as inline SVG, coloured by the page. Raises KeyError where there is none."""
    return drawing(WIDTH, HEIGHT, STILLS[key](), size)


@lru_cache(maxsize=30)
def picture_file(key: str) -> str:
    """Return a method's picture as a file of its own, in fixed colours on paper. Raises KeyError where there is none."""
    shapes = path(f"M-16 -16H{WIDTH + 16}V{HEIGHT + 16}H-16Z", "paper") + STILLS[key]()
    frame = f'viewBox="-16 -16 {WIDTH + 32} {HEIGHT + 32}" width="1024" height="664"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {frame}>{fixed(shapes, LIGHT)}</svg>'
