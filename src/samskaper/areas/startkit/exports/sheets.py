"""A method on one A4 page: as large as its words allow, and never a line more than the page holds."""

from __future__ import annotations

import datetime as dt
import io
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import segno
from django.template.loader import render_to_string
from django.utils import translation

from samskaper.areas.startkit.rules.papers import Imprint, address_of, drawn
from samskaper.areas.startkit.rules.rooms import Room, room_of
from samskaper.areas.startkit.rules.sheets import FITS, Fit, shortened, words_of
from samskaper.commons.mail.letters import site_name
from samskaper.editorial.texts import MethodText
from samskaper.ui.paper import Enclosed, Laid, laid_out

PAPERS = Path(__file__).parent.parent / "papers"
BOTTOM = 297 - 39  # millimetres from the top to where the words must end
SPARE = 0.6  # millimetres that a page keeps for what rounding may add
TALLEST = 62  # millimetres of room to write in, below which more is only white
QUOTES = {"en": ("“", "”")}
SVG = "image/svg+xml"


def sheet_pdf(method: MethodText, imprint: Imprint) -> bytes:
    """Return a method as one A4 page, tagged (PDF/UA). Raises NoPdfHere on a machine without Pango."""
    return set_sheet(method, imprint)[1].written()


def set_sheet(method: MethodText, imprint: Imprint) -> tuple[Fit, Laid]:
    """Return how tightly a method was set so that it takes one page, and the page. The first that fits is the largest."""
    with translation.override(method.language):
        room, files = room_of(method), enclosed(method, imprint)
        for fit in FITS:
            laid = _fitted(method, imprint, fit, room, files)
            if laid is not None:
                return fit, laid
    raise ValueError(f"{method.key} does not fit on a page")  # FITS ends with what always does


def _fitted(method: MethodText, imprint: Imprint, fit: Fit, room: Room, files: dict[str, Enclosed]) -> Laid | None:
    """Lay it out with the least room to write in; then give what is left to that room. None where it takes more than the page."""
    page = _page(method, imprint, fit, room)
    first = laid_out(page, style=_style(room.least), files=files)
    left = BOTTOM - SPARE - first.bottom_of("end") if first.pages == 1 else -1
    if left < 0:
        return None
    row = min(room.least + left / room.count, TALLEST / room.count)
    laid = laid_out(page, style=_style(row), files=files)
    return laid if laid.pages == 1 and laid.bottom_of("end") <= BOTTOM else first


@lru_cache(maxsize=4)
def paper_style(name: str) -> str:
    """Return a style sheet for paper."""
    return (PAPERS / f"{name}.css").read_text(encoding="utf-8")


def _style(row: float) -> str:
    return f"{paper_style('sheet')}\n:root {{ --row: {row:.2f}mm; }}"


def _page(method: MethodText, imprint: Imprint, fit: Fit, room: Room) -> str:
    opened, closed = QUOTES.get(method.language, ("«", "»"))
    words = words_of(method, fit)
    if opened in words.say_aloud:  # it has a quotation of its own
        opened = closed = ""
    return render_to_string("startkit/sheet.html", {
        **on_paper(method, imprint), "words": words, "fit": fit, "room": room, "opened": opened, "closed": closed,
        "ruled": range(room.count),
    })


def on_paper(method: MethodText, imprint: Imprint) -> dict[str, Any]:
    """Return what stands in the head and the foot of every paper of a method."""
    address, library = address_of(method, imprint), shortened(imprint.library, 60)
    return {
        "language": method.language, "site_name": site_name(method.language), "library_name": library, "phase": method.phase_words,
        "edition_words": imprint.words(), "address": address, "address_shown": unquote(address.partition("://")[2]).removesuffix("/"),
        "credit": ", ".join(filter(None, (library, site_name(method.language)))),
        "checked": dt.date.fromisoformat(method.checked) if method.checked else None,
    }


def enclosed(method: MethodText, imprint: Imprint) -> dict[str, Enclosed]:
    """Return the pictures of a paper: the method's, the house's mark, and the code that opens the method's page."""
    image, code = segno.make(address_of(method, imprint), error="m"), io.BytesIO()
    image.save(code, kind="svg", border=0, dark="#132a33", light=None, omitsize=True)
    logo = (PAPERS / "logo.svg").read_bytes()
    return {"picture.svg": (drawn(method.key).encode(), SVG), "code.svg": (code.getvalue(), SVG), "logo.svg": (logo, SVG)}
