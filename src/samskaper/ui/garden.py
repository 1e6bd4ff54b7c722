"""A garden of what people try together: seeds, what grows, what bears fruit, and leaves that become soil for the next.

Everything is of the same size: it shows how many there are of each, not which is best. The words stand beside it.
"""

from __future__ import annotations

from functools import lru_cache

from django.utils.safestring import SafeString

from samskaper.ui.pictures.shapes import at, disc, drawing, line, path

WIDTH, HEIGHT, FLOOR = 264, 172, 132
MOST = 14  # plants in one bed; how many more there are stands in words
ROW = 7
GREENS = ("M0 -2C-16 -4 -22 -14 -20 -26C-8 -24 -2 -14 0 -2Z", "M0 -2C16 -4 22 -14 20 -26C8 -24 2 -14 0 -2Z")


def _seed(_place: int) -> str:
    """A seed that has just come up."""
    small = "M0 -4C-9 -5 -12 -11 -11 -17C-4 -16 -1 -11 0 -4Z", "M0 -4C9 -5 12 -11 11 -17C4 -16 1 -11 0 -4Z"
    return path("M-15 4C-12 -6 12 -6 15 4Z", "deep") + "".join(path(d, "leaf") for d in small)


def _plant(place: int) -> str:
    """A plant with a flower."""
    top = -58 - 8 * (place % 3)
    leaves = "".join(at(0, y, path(d, "leaf")) for y, d in ((-6, GREENS[place % 2]), (-22, GREENS[(place + 1) % 2])))
    petals = "".join(disc(x, top + y, 6.5, "multe") for x, y in ((-7, 0), (7, 0), (0, -7), (0, 7)))
    return line(f"M0 2V{top}", "leaf", 4) + leaves + petals + disc(0, top, 5, "salmon")


def _tree(place: int) -> str:
    """A small tree that bears fruit."""
    crown = disc(-13, -52, 19, "leaf") + disc(13, -52, 19, "leaf") + disc(0, -68 - 3 * (place % 2), 20, "leaf")
    fruit = "".join(disc(x, y, 4.5, "multe") for x, y in ((-15, -52), (4, -46), (15, -60), (-3, -72)))
    return line("M0 4V-44", "fjord", 6) + crown + fruit


def _leaves(place: int) -> str:
    """Leaves that have fallen, and a mushroom among them."""
    colour = ("salmon", "multe", "sand")[place % 3]
    leaf = at(-2, 4, path("M0 0C-4 -12 6 -24 20 -26C24 -12 14 0 0 0Z", colour) + line("M2 -2L14 -18", "paper", 2), turn=40 - 25 * (place % 4))
    mushroom = path("M-4 4V-6H4V4Z", "paper") + path("M-11 -5C-10 -18 10 -18 11 -5Z", "salmon") if place % 4 == 2 else ""
    return leaf + at(-14, 0, mushroom)


GROWS = {"proposed": _seed, "going": _plant, "done": _tree, "ended": _leaves}


@lru_cache(maxsize=200)
def bed(kind: str, number: int) -> SafeString:
    """Return a bed with so many of a kind; the thread runs through its soil. Raises KeyError for an unknown kind."""
    grow, many = GROWS[kind], min(number, MOST)
    ground = path(f"M0 {FLOOR}C60 {FLOOR - 9} 200 {FLOOR + 7} {WIDTH} {FLOOR}V{HEIGHT}H0Z", "sand")
    thread = line(f"M0 {FLOOR + 22}C70 {FLOOR + 10} 190 {FLOOR + 34} {WIDTH} {FLOOR + 22}")
    back = min(many // 2, ROW) if many > ROW else 0
    plants = [_standing(grow(place), place, back, FLOOR - 5, shrink=0.78) for place in range(back)]
    plants += [_standing(grow(place + 3), place, many - back, FLOOR + 9, shrink=1) for place in range(many - back)]
    return drawing(WIDTH, HEIGHT, ground + "".join(plants) + thread)


def _standing(shapes: str, place: int, among: int, floor: float, *, shrink: float) -> str:
    gap = WIDTH / (among + 1)
    x = gap * (place + 1) + (0 if shrink == 1 else 12)
    scale = min(shrink, 0.45 + gap / 66)
    return f'<g transform="translate({x:.0f} {floor + 3 * (place % 2):.0f}) scale({scale:.2f})">{shapes}</g>'


SCALES = {"proposed": 2.4, "going": 1.35, "done": 1.3, "ended": 1.9}


@lru_cache(maxsize=8)
def one(kind: str) -> SafeString:
    """Return a single one, large enough for the head of a page."""
    ground = path("M8 140C10 116 44 112 78 114C120 116 152 118 152 140C152 158 120 160 80 160C36 160 6 160 8 140Z", "sand")
    big = f'<g transform="translate(80 130) scale({SCALES[kind]})">{GROWS[kind](1)}</g>'
    return drawing(160, 164, ground + big + line("M0 146C50 134 104 156 160 143"))
