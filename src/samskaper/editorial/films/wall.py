"""A wall with suggestions, and what is put on it: dots, gains and worries, days."""

from __future__ import annotations

from math import sin

from samskaper.editorial.films.actors import _sized, actor
from samskaper.ui.pictures.shapes import at, box, disc, line, path

ICONS: dict[str, str] = {
    "repair": at(0, 2, box(-5, -18, 11, 50, "multe", 4) + path("M-30 -32H18L32 -20L18 -12H-30Z", "roof"), turn=38),
    "tools": box(-34, -12, 68, 42, "salmon", 5) + line("M-14 -14V-26H14V-14", "salmon", 8) + box(-6, -2, 12, 12, "paper", 2),
    "cards": at(-10, 2, box(-20, -28, 40, 56, "sand", 5) + disc(0, 0, 9, "thread"), turn=-12)
    + at(12, 2, box(-20, -28, 40, 56, "multe", 5) + path("M0 -12L10 0L0 12L-10 0Z", "fjord"), turn=10),
    "garden": path("M-2 30C-30 14 -34 -6 -26 -26C-6 -20 4 2 -2 30Z", "leaf") + path("M2 30C6 4 18 -14 36 -14C36 10 24 26 2 30Z", "leaf"),
    "coffee": line("M20 -8H28A10 10 0 0 1 28 14H20", "multe", 8) + path("M-26 -18H22V16A12 12 0 0 1 10 28H-14A12 12 0 0 1 -26 16Z", "multe"),
    "film": box(-34, -22, 68, 46, "fjord", 5) + path("M-10 -12L16 1L-10 14Z", "paper"),
}


LETTERS: dict[str, str] = {
    "A": "M-11 15L0 -15L11 15M-6 5H6", "B": "M-9 15V-15H1A7 7 0 0 1 1 -1H-9H2A8 8 0 0 1 2 15Z", "C": "M11 -9A15 15 0 1 0 11 9",
    "D": "M-10 15V-15H-3A15 15 0 0 1 -3 15Z", "E": "M10 -15H-9V15H10M-9 0H6", "F": "M10 -15H-9V15M-9 0H6",
}
SUGGESTED = dict(zip("ABCDEF", ("repair", "tools", "cards", "garden", "coffee", "film"), strict=True))


@actor
def suggestion(life: float, *, x: float, y: float, letter: str, dots: float = 0, scale: float = 1, turn: float = 0, lift: float = 0) -> str:
    """A sheet on the wall with a suggestion, its middle at (x, y); so many dots have landed on it."""
    tape = "".join(at(side * 62, -100, box(-17, -7, 34, 14, "multe"), turn=side * 38) for side in (-1, 1))
    marked = "".join(disc(*spot(n), 12, "thread") for n in range(round(dots)))
    sign = at(0, -66, line(LETTERS[letter], "fjord", 7)) + at(0, -4, ICONS[SUGGESTED[letter]])
    return _sized(x, y - lift, box(-75, -100, 150, 200, "paper", 4) + sign + marked + tape, scale, turn)


@actor
def wall(life: float, *, y: float = 205, dots: str = "", share: float = 0, without: str = "") -> str:
    """All six suggestions beside each other; of their `dots`, the share that has landed."""
    counts = [int(count) for count in dots.split()] or [0] * 6
    return "".join(
        suggestion(life, x=165 + 190 * n, y=y, letter=letter, dots=counts[n] * share) for n, letter in enumerate(SUGGESTED) if letter not in without
    )


def spot(n: int) -> tuple[float, float]:
    """Return where the dot of this number lies on a sheet, from its middle."""
    return round(-48 + (n % 4) * 32 + 4 * sin(n * 2.3), 1), round(50 + (n // 4) * 30 + 3 * sin(n * 5.1), 1)


@actor
def pair(life: float, *, x: float, y: float, grow: float = 1) -> str:
    """The good to the left, the worry to the right, under a suggestion."""
    if grow < 0.05:
        return ""
    good = line("M-12 0H12M0 -12V12", "paper", 7)
    bad = line("M-12 0H12", "paper", 7)
    return _sized(x - 38, y, disc(0, 0, 25, "leaf") + good, grow) + _sized(x + 38, y, disc(0, 0, 25, "roof") + bad, max(grow * 1.6 - 0.6, 0.01))


@actor
def calendar(life: float, *, x: float, y: float, ring: float = 0, scale: float = 1, last: bool = False) -> str:
    """A leaf of a calendar: Tuesdays ringed, and the last Thursday when asked for."""
    leaf = box(-170, -130, 340, 270, "paper", 18) + path("M-170 -84V-112A18 18 0 0 1 -152 -130H152A18 18 0 0 1 170 -112V-84Z", "fjord")
    leaf += line("M-100 -146V-116M100 -146V-116", "multe", 14)
    days = "".join(disc(-126 + 42 * c, -44 + 46 * r, 9, "deep") for r in range(4) for c in range(7))
    tuesdays = "".join(disc(-84, -44 + 46 * r, 18, "leaf") for r in range(min(4, int(ring * 4 + 0.01))))
    card = disc(0, 94, 18, "multe") if last else ""
    return _sized(x, y, leaf + days + tuesdays + card, scale)
