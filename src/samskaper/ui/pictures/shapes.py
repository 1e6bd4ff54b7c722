"""The pieces of cut paper. Coordinates are pixels of the scene; each function returns markup of one thing."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.safestring import SafeString, mark_safe

SKINS = ("skin1", "skin2", "skin3")


def drawing(width: int, height: int, shapes: str, size: str = "") -> SafeString:
    """Wrap shapes into an SVG that those who listen do not meet: the words beside it say the same."""
    looks = f"picture picture--{size}" if size else "picture"
    return mark_safe(
        f'<svg class="{looks}" viewBox="0 0 {width} {height}" aria-hidden="true" focusable="false">{shapes}</svg>'
    )


def path(d: str, colour: str) -> str:
    """A filled shape."""
    return f'<path class="f-{colour}" d="{d}"/>'


def line(d: str, colour: str = "thread", width: float = 4.5) -> str:
    """A stroke with round ends; in the thread's colour and width unless told otherwise."""
    return f'<path class="s-{colour}" stroke-width="{width:g}" d="{d}"/>'


def disc(x: float, y: float, r: float, colour: str) -> str:
    """A circle."""
    return f'<circle class="f-{colour}" cx="{x:g}" cy="{y:g}" r="{r:g}"/>'


def box(x: float, y: float, width: float, height: float, colour: str, r: float = 0) -> str:
    """A rectangle, with round corners when `r` is given."""
    corner = f' rx="{r:g}"' if r else ""
    return f'<rect class="f-{colour}" x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"{corner}/>'


def at(x: float, y: float, shapes: str, *, turn: float = 0, flip: bool = False) -> str:
    """Move shapes to a place, and turn (degrees) or mirror them."""
    moves = f"translate({x:g} {y:g})"
    moves += f" rotate({turn:g})" if turn else ""
    moves += " scale(-1 1)" if flip else ""
    return f'<g transform="{moves}">{shapes}</g>'


def stretched(d: str, width: float, height: float, colour: str) -> str:
    """A filled shape drawn on a square of one by one and stretched to this size."""
    return f'<path class="f-{colour}" transform="scale({width:g} {height:g})" d="{d}"/>'


def ground(width: float, height: float, colour: str = "sky", *, flat: bool = True) -> str:
    """The one soft blob behind a scene; `flat` cuts it straight at the floor."""
    on_floor = "M.06 1C-.03 .82-.02 .38 .1 .2C.24-.07 .78-.07 .93 .2C1.03 .4 1.03 .82 .93 1Z"
    round_about = (
        "M.5 .02C.86 0 1 .16 1 .52C1 .88 .86 1 .54 .99C.2 .98 0 .9 .01 .5C.02 .16 .14 .04 .5 .02Z"
    )
    return stretched(on_floor if flat else round_about, width, height, colour)


HAIR: dict[str, Callable[[str], str]] = {
    "short": lambda c: path("M-26 -6C-27 -34 27 -34 26 -6C14 -16 -14 -16 -26 -6Z", c),
    "bun": lambda c: disc(0, -36, 12, c) + path("M-27 -4C-29 -36 29 -36 27 -4C16 -18 -16 -18 -27 -4Z", c),
    "long": lambda c: path(
        "M-27 30C-30 -8 -30 -30 0 -30C30 -30 30 -8 27 30L17 30C20 6 20 -4 0 -10C-20 -4 -20 6 -17 30Z", c
    ),
    "scarf": lambda c: path("M-27 34C-32 -6 -28 -31 0 -31C28 -31 32 -6 27 34C18 40 -18 40 -27 34Z", c),
    "hat": lambda c: disc(0, -36, 7, c) + path("M-27 -8C-26 -38 26 -38 27 -8C14 -14 -14 -14 -27 -8Z", c),
    "none": lambda _c: "",
}


def person(
    x: float,
    y: float,
    *,
    skin: int = 1,
    shirt: str = "fjord",
    hair: str = "short",
    hair_colour: str = "night",
    scale: float = 1,
) -> str:
    """A head and shoulders; (x, y) is the middle of the lower edge. `skin` is 1, 2 or 3."""
    tone = SKINS[skin - 1]
    body = path("M-50 0C-50 -62 -40 -92 0 -92C40 -92 50 -62 50 0Z", shirt) if shirt else ""
    neck = path("M-9 -112H9V-88A9 7 0 0 1 -9 -88Z", tone)
    head = disc(0, -122, 24, tone)
    cap = at(0, -122, HAIR[hair](hair_colour))
    face = disc(0, -118, 17, tone)
    shapes = (
        (cap + body + neck + face)
        if hair == "scarf"
        else (cap + body + neck + head)
        if hair == "long"
        else (body + neck + head + cap)
    )
    if hair == "long":
        shapes += at(0, -122, path("M-25 -2C-25 -32 25 -32 25 -2C12 -16 -12 -16 -25 -2Z", hair_colour))
    return f'<g transform="translate({x:g} {y:g}) scale({scale:g})">{shapes}</g>'


