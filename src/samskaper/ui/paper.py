"""Pages on their way to paper: programs that set PDF give drawings no styles, so their colours are written out.

A page that extends `ui/print.html` becomes a tagged PDF (PDF/UA), so that a screen reader can follow it.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders

from samskaper.ui.pictures.inks import INKS, paint

BASE = "samskaper:///"
UA = "pdf/ua-1"
ENCLOSED = "enclosed:"
Enclosed = tuple[bytes, str]  # a file that a page is handed along with, and its content type
MM_OF_A_PIXEL = 25.4 / 96
ZERO_APART = re.compile(rb"@font-face\s*\{[^}]*unicode-range:\s*U\+0*30;?\s*\}")
WITHOUT_ZERO = re.compile(rb"U\+0*-0*2F,\s*U\+0*31-0*FF")
logging.getLogger("weasyprint").setLevel(logging.ERROR)  # it has a word for every rule that is meant for screens

LETTERS = "Paper, sans-serif"
DRAWN = {
    **{f"{kind}-{name}": paint(kind, ink) for kind in ("f", "s") for name, ink in INKS.items()},
    "logo__a": f'stroke="{INKS["fjord"]}"',
    "logo__b": f'stroke="{INKS["thread"]}"',
    "logo__gap": 'stroke="#ffffff"',
    "funnel__bar": f'fill="{INKS["fjord"]}"',
    "funnel__goal": f'stroke="{INKS["thread"]}" stroke-width="5"',
    "t-plan": f'fill="none" stroke="{INKS["fjord"]}" stroke-width="2"',
    "t-real": f'fill="{INKS["fjord"]}"',
    "t-grid": 'stroke="#d7dadc"',
    "t-now": f'stroke="{INKS["thread"]}" stroke-width="3.5" stroke-linecap="round"',
    "t-knot": f'fill="{INKS["thread"]}"',
    "t-label": f'font-family="{LETTERS}" font-size="16" fill="#1c2e35"',
    "t-month": f'font-family="{LETTERS}" font-size="15" fill="#526065"',
    "t-today": f'font-family="{LETTERS}" font-size="16" font-weight="700" fill="#1c2e35"',
    "thread__line": f'fill="none" stroke="{INKS["thread"]}" stroke-width="3.5" stroke-linecap="round"',
    "thread__line thread__line--may": f'fill="none" stroke="{INKS["thread"]}" stroke-width="3" stroke-dasharray="1 8"',
    "thread__gap": 'fill="#ffffff"',
    "thread__knot thread__knot--done": f'fill="{INKS["thread"]}"',
    "thread__knot thread__knot--here": f'fill="#ffffff" stroke="{INKS["thread"]}" stroke-width="9"',
    "thread__knot thread__knot--may": f'fill="#ffffff" stroke="{INKS["thread"]}" stroke-width="3"',
}
_SHAPE = re.compile(r'<(path|rect|circle|line|text)( [^>]*?)?class="([^"]+)"')


def coloured(page: str) -> str:
    """Return the page with the colours of its drawings written into them, for programs that set PDF."""

    def ink(found: re.Match[str]) -> str:
        look = next((DRAWN[name] for name in (found[3], found[3].split()[0]) if name in DRAWN), "")
        return f"{found[0]} {look}" if look else found[0]

    return _SHAPE.sub(ink, page)


class NoPdfHere(Exception):
    """This machine lacks what PDF takes (the library Pango); everything else works."""


def pdf_of(html: str) -> bytes:
    """Return a page as tagged PDF; it fetches nothing but our own static files."""
    return laid_out(coloured(html)).written()


@dataclass(frozen=True, slots=True)
class Laid:
    """A document as it was laid out on pages, to be looked at before it is written."""

    document: Any

    @property
    def pages(self) -> int:
        """How many pages it takes."""
        return len(self.document.pages)

    def bottom_of(self, name: str) -> float:
        """Return how far down on the first page the element of this id ends, in millimetres. Raises KeyError where it is not there."""
        found = list(_bottoms(self.document.pages[0]._page_box, name))
        if not found:
            raise KeyError(name)
        return max(found)

    def written(self) -> bytes:
        """Return it as tagged PDF (PDF/UA)."""
        return bytes(self.document.write_pdf(pdf_variant=UA) or b"")


def laid_out(html: str, *, style: str = "", files: Mapping[str, Enclosed] | None = None) -> Laid:
    """Lay a page out. `files` are those that it names as `enclosed:<name>`. Raises NoPdfHere on a machine without Pango."""
    try:
        from weasyprint import CSS, HTML
        from weasyprint.text.fonts import FontConfiguration
    except OSError as lacking:
        raise NoPdfHere(str(lacking)) from lacking
    fetcher, fonts = _fetcher(files or {}), FontConfiguration()
    sheets = [CSS(string=style, base_url=BASE, url_fetcher=fetcher, font_config=fonts)] if style else []
    page = HTML(string=html, base_url=BASE, url_fetcher=fetcher)
    return Laid(page.render(font_config=fonts, stylesheets=sheets, pdf_variant=UA))


def _bottoms(box: Any, name: str) -> Iterator[float]:
    element = getattr(box, "element", None)
    if element is not None and element.get("id") == name and not box.element_tag.endswith(("::before", "::after", "::marker")):
        yield (box.position_y + box.margin_height()) * MM_OF_A_PIXEL
    for child in getattr(box, "all_children", lambda: ())():
        yield from _bottoms(child, name)


def _fetcher(files: Mapping[str, Enclosed]) -> Any:
    """Return what fetches our own static files and those enclosed for the PDF, and refuses everything else: no network here."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OurFiles(URLFetcher):  # type: ignore[misc]
        """Made here, since a machine without Pango cannot import what it extends."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            body, kind = files.get(url.removeprefix(ENCLOSED)) or static_file(url)
            return URLFetcherResponse(url, body, {"Content-Type": kind})

    return OurFiles()


def static_file(url: str) -> tuple[bytes, str]:
    """Return one of our static files with its content type. Raises ValueError for everything else."""
    name = url.split("?")[0].partition("/static/")[2]
    found = _file(name) if name and ".." not in name else None
    if found is None:
        raise ValueError(f"not ours: {url[:80]}")
    kinds = {".css": "text/css", ".woff2": "font/woff2", ".svg": "image/svg+xml"}
    return _for_paper(found), kinds.get(found.suffix, "application/octet-stream")


def _file(name: str) -> Path | None:
    """Return where a static file lies: collected under its long-lived name, or in its app."""
    collected = Path(settings.STATIC_ROOT) / name
    if collected.is_file():
        return collected
    found = finders.find(name)
    return Path(found) if isinstance(found, str) else None


def _for_paper(file: Path) -> bytes:
    """Return a file as the PDF needs it: letters unpacked, and no zero from another font, which it draws as a ring."""
    if file.suffix == ".woff2":
        return _unpacked(file)
    content = file.read_bytes()
    return WITHOUT_ZERO.sub(b"U+0000-00FF", ZERO_APART.sub(b"", content)) if file.suffix == ".css" else content


@lru_cache(maxsize=8)
def _unpacked(letters: Path) -> bytes:
    """Return a font without its compression, which takes a third of the time of a page when it is undone for each."""
    from fontTools.ttLib.woff2 import decompress

    unpacked = BytesIO()
    decompress(BytesIO(letters.read_bytes()), unpacked)
    return unpacked.getvalue()
