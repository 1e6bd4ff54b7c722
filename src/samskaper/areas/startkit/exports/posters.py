"""What hangs on the wall: the fields of a method on an A3 page, with headings that are read from three metres."""

from __future__ import annotations

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from samskaper.areas.startkit.exports.backdrops import backdrop
from samskaper.areas.startkit.exports.sheets import SVG, enclosed, on_paper, paper_style
from samskaper.areas.startkit.rules.papers import Imprint
from samskaper.areas.startkit.rules.posters import WRITTEN_ON, Layout, Place, layout_of
from samskaper.areas.startkit.rules.sheets import FITS, words_of
from samskaper.editorial.texts import MethodText
from samskaper.ui.paper import Laid, laid_out

HEADINGS = (34, 31, 28, 25, 22, 18, 14)  # points, from the largest
HIGH = 60  # millimetres from which a field is for notes
TOP_OF_FIELDS = 11 + 36.0  # millimetres from the edge of the page


def poster_pdf(method: MethodText, imprint: Imprint) -> bytes:
    """Return a method's poster as one page, tagged (PDF/UA). Raises NoPdfHere on a machine without Pango."""
    return (set_boxes(method, imprint) if method.key in WRITTEN_ON else set_poster(method, imprint)[1]).written()


def set_poster(method: MethodText, imprint: Imprint) -> tuple[int, Laid]:
    """Return how many points the headings have, and the page: the largest with which every heading leaves room in its field."""
    with translation.override(method.language):
        layout, words = layout_of(method), words_of(method, FITS[0])
        page = render_to_string("startkit/poster.html", {**on_paper(method, imprint), "words": words, "layout": layout})
        behind = backdrop(layout.backdrop, (str(_("Helps more")), str(_("Takes more"))))
        files = {**enclosed(method, imprint), "behind.svg": (behind.encode(), SVG)}
        for points in HEADINGS:
            laid = laid_out(page, style=_style(layout, points), files=files)
            if laid.pages == 1 and all(_holds(place, laid) for place in layout.places):
                return points, laid
        return points, laid


def _holds(place: Place, laid: Laid) -> bool:
    """Whether the words stay in their field, and leave room for what is put in it where it is high."""
    room = place.height * (0.6 if place.height > HIGH else 1)
    return laid.bottom_of(f"words-{place.number}") <= TOP_OF_FIELDS + place.top + room


def _style(layout: Layout, points: int) -> str:
    places = "".join(
        f"#field-{one.number} {{ left: {one.left:.1f}mm; top: {one.top:.1f}mm; width: {one.width:.1f}mm; height: {one.height:.1f}mm; }}\n"
        for one in layout.places
    )
    return f"{paper_style('sheet')}\n{paper_style('poster')}\n:root {{ --heading: {points}pt; }}\n{places}"


def set_boxes(method: MethodText, imprint: Imprint) -> Laid:
    """Return the sheet that goes round the table: a line for the question, and empty boxes, on one A4 page."""
    across, down = WRITTEN_ON[method.key]
    with translation.override(method.language):
        page = render_to_string("startkit/boxes.html", {
            **on_paper(method, imprint), "words": words_of(method, FITS[0]), "across": range(1, across + 1), "down": range(1, down + 1),
        })
        return laid_out(page, style=f"{paper_style('sheet')}\n{paper_style('boxes')}", files=enclosed(method, imprint))
