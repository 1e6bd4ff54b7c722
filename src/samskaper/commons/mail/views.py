"""Doors of the outbox."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse


def stop(request: HttpRequest, secret: str) -> HttpResponse:
    """The unsubscribe page."""
    return HttpResponse("")
