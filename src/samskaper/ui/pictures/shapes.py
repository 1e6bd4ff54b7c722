"""The pieces of cut paper. Coordinates are pixels of the scene; each function returns markup of one thing."""

from __future__ import annotations

from django.utils.safestring import SafeString, mark_safe

SKINS = ("skin1", "skin2", "skin3")


def drawing(width: int, height: int, shapes: str, size: str = "") -> SafeString:
    """Wrap shapes into an SVG that those who listen do not meet: the words beside it say the same."""
    looks = f"picture picture--{size}" if size else "picture"
    return mark_safe(  # noqa: S308  the shapes are written here, not by users
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


def ground(width: float, height: float, colour: str = "sky", *, flat: bool = True) -> str:
    """The one soft blob behind a scene; `flat` cuts it straight at the floor."""
    w, h = width, height
    if flat:
        return path(
            f"M{w * .06:g} {h:g}C{-w * .03:g} {h * .82:g} {-w * .02:g} {h * .38:g} {w * .1:g} {h * .2:g}C{w * .24:g} {-h * .07:g} {w * .78:g} {-h * .07:g} "
            f"{w * .93:g} {h * .2:g}C{w * 1.03:g} {h * .4:g} {w * 1.03:g} {h * .82:g} {w * .93:g} {h:g}Z", colour,
        )
    return path(
        f"M{w * .5:g} {h * .02:g}C{w * .86:g} {h * .0:g} {w:g} {h * .16:g} {w:g} {h * .52:g}C{w:g} {h * .88:g} {w * .86:g} {h:g} {w * .54:g} {h * .99:g}"
        f"C{w * .2:g} {h * .98:g} {w * .0:g} {h * .9:g} {w * .01:g} {h * .5:g}C{w * .02:g} {h * .16:g} {w * .14:g} {h * .04:g} {w * .5:g} {h * .02:g}Z", colour,
    )


HAIR = {
    "short": lambda c: path("M-26 -6C-27 -34 27 -34 26 -6C14 -16 -14 -16 -26 -6Z", c),
    "bun": lambda c: disc(0, -36, 12, c) + path("M-27 -4C-29 -36 29 -36 27 -4C16 -18 -16 -18 -27 -4Z", c),
    "long": lambda c: path("M-27 30C-30 -8 -30 -30 0 -30C30 -30 30 -8 27 30L17 30C20 6 20 -4 0 -10C-20 -4 -20 6 -17 30Z", c),
    "scarf": lambda c: path("M-27 34C-32 -6 -28 -31 0 -31C28 -31 32 -6 27 34C18 40 -18 40 -27 34Z", c),
    "hat": lambda c: disc(0, -36, 7, c) + path("M-27 -8C-26 -38 26 -38 27 -8C14 -14 -14 -14 -27 -8Z", c),
    "none": lambda _c: "",
}
BEHIND = {"scarf", "long"}


def person(x: float, y: float, *, skin: int = 1, shirt: str = "fjord", hair: str = "short", hair_colour: str = "night", scale: float = 1) -> str:
    """A head and shoulders; (x, y) is the middle of the lower edge. `skin` is 1, 2 or 3."""
    tone = SKINS[skin - 1]
    body = path("M-50 0C-50 -62 -40 -92 0 -92C40 -92 50 -62 50 0Z", shirt) if shirt else ""
    neck = path("M-9 -112H9V-88A9 7 0 0 1 -9 -88Z", tone)
    head = disc(0, -122, 24, tone)
    cap = at(0, -122, HAIR[hair](hair_colour))
    face = disc(0, -118, 17, tone)
    shapes = (cap + body + neck + face) if hair == "scarf" else (cap + body + neck + head) if hair == "long" else (body + neck + head + cap)
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
    return at(x, y, line("M18 -17H22A6 6 0 0 1 22 -5H18", colour, 4.5) + path("M0 -22H20V-6A6 6 0 0 1 14 0H6A6 6 0 0 1 0 -6Z", colour))


def plant(x: float, y: float, pot: str = "fjord") -> str:
    """A plant in a pot standing with its foot at y."""
    leaves = path("M0 -40C-30 -42 -40 -58 -34 -76C-14 -72 -2 -60 0 -40Z", "leaf") + path("M2 -44C-8 -70 -4 -92 10 -104C22 -86 20 -62 2 -44Z", "leaf")
    leaves += path("M2 -42C10 -68 26 -80 44 -80C44 -60 28 -42 2 -42Z", "leaf") + line("M1 -32V-50", "leaf", 5)
    return at(x, y, leaves + path("M-22 -36H22L16 0H-16Z", pot))


def sheet(x: float, y: float, turn: float = -8) -> str:
    """A sheet of paper with lines, one of them marked."""
    paper = path("M0 0H52L76 22V100H0Z", "paper") + path("M52 0V22H76Z", "deep")
    lines = line("M14 24H40M14 44H62M14 78H62", "deep", 5) + line("M14 61H56", "multe", 10)
    return at(x, y, paper + lines, turn=turn)


def window(x: float, y: float, width: float = 130, height: float = 96) -> str:
    """A window with a sun and two mountains."""
    w, h = width, height
    inside = disc(w * .22, h * .26, h * .1, "multe") + path(
        f"M{w * .08:g} {h * .9:g}V{h * .66:g}L{w * .3:g} {h * .44:g}L{w * .47:g} {h * .62:g}L{w * .68:g} {h * .36:g}L{w * .92:g} {h * .64:g}V{h * .9:g}Z", "deep")
    return at(x, y, box(0, 0, w, h, "paper", 6) + inside + box(w * .49, 0, 4, h, "sky"))


def table(x: float, y: float, width: float, legs: float) -> str:
    """A table whose top edge is at y."""
    return line(f"M{x + 30:g} {y + 10:g}L{x + 18:g} {y + legs:g}M{x + width - 30:g} {y + 10:g}L{x + width - 18:g} {y + legs:g}", "paper", 9) + box(x, y, width, 18, "paper", 9)


def chair(x: float, y: float, seat: str, *, flip: bool = False) -> str:
    """A free chair seen from its side, standing at y; its back is to the left unless flipped."""
    shapes = line("M0 -164V0M60 -82V0", "fjord", 11) + box(-6, -92, 74, 18, seat, 9)
    return at(x, y, shapes, flip=flip)


def yarn(x: float, y: float, r: float = 21) -> str:
    """A ball of yarn."""
    turns = f"M{-r * .8:g} {-r * .35:g}C{-r * .3:g} {-r:g} {r * .4:g} {-r:g} {r * .8:g} {-r * .45:g}M{-r * .95:g} {r * .2:g}C{-r * .4:g} {-r * .5:g} {r * .4:g} {-r * .5:g} {r * .95:g} {r * .1:g}M{-r * .6:g} {r * .75:g}C{-r * .2:g} {r * .2:g} {r * .3:g} {r * .2:g} {r * .6:g} {r * .6:g}"
    return at(x, y, disc(0, 0, r, "thread") + line(turns, "paper", 2.5))


def lamp(x: float, y: float, drop: float = 44) -> str:
    """A lamp on a cord from y."""
    return line(f"M{x:g} {y:g}V{y + drop:g}", "fjord", 4) + path(f"M{x - 34:g} {y + drop + 34:g}A34 34 0 0 1 {x + 34:g} {y + drop + 34:g}Z", "multe")


def knot(x: float, y: float, r: float = 6) -> str:
    """A knot on the thread."""
    return disc(x, y, r, "thread")
