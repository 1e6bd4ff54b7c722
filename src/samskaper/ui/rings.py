"""A ring of two halves: it closes when both sides have said yes. Dots inside are what stands behind it."""

from __future__ import annotations

from functools import lru_cache
from math import cos, pi, sin, sqrt

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

MOST = 12  # dots that can be told apart; the number stands in words beside the ring
GOLDEN = pi * (3 - sqrt(5))
LEFT, RIGHT = "M36 5A31 31 0 0 0 36 67", "M36 5A31 31 0 0 1 36 67"


@lru_cache(maxsize=500)
def ring(dots: int, *, filled: int, left: bool, right: bool) -> SafeString:
    """Draw a ring with `dots` in it, `filled` of which are solid. A half that has said yes is a line, the other is dotted.

    The picture is hidden from those who listen: what it shows stands in words beside it.
    """
    shown = min(dots, MOST)
    return format_html(
        '<svg class="ring{}" viewBox="0 0 72 72" aria-hidden="true" focusable="false">{}{}{}</svg>',
        " ring--closed" if left and right else "", _half(LEFT, left), _half(RIGHT, right),
        format_html_join("", '<circle class="ring__dot{}" cx="{}" cy="{}" r="4"/>', (
            ("" if place < filled else " ring__dot--open", *_place(place, shown)) for place in range(shown)
        )),
    )


def _half(path: str, yes: bool) -> SafeString:
    return format_html('<path class="ring__half{}" d="{}"/>', "" if yes else " ring__half--may", path)


def _place(place: int, among: int) -> tuple[str, str]:
    """Return where a dot lies: spread like the seeds of a flower, so that any number looks even."""
    away = 0.0 if among == 1 else 20 * sqrt((place + 0.5) / among)
    return f"{36 + away * cos(place * GOLDEN):.1f}", f"{36 + away * sin(place * GOLDEN):.1f}"
