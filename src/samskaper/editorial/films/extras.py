"""Things that only these films need: a bus, a choir, a wall of suggestions, a calendar."""

from __future__ import annotations

from math import sin

from samskaper.editorial.drawing import figures, props
from samskaper.editorial.films.actors import CAST, _sized, actor
from samskaper.ui.pictures.shapes import at, box, disc, line, path


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
def melody(life: float, *, x: float, y: float, share: float = 1, colour: str = "salmon") -> str:
    """Notes of a song, rising."""
    if share < 0.05:
        return ""
    drawn = ""
    for n, (dx, dy) in enumerate(((0, 0), (52, -22), (104, 6))[: max(1, round(share * 3))]):
        head = disc(0, 0, 11, colour) + line("M10 -2V-44" + ("L32 -38" if n % 2 else ""), colour, 6)
        drawn += at(round(x + dx, 1), round(y + dy + 5 * sin(life * 3 + n), 1), head, turn=-8 + 8 * n)
    return drawn


@actor
def star(life: float, *, x: float, y: float, r: float = 26, colour: str = "multe", turn: float = 0) -> str:
    """A paper star that turns a little."""
    reach = [r if n % 2 == 0 else r * 0.45 for n in range(10)]
    points = " ".join(f"{'L' if n else 'M'}{far * _sin(n * 36):.1f} {-far * _sin(90 - n * 36):.1f}" for n, far in enumerate(reach))
    return _sized(x, y, path(points + "Z", colour), 1, turn + 5 * sin(life * 1.5))


def _sin(degrees: float) -> float:
    return sin(degrees * 3.141592653589793 / 180)


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


@actor
def telephone(life: float, *, x: float, y: float, rings: float = 0, scale: float = 1) -> str:
    """A telephone that rings."""
    shake = 7 * sin(life * 14) * rings
    waves = line("M46 -52C60 -40 60 -16 46 -4M62 -66C86 -42 86 -14 62 10", "thread", 7) if rings > 0.5 else ""
    return _sized(x, y, box(-34, -70, 68, 132, "night", 14) + box(-26, -56, 52, 92, "sky", 4) + disc(0, 48, 6, "grey") + waves, scale, shake)


@actor
def cross(life: float, *, x: float, y: float, scale: float = 1) -> str:
    """A chapel's window."""
    panes = path("M-60 110V-30A60 60 0 0 1 60 -30V110Z", "paper") + path("M-48 98V-28A48 48 0 0 1 48 -28V98Z", "multe")
    return _sized(x, y, panes + line("M0 -76V98M-48 14H48", "paper", 9), scale)


@actor
def broken(life: float, *, x: float, y: float, lit: float = 0, scale: float = 1) -> str:
    """A table lamp that somebody mends."""
    glow = path("M-96 110L-44 14H44L96 110Z", "sand") if lit > 0.5 else ""
    stand = line("M0 14V100M-34 106H34", "fjord", 12)
    return _sized(x, y, glow + stand + path("M-52 22L-30 -44H30L52 22Z", "multe" if lit > 0.5 else "grey"), scale)


@actor
def person_waits(life: float, *, x: float, y: float, who: str, scale: float = 1.2) -> str:
    """Somebody who waits in the dark, seen from afar."""
    return figures.figure(x, y, CAST[who], figures.Pose(look=0.6), scale=scale)


@actor
def plane(life: float, *, x: float, y: float, turn: float = -12, scale: float = 1) -> str:
    """A note folded into a paper plane."""
    return _sized(x, y, path("M-60 -6L64 -30L-16 36L-22 8Z", "multe") + path("M-22 8L64 -30L-16 36Z", "sand"), scale, turn + 3 * sin(life * 3))


@actor
def chairs(life: float, *, x: float, y: float, count: float = 3, gap: float = 150, seat: str = "salmon") -> str:
    """A row of empty chairs."""
    return "".join(_sized(x + gap * n, y, props.stool(0, 0, seat), 1.3) for n in range(int(count)))
