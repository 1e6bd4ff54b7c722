"""Reports as files. The PDF is tagged (PDF/UA), so that a screen reader can follow it."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpRequest
from django.template.loader import render_to_string

from samskaper.ui.paper import coloured

BASE = "samskaper:///"
ZERO_APART = re.compile(rb"@font-face\s*\{[^}]*unicode-range:\s*U\+0*30;?\s*\}")
WITHOUT_ZERO = re.compile(rb"U\+0*-0*2F,\s*U\+0*31-0*FF")
logging.getLogger("weasyprint").setLevel(logging.ERROR)  # it has a word for every rule that is meant for screens


class NoPdfHere(Exception):
    """This machine lacks what PDF takes (the library Pango); everything else works."""


def report_pdf(request: HttpRequest, context: Mapping[str, Any]) -> bytes:
    """Return a report as PDF. Raises NoPdfHere on a machine without Pango."""
    return pdf_of(render_to_string("projects/report_print.html", dict(context), request))


def pdf_of(html: str) -> bytes:
    """Return a page as tagged PDF; it fetches nothing but our own static files."""
    try:
        from weasyprint import HTML
    except OSError as lacking:
        raise NoPdfHere(str(lacking)) from lacking
    written = HTML(string=coloured(html), base_url=BASE, url_fetcher=_fetcher()).write_pdf(pdf_variant="pdf/ua-1")
    return bytes(written or b"")


def _fetcher() -> Any:
    """Return what fetches our own static files for the PDF, and refuses everything else: no network here."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OurFiles(URLFetcher):  # type: ignore[misc]
        """Made here, since a machine without Pango cannot import what it extends."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            body, kind = static_file(url)
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
    """Return a file as the PDF needs it: it draws a zero that is taken from another font as a ring."""
    content = file.read_bytes()
    return WITHOUT_ZERO.sub(b"U+0000-00FF", ZERO_APART.sub(b"", content)) if file.suffix == ".css" else content