def bubble(x: float, y: float, kind: str = "lines", colour: str = "paper") -> str:
    """A speech bubble whose tail points down to the left: lines, dots or a dash."""
    shapes = path("M14 0H58A15 15 0 0 1 58 31H34L20 46L22 31H14A15 15 0 0 1 14 0Z", colour)
    if kind == "dots":
        shapes += "".join(disc(26 + 10 * n, 15.5, 3.2, "fjord") for n in range(3))
    elif kind == "dash":
        shapes += line("M26 15.5H46", "fjord", 4)
    else:
        shapes += line("M20 11H52M20 20H40", "salmon", 4)
    return at(x, y, shapes)


def mug(x: float, y: float, colour: str = "multe") -> str:
    """A mug standing with its foot at y."""
    return at(
        x,
        y,
        line("M18 -17H22A6 6 0 0 1 22 -5H18", colour, 4.5)
        + path("M0 -22H20V-6A6 6 0 0 1 14 0H6A6 6 0 0 1 0 -6Z", colour),
    )


def plant(x: float, y: float, pot: str = "fjord") -> str:
    """A plant in a pot standing with its foot at y."""
    leaves = path("M0 -40C-30 -42 -40 -58 -34 -76C-14 -72 -2 -60 0 -40Z", "leaf") + path(
        "M2 -44C-8 -70 -4 -92 10 -104C22 -86 20 -62 2 -44Z", "leaf"
    )
    leaves += path("M2 -42C10 -68 26 -80 44 -80C44 -60 28 -42 2 -42Z", "leaf") + line("M1 -32V-50", "leaf", 5)
    return at(x, y, leaves + path("M-22 -36H22L16 0H-16Z", pot))


def sheet(x: float, y: float, turn: float = -8) -> str:
    """A sheet of paper with lines, one of them marked."""
    paper = path("M0 0H52L76 22V100H0Z", "paper") + path("M52 0V22H76Z", "deep")
    lines = line("M14 24H40M14 44H62M14 78H62", "deep", 5) + line("M14 61H56", "multe", 10)
    return at(x, y, paper + lines, turn=turn)


def window(x: float, y: float, width: float = 130, height: float = 96) -> str:
    """A window with a sun and two mountains."""
    mountains = "M.08 .9V.66L.3 .44L.47 .62L.68 .36L.92 .64V.9Z"
    sun = disc(width * 0.22, height * 0.26, height * 0.1, "multe")
    view = sun + stretched(mountains, width, height, "deep")
    return at(x, y, box(0, 0, width, height, "paper", 6) + view + box(width * 0.49, 0, 4, height, "sky"))


def table(x: float, y: float, width: float, legs: float) -> str:
    """A table whose top edge is at y."""
    return line(
        f"M{x + 30:g} {y + 10:g}L{x + 18:g} {y + legs:g}M{x + width - 30:g} {y + 10:g}L{x + width - 18:g} {y + legs:g}",
        "paper",
        9,
    ) + box(x, y, width, 18, "paper", 9)


def chair(x: float, y: float, seat: str, *, flip: bool = False) -> str:
    """A free chair seen from its side, standing at y; its back is to the left unless flipped."""
    shapes = line("M0 -164V0M60 -82V0", "fjord", 11) + box(-6, -92, 74, 18, seat, 9)
    return at(x, y, shapes, flip=flip)


def yarn(x: float, y: float) -> str:
    """A ball of yarn."""
    turns = "M-17-7C-6-21 8-21 17-9M-20 4C-8-10 8-10 20 2M-13 16C-4 4 6 4 13 13"
    return at(x, y, disc(0, 0, 21, "thread") + line(turns, "paper", 2.5))


def lamp(x: float, y: float, drop: float = 44) -> str:
    """A lamp on a cord from y."""
    return line(f"M{x:g} {y:g}V{y + drop:g}", "fjord", 4) + path(
        f"M{x - 34:g} {y + drop + 34:g}A34 34 0 0 1 {x + 34:g} {y + drop + 34:g}Z", "multe"
    )


def knot(x: float, y: float, r: float = 6) -> str:
    """A knot on the thread."""
    return disc(x, y, r, "thread")
