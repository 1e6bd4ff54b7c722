"""The door of edited pages."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail.models import Page
from wagtail.views import serve

from samskaper.editorial.models import Front, HomePage
from samskaper.foundation import clock
from samskaper.foundation.changes import Unwritten
from samskaper.ui.guests import same_for_guests

fronts: Unwritten[Front | None] = Unwritten()


@require_safe
@same_for_guests
def page(request: HttpRequest, path: str) -> HttpResponse:
    """An edited page. What the first page shows is the same for everybody, and found out anew when something is written."""
    if not path:
        key = request.get_host(), get_language(), f"{clock.now():%F %R}"
        if front := fronts.get(key, lambda: _front(request)):
            return TemplateResponse(request, HomePage.template, {"front": front})
    answer: HttpResponse = serve(request, path)
    return answer


def _front(request: HttpRequest) -> Front | None:
    """Return what the first page shows; None where there is none, or not one that is for everybody."""
    found = Page.route_for_request(request, "")
    home = found[0] if found else None
    return home.front(request) if isinstance(home, HomePage) and not home.get_view_restrictions() else None
