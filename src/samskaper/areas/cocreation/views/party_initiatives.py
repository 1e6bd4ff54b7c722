"""Initiatives behind a party's link: no account, no JavaScript, on equal terms with libraries."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samskaper.areas.cocreation.forms.initiatives import YesForm
from samskaper.areas.cocreation.queries.party_initiatives import of_party
from samskaper.areas.cocreation.views import initiative_pages as pages
from samskaper.areas.cocreation.views.both_sides import behind


@never_cache
@require_safe
def initiatives(request: HttpRequest, secret: str) -> HttpResponse:
    """What this party owns, takes part in or is asked to, and what goes on in its county that it could join."""
    reader = behind(request, secret)
    assert reader.contact is not None
    return reader.show("list", found=of_party(reader.contact, visible_to=reader.doer), yes=YesForm(of_party=True))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, secret: str) -> HttpResponse:
    """Propose an initiative on one's own."""
    return pages.new_page(behind(request, secret))


@never_cache
@require_safe
def initiative(request: HttpRequest, secret: str, number: int) -> HttpResponse:
    """An initiative of this party's."""
    return pages.show_page(behind(request, secret), number)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, secret: str, number: int, what: str) -> HttpResponse:
    """Change its words, its next step or what came of it."""
    return pages.change_page(behind(request, secret), number, what)


@never_cache
@require_POST
def press(request: HttpRequest, secret: str, number: int) -> HttpResponse:
    """Say yes or no, join, begin, end, answer."""
    return pages.press(behind(request, secret), number)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def serve(request: HttpRequest, secret: str, number: int) -> HttpResponse:
    """Tie it to a sentence of a plan."""
    return pages.serve_page(behind(request, secret), number)
