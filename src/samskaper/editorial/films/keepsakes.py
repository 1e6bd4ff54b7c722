"""Small things that a story hangs on: a song, a star, a telephone, a lamp to mend, a paper plane."""

from __future__ import annotations

from math import sin

from samskaper.editorial.films.actors import _sized, actor
from samskaper.ui.pictures.shapes import at, box, disc, line, path


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


def _sin(degrees: float) -> float:
    return sin(degrees * 3.141592653589793 / 180)


@actor
def star(life: float, *, x: float, y: float, r: float = 26, colour: str = "multe", turn: float = 0) -> str:
    """A paper star that turns a little."""
    reach = [r if n % 2 == 0 else r * 0.45 for n in range(10)]
    points = " ".join(f"{'L' if n else 'M'}{far * _sin(n * 36):.1f} {-far * _sin(90 - n * 36):.1f}" for n, far in enumerate(reach))
    return _sized(x, y, path(points + "Z", colour), 1, turn + 5 * sin(life * 1.5))


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
def plane(life: float, *, x: float, y: float, turn: float = -12, scale: float = 1) -> str:
    """A note folded into a paper plane."""
    return _sized(x, y, path("M-60 -6L64 -30L-16 36L-22 8Z", "multe") + path("M-22 8L64 -30L-16 36Z", "sand"), scale, turn + 3 * sin(life * 3))
