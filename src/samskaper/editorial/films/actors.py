"""What can stand in a scene: each function draws one thing from what the film's text tells it at that moment.

Scenes are 1280 by 720; the floor is where the text puts people's feet. `life` is the time on which small things live:
steam, leaves, breath. It goes in steps of a sixth of a second, as when paper is moved by hand.
"""

from __future__ import annotations

from collections.abc import Callable
from math import floor, pi, sin
from typing import Any

from samskaper.editorial.drawing import figures, props
from samskaper.editorial.drawing.figures import Pose, Who
from samskaper.ui.pictures import shapes
from samskaper.ui.pictures.shapes import at, box, disc, line, path

Actor = Callable[..., str]
ACTORS: dict[str, Actor] = {}
CAST: dict[str, Who] = {
    "ada": figures.ADA, "odd": figures.ODD, "uma": figures.UMA, "eik": figures.EIK, "ida": figures.IDA, "ask": figures.ASK, "liv": figures.LIV,
    "per": figures.PER,
    "noa": figures.NOA, "eva": figures.EVA, "mia": Who(3, "salmon", "hat", "multe"),
}


def actor(draw: Actor) -> Actor:
    """Let films use this function by its name."""
    ACTORS[draw.__name__] = draw
    return draw


def _sized(x: float, y: float, shapes_of: str, scale: float = 1, turn: float = 0) -> str:
    moves = f"translate({x:.1f} {y:.1f})" + (f" rotate({turn:.1f})" if turn else "") + (f" scale({scale:.3f})" if scale != 1 else "")
    return f'<g transform="{moves}">{shapes_of}</g>'


@actor
def person(life: float, *, who: str, x: float, y: float, scale: float = 1.45, walk: float = 0, top: str = "", **told: Any) -> str:
    """Somebody; walks while `x` changes (`walk` is that speed in pixels a second), and breathes."""
    someone = CAST[who].wearing(top) if top else CAST[who]
    phase = sum(map(ord, who))
    pace = min(abs(walk) / 90, 1)
    told["stride"] = told.get("stride", 0) or pace * sin(x / 30)
    told["lean"] = told.get("lean", 0) + pace * (3 if walk > 0 else -3) + 0.6 * sin(floor(life * 2) / 2 * 1.7 + phase)
    if walk and "look" not in told:
        told["look"] = 0.8 if walk > 0 else -0.8
    bob = pace * abs(sin(x / 30)) * 5
    return figures.figure(x, y - bob, someone, Pose(**told), scale=scale)


@actor
def blob(life: float, *, colour: str = "sky", x: float = 90, y: float = 92, width: float = 1100, height: float = 450) -> str:
    """The one soft ground behind a scene."""
    return at(x, y, shapes.ground(width, height, colour))


@actor
def mug(life: float, *, x: float, y: float, colour: str = "multe", warm: float = 1, scale: float = 1.7) -> str:
    """A mug whose steam moves; cold when `warm` is 0."""
    cloud = at(10, -30, props.steam(0, 0, 5 * sin(life * 2.4 + x))) if warm > 0.5 else ""
    return _sized(x, y, shapes.mug(0, 0, colour) + cloud, scale)


@actor
def plant(life: float, *, x: float, y: float, pot: str = "fjord", scale: float = 1.2) -> str:
    """A plant that sways a little."""
    return _sized(x, y, shapes.plant(0, 0, pot), scale, 1.2 * sin(life * 1.3 + x))


@actor
def window(life: float, *, x: float, y: float, width: float = 220, height: float = 160, night: float = 0) -> str:
    """A window; as `night` goes from 0 to 1 the sun sinks and the dark comes."""
    frame = box(x - 8, y - 8, width + 16, height + 16, "paper", 8)
    sky = box(x, y, width, height, "night" if night > 0.85 else "roof" if night > 0.45 else "sky")
    sun = disc(x + width * 0.24, y + height * (0.28 + 0.6 * night), height * 0.12, "multe")
    ball = sun if night < 0.9 else disc(x + width * 0.76, y + height * 0.26, height * 0.09, "sand")
    hills = at(x, y, shapes.stretched("M0 1V.7L.3 .44L.47 .62L.68 .36L1 .72V1Z", width, height, "fjord" if night > 0.45 else "deep"))
    return frame + sky + ball + hills + box(x + width / 2 - 4, y, 8, height, "paper")


@actor
def lamp(life: float, *, x: float, y: float = 84, drop: float = 40, lit: float = 1) -> str:
    """A lamp on its cord, swinging a hair's breadth."""
    shade = line(f"M0 0V{drop:g}", "fjord", 5) + path(f"M-46 {drop + 46:g}A46 46 0 0 1 46 {drop + 46:g}Z", "multe" if lit > 0.5 else "grey")
    return _sized(x, y, shade, 1, 0.8 * sin(life * 0.9 + x))


@actor
def table(life: float, *, x: float, y: float, width: float = 560, depth: float = 70, legs: float = 70, colour: str = "paper") -> str:
    """A table seen from a little above; (x, y) is the middle of its far edge."""
    half, out = width / 2, width / 2 + depth * 0.7
    near = f"L{out:g} {depth:g}A8 8 0 0 1 {out - 6:g} {depth + 14:g}H{-out + 6:g}A8 8 0 0 1 {-out:g} {depth:g}Z"
    top = path(f"M{-half:g} 0H{half:g}{near}", colour)
    feet = line(f"M{-half - 10:g} {depth + 14:g}l-8 {legs:g}M{half + 10:g} {depth + 14:g}l8 {legs:g}", colour, 13)
    return _sized(x, y, feet + top)


