"""Reports as files. The PDF is tagged (PDF/UA), so that a screen reader can follow it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from samskaper.ui.paper import NoPdfHere, pdf_of, static_file

__all__ = ["NoPdfHere", "report_pdf", "static_file"]


def report_pdf(request: HttpRequest, context: Mapping[str, Any]) -> bytes:
    """Return a report as PDF. Raises NoPdfHere on a machine without Pango."""
    return pdf_of(render_to_string("projects/report_print.html", dict(context), request))
