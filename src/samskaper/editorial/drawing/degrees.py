"""The degrees of influence: two people, one thread between them, and a knot that lies with whoever decides."""

from __future__ import annotations

from functools import cache

from django.utils.safestring import SafeString

from samskaper.editorial.drawing.figures import ADA, UMA, Pose, figure
from samskaper.editorial.texts import Influence
from samskaper.ui.pictures.shapes import at, disc, drawing, ground, line

WIDTH, HEIGHT = 240, 116
FROM, TO = 66.0, 174.0  # the library's hand, and the participants'
SHARES = dict(zip(Influence, (0, 0.17, 0.34, 0.5, 1), strict=True))  # where on the thread the knot lies: in the middle, both decide


@cache
def degree_picture(influence: str) -> SafeString:
    """Return the picture of a degree as inline SVG. Raises ValueError for a word that is no degree."""
    share = SHARES[Influence(influence)]
    knot = FROM + share * (TO - FROM)
    thread = line(f"M{FROM} 80C{FROM + 26} 98 {TO - 26} 98 {TO} 80")
    height = 80 + 13.5 * 4 * share * (1 - share)
    shapes = (
        at(4, 10, ground(232, 104))
        + figure(38, 114, ADA, Pose(right=(FROM - 38, -34), look=0.8, bust=True, front="right"), scale=0.62)
        + figure(202, 114, UMA, Pose(left=(TO - 202, -34), look=-0.8, bust=True, front="left"), scale=0.62)
        + thread + disc(knot, height, 11, "thread") + disc(knot, height, 5, "paper")
    )
    return drawing(WIDTH, HEIGHT, shapes)
