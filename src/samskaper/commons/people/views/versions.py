"""The version that a form was opened with."""

from __future__ import annotations

from django.http import HttpRequest


def version_of(request: HttpRequest) -> int:
    """Return the version that came with the form; 0, which is always stale, when it has none."""
    text = request.POST.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
