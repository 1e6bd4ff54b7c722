"""Reports as files. The PDF is tagged (PDF/UA), so that a screen reader can follow it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

BASE = "samskaper:///"


class NoPdfHere(Exception):
    """This machine lacks what PDF takes (the library Pango); everything else works."""


def report_pdf(context: Mapping[str, Any]) -> bytes:
    """Return a report as PDF. Raises NoPdfHere on a machine without Pango."""
    return pdf_of(render_to_string("projects/report_print.html", dict(context)))


def pdf_of(html: str) -> bytes:
    """Return a page as tagged PDF; it fetches nothing but our own static files."""
    try:
        from weasyprint import HTML
    except OSError as lacking:
        raise NoPdfHere(str(lacking)) from lacking
    written = HTML(string=html, base_url=BASE, url_fetcher=_fetcher()).write_pdf(pdf_variant="pdf/ua-1")
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
    return found.read_bytes(), kinds.get(found.suffix, "application/octet-stream")


def _file(name: str) -> Path | None:
    """Return where a static file lies: collected under its long-lived name, or in its app."""
    collected = Path(settings.STATIC_ROOT) / name
    if collected.is_file():
        return collected
    found = finders.find(name)
    return Path(found) if isinstance(found, str) else None
