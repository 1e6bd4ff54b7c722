"""What is drawn behind the fields of a poster, in millimetres. Nothing that one must see to understand: the headings say it."""

from __future__ import annotations

from html import escape

from samskaper.areas.startkit.rules.posters import HEIGHT, WIDTH

FJORD, THREAD, MIST = "#0b4f60", "#cf3b2b", "#eef4f5"


def backdrop(name: str, arrow_words: tuple[str, str] = ("", "")) -> str:
    """Return the drawing of this name as an SVG file, an empty one where there is none. `arrow_words` are those of the arrows up and across."""
    shapes = {"rings": _rings, "head": _head}.get(name, lambda: "")() if name != "arrows" else _arrows(*arrow_words)
    frame = f'viewBox="0 0 {WIDTH:g} {HEIGHT:g}" width="{WIDTH:g}mm" height="{HEIGHT:g}mm"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {frame}>{shapes}</svg>'


def _rings() -> str:
    """Four rings in one another, wide at the top, where their names stand."""
    return "".join(
        f'<rect x="{left}" y="{top}" width="{260 - 2 * left}" height="{bottom - top}" rx="{corner}" fill="{fill}" stroke="{FJORD}" stroke-width="1"/>'
        for left, top, bottom, corner, fill in ((1, 1, 205, 76, "#ffffff"), (22, 30, 188, 62, MIST), (46, 59, 171, 48, "#ffffff"), (82, 91, 154, 31, MIST))
    )


def _head() -> str:
    """Somebody seen from in front, below the words of the middle field."""
    middle = WIDTH / 2
    return (
        f'<path d="M{middle - 40} 135V126C{middle - 40} 114 {middle - 24} 114 {middle - 18} 108C{middle - 37} 99 {middle - 40} 56 {middle} 55'
        f'C{middle + 40} 56 {middle + 37} 99 {middle + 18} 108C{middle + 24} 114 {middle + 40} 114 {middle + 40} 126V135Z" fill="{MIST}"/>'
    )


def _arrows(up: str, across: str) -> str:
    """Two arrows from one corner: up the left side and along below the four fields, each with its word."""
    left, floor, ceiling, right = 8.0, 161.5, 37.0, WIDTH - 3
    words = 'font-family="PaperHeading, sans-serif" font-size="7.5" font-weight="700" fill="#1c2e35"'
    line = f'fill="none" stroke="{THREAD}" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"'
    return (
        f'<path {line} d="M{left} {floor}V{ceiling}M{left - 4} {ceiling + 6}L{left} {ceiling}L{left + 4} {ceiling + 6}"/>'
        f'<path {line} d="M{left} {floor}H{right}M{right - 6} {floor - 4}L{right} {floor}L{right - 6} {floor + 4}"/>'
        f'<text {words} transform="translate(15 {floor - 6}) rotate(-90)">{escape(up)}</text>'
        f'<text {words} x="22" y="{floor + 9}">{escape(across)}</text>'
    )