@actor
def stool(life: float, *, x: float, y: float, seat: str = "salmon", flip: bool = False, scale: float = 1.45) -> str:
    """A chair seen from its side."""
    return _sized(x, y, props.stool(0, 0, seat, flip=flip), scale)


@actor
def door(life: float, *, x: float, y: float, height: float = 340, leaf: str = "salmon", flip: bool = False) -> str:
    """An open door."""
    return props.doorway(x, y, height, leaf=leaf, flip=flip)


@actor
def bubble(
    life: float, *, x: float, y: float, grow: float = 1, kind: str = "lines", colour: str = "paper", width: float = 190, height: float = 96, tail: int = -1
) -> str:
    """A speech bubble that grows from its tail; the tail points down to the left (-1) or right (1). What is in it: lines, dots, or nothing."""
    if grow < 0.03:
        return ""
    over = f"M30 0H{width - 30:g}A30 30 0 0 1 {width:g} 30V{height - 30:g}A30 30 0 0 1 {width - 30:g} {height:g}"
    way = f"{over}H72L16 {height + 40:g}L36 {height:g}A30 30 0 0 1 0 {height - 30:g}V30A30 30 0 0 1 30 0Z"
    inside = ""
    if kind == "dots":
        inside = "".join(disc(width / 2 + 30 * n, height / 2 + 5 * sin(life * 4 + n * 1.2), 8, "fjord") for n in (-1, 0, 1))
    elif kind == "lines":
        inside = line(f"M34 {height * 0.38:g}H{width - 40:g}M34 {height * 0.66:g}H{width - 76:g}", "salmon", 9)
    body = path(way, colour)
    if tail > 0:
        body = at(width, 0, body, flip=True)
    foot = (width - 16 if tail > 0 else 16, height + 40)
    return f'<g transform="translate({x + foot[0] * (1 - grow):.1f} {y + foot[1] * (1 - grow):.1f}) scale({grow:.3f})">{body}{inside}</g>'


@actor
def paper(
    life: float, *, x: float, y: float, width: float = 240, height: float = 170, lines: float = 0, written: float = 1,
    colour: str = "paper", ink: str = "deep", turn: float = 0, scale: float = 1,
) -> str:
    """A sheet whose middle is at (x, y); of its `lines`, the share `written` is there."""
    gap = height / (lines + 1) if lines else 0
    drawn = []
    for n in range(int(lines)):
        share = min(max(written * lines - n, 0), 1)
        if share > 0.02:
            drawn.append(line(f"M{-width * 0.36:.1f} {-height / 2 + gap * (n + 1):.1f}h{width * (0.72 if n % 2 == 0 else 0.5) * share:.1f}", ink, 7))
    return _sized(x, y, box(-width / 2, -height / 2, width, height, colour, 4) + "".join(drawn), scale, turn)


@actor
def note(life: float, *, x: float, y: float, colour: str = "multe", size: float = 56, turn: float = 0, lines: float = 2) -> str:
    """A square note."""
    return props.note(round(x, 1), round(y, 1), colour, size=size, turn=round(turn, 1), lines=int(lines))


@actor
def pencil(life: float, *, x: float, y: float, turn: float = 30, colour: str = "multe", scale: float = 1.7, writes: float = 0) -> str:
    """A pencil; its point trembles while it writes."""
    return _sized(x + 4 * writes * sin(life * 9), y, props.pencil(0, 0, 0, colour), scale, turn)


@actor
def clock(life: float, *, x: float, y: float, r: float = 46, minutes: float = 0) -> str:
    """A clock with one hand."""
    return _sized(x, y, props.clock(0, 0, r, minutes=round(minutes, 1)))


@actor
def hop(life: float, *, x: float, y: float, tox: float, toy: float, share: float, r: float = 13, rise: float = 120, colour: str = "thread") -> str:
    """A dot on its way in an arc; `share` 0 in the hand, 1 on the sheet. Not there before it leaves."""
    if share <= 0:
        return ""
    return disc(round(x + (tox - x) * share, 1), round(y + (toy - y) * share - rise * sin(pi * share), 1), r, colour)


@actor
def thread(life: float, *, way: str, share: float = 1, width: float = 7, colour: str = "thread") -> str:
    """The thread through points ("x,y x,y …"), drawn as far as `share`."""
    points = [tuple(map(float, point.split(","))) for point in way.split()]
    seen = _curve(points)
    last = max(int(len(seen) * share), 0)
    if last < 2:
        return ""
    return line("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in seen[:last]), colour, width)


def _curve(points: list[Any], between: int = 14) -> list[tuple[float, float]]:
    """Return a soft way through the points (Catmull and Rom)."""
    ends = [points[0], *points, points[-1]]
    way = []
    for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        for n in range(between):
            t = n / between
            way.append((_spline(a[0], b[0], c[0], d[0], t), _spline(a[1], b[1], c[1], d[1], t)))
    return [*way, points[-1]]


def _spline(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3)


@actor
def knot(life: float, *, x: float, y: float, r: float = 11) -> str:
    """A knot on the thread."""
    return disc(round(x, 1), round(y, 1), round(r, 1), "thread")


@actor
def bar(life: float, *, x: float, y: float, width: float, height: float, colour: str = "paper", r: float = 0) -> str:
    """A rectangle."""
    return box(round(x, 1), round(y, 1), round(width, 1), round(height, 1), colour, r)
