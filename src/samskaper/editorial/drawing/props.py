"""Things of cut paper that methods are done with: notes, posters, papers on a wall, chairs, doors, arrows."""

from __future__ import annotations

from samskaper.ui.pictures.shapes import at, box, disc, line, path


def note(x: float, y: float, colour: str = "multe", *, size: float = 30, turn: float = 0, lines: int = 0) -> str:
    """A square note whose middle is at (x, y)."""
    half = size / 2
    ink = "fjord" if colour in {"paper", "sky", "multe"} else "paper"
    words = "".join(line(f"M{-half + 6:g} {-half + 9 + 8 * n:g}H{half - 6 - 5 * (n % 2):g}", ink, 2.6) for n in range(lines))
    return at(x, y, box(-half, -half, size, size, colour, 2) + words, turn=turn)


def poster(x: float, y: float, width: float, height: float, colour: str = "paper") -> str:
    """A large sheet with two bits of tape; (x, y) is its upper left corner."""
    tape = "".join(at(x + place, y, box(-13, -5, 26, 10, "multe"), turn=turn) for place, turn in ((12, -38), (width - 12, 38)))
    return box(x, y, width, height, colour, 3) + tape


def paper(x: float, y: float, width: float, height: float, *, lines: int = 0, colour: str = "paper", ink: str = "deep", turn: float = 0) -> str:
    """A sheet with lines of writing; (x, y) is its upper left corner."""
    gap = height / (lines + 1) if lines else 0
    words = "".join(line(f"M{width * 0.16:.4g} {gap * (n + 1):.4g}H{width * (0.84 if n % 2 == 0 else 0.62):.4g}", ink, 5) for n in range(lines))
    return at(x, y, box(0, 0, width, height, colour, 3) + words, turn=turn)


def question(x: float, y: float, colour: str = "fjord", *, scale: float = 1) -> str:
    """A question mark, its middle at (x, y)."""
    mark = line("M-13 -12C-13 -32 15 -32 15 -12C15 2 0 0 0 16", colour, 9) + disc(0, 33, 6, colour)
    return f'<g transform="translate({x:g} {y:g}) scale({scale:g})">{mark}</g>'


def pencil(x: float, y: float, turn: float = 30, colour: str = "multe") -> str:
    """A pencil whose point is at (x, y)."""
    return at(
        x,
        y,
        path("M0 0L-5 -12H5Z", "sand") + path("M0 0L-2 -5H2Z", "night") + box(-5, -46, 10, 34, colour) + box(-5, -52, 10, 8, "salmon", 2),
        turn=turn,
    )


def stool(x: float, y: float, seat: str, *, flip: bool = False) -> str:
    """A chair seen from its side, standing at y under somebody who sits; its back to the left unless flipped."""
    return at(x, y, line("M-34 -150V0M24 -64V0", "deep", 8) + box(-38, -70, 72, 12, seat, 6) + box(-39, -152, 11, 62, seat, 5), flip=flip)


def doorway(x: float, y: float, height: float = 190, *, leaf: str = "salmon", flip: bool = False) -> str:
    """An open door standing at y; light comes through it."""
    width = height * 0.56
    opened = path(f"M{width - 10:g} {-height + 10:g}L{width * 0.5:g} {-height + 26:g}V14L{width - 10:g} 0Z", leaf) + disc(
        width * 0.57, -height * 0.42, 5, "multe"
    )
    return at(x, y, box(0, -height, width, height, "fjord", 6) + box(10, -height + 10, width - 20, height - 10, "sand") + opened, flip=flip)


def arrow(d: str, tip: tuple[float, float], turn: float, colour: str = "fjord", width: float = 6) -> str:
    """A line that points: its way, where its tip is, and how far the tip is turned from up."""
    return line(d, colour, width) + at(tip[0], tip[1], line("M-11 12L0 0L11 12", colour, width), turn=turn)


def crate(x: float, y: float, width: float, height: float, colour: str = "sand") -> str:
    """A cardboard box standing at y, its tape seen."""
    return box(x, y - height, width, height, colour, 2) + box(x + width * 0.42, y - height, width * 0.16, height * 0.42, "multe")


def clock(x: float, y: float, r: float = 26, *, minutes: float = 0, colour: str = "paper") -> str:
    """A clock on the wall; its one hand has gone so many of sixty minutes."""
    return (
        disc(x, y, r, "fjord")
        + disc(x, y, r * 0.8, colour)
        + at(x, y, line(f"M0 0V{-r * 0.55:g}", "thread", r * 0.14), turn=minutes * 6)
        + disc(x, y, r * 0.11, "fjord")
    )


def steam(x: float, y: float, drift: float = 0) -> str:
    """Two threads of steam above a mug."""
    one = f"M-5 0C{-12 - drift:.4g} -9 {2 + drift:.4g} -14 -5 -24"
    two = f"M6 -2C{drift:.4g} -10 {12 - drift:.4g} -14 6 -22"
    return at(x, y, line(one + two, "paper", 3))


def house(x: float, y: float, *, wall: str = "salmon", roof: str = "fjord", scale: float = 1) -> str:
    """A small house standing at (x, y), a window lit."""
    shapes = box(-22, -32, 44, 32, wall) + path("M-30 -30L0 -56L30 -30Z", roof) + box(-12, -24, 12, 12, "multe") + box(6, -20, 10, 20, roof)
    return f'<g transform="translate({x:g} {y:g}) scale({scale:g})">{shapes}</g>'
