"""Many at a time: a choir with empty places, a bus with its people, a row of chairs."""

from __future__ import annotations

from math import sin

from samskaper.editorial.drawing import figures, props
from samskaper.editorial.films.actors import CAST, _sized, actor
from samskaper.ui.pictures.shapes import box, disc, line

EMPTY_PLACE = line("M-30 0C-30 -56 -24 -72 0 -72C24 -72 30 -56 30 0", "deep", 4) + line("M-16 -98A18 18 0 1 1 16 -98A18 18 0 0 1 -16 -98", "deep", 4)


@actor
def choir(life: float, *, x: float, y: float, gone: float = 0, scale: float = 0.9) -> str:
    """Nine singers in two rows; of them `gone` have left empty places."""
    cast = ["liv", "mia", "per", "eva", "uma", "eik", "liv", "mia", "eva"]
    left = {4, 8, 0, 6, 2} if gone > 4.5 else set(sorted((4, 8, 0, 6, 2))[: int(gone)])
    drawn = ""
    for n, who in enumerate(cast):
        row, place = (0, n) if n < 4 else (1, n - 4)
        spot = (x + (place - (1.5 if row == 0 else 2)) * 86, y - (70 if row == 0 else 0) - (3 * abs(sin(life * 2 + n)) if n not in left else 0))
        if n in left:
            drawn += _sized(*spot, EMPTY_PLACE, scale)
        else:
            drawn += figures.figure(spot[0], spot[1], CAST[who], figures.Pose(bust=True), scale=scale * 0.86)
    return drawn


@actor
def bus(life: float, *, x: float, y: float, colour: str = "fjord", length: float = 320, lights: float = 0, people: str = "", scale: float = 1) -> str:
    """A bus standing at y; who sits in it is seen in its windows."""
    count = max(int(length // 84), 2)
    panes = "".join(box(18 + n * (length - 30) / count, -122, (length - 30) / count - 14, 54, "multe" if lights > 0.5 else "sky", 6) for n in range(count))
    inside = "".join(
        f'<g transform="translate({18 + n * (length - 30) / count + 30:.1f} {-80 + 2 * sin(life * 3 + n):.1f}) scale(.82)">{figures.head(0, 0, CAST[who])}</g>'
        for n, who in enumerate(people.split())
    )
    body = box(0, -142, length, 118, colour, 18)
    wheels = "".join(disc(place, -22, 23, "night") + disc(place, -22, 9, "grey") for place in (64, length - 64))
    sill = box(6, -66, length - 12, 30, colour)
    return _sized(x, y, body + panes + inside + sill + wheels + (disc(length - 6, -46, 8, "multe") if lights > 0.5 else ""), scale)


@actor
def chairs(life: float, *, x: float, y: float, count: float = 3, gap: float = 150, seat: str = "salmon") -> str:
    """A row of empty chairs."""
    return "".join(_sized(x + gap * n, y, props.stool(0, 0, seat), 1.3) for n in range(int(count)))
