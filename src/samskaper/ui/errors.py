"""The pages of Django's four errors, in the house's own words."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samskaper.foundation.refusals import Refusal
from samskaper.ui.answers import refusal_page


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400."""
    said = Refusal(_("We could not read what the browser sent. Go back and try again."), status=400)
    return refusal_page(request, said)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403."""
    said = Refusal(_("This belongs to others. If you should see it, ask the one who sent you here."))
    return refusal_page(request, said)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404."""
    said = Refusal(_("There is nothing at this address. It may have moved, or a letter is missing."), status=404)
    return refusal_page(request, said)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: without the database and without the session, which may be what failed."""
    from django.template.loader import render_to_string

    try:
        page: str = render_to_string("ui/failed.html")
    except Exception:
        page = "<!doctype html><title>Samskaper</title><p>500</p>"
    return HttpResponse(page, status=500)
