"""What every door of the programmes needs: on whose behalf somebody came."""

from __future__ import annotations

from django.http import HttpRequest

from samskaper.commons.people.doer import Doer


def doer_of(request: HttpRequest) -> Doer:
    """Return on whose behalf the request is made."""
    doer: Doer = request.doer  # type: ignore[attr-defined]
    return doer
