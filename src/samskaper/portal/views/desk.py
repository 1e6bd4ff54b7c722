"""My desk, and the gallery of components."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samskaper.commons.people.middleware import doer_behind
from samskaper.commons.people.rules import must_be_somebody
from samskaper.foundation import clock
from samskaper.portal.queries import desk as queries
from samskaper.ui.gallery import gallery as component_gallery
from samskaper.ui.guests import same_for_guests
from samskaper.ui.menu import menu


@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """My desk: what is mine and next."""
    must_be_somebody(doer_behind(request))
    context = {
        "desk": queries.desk(visible_to=doer_behind(request)),
        "kit": menu.get("startkit"),
        "today": clock.today(),
        "hour": clock.hour(),
    }
    return render(request, "portal/desk.html", context)


@require_safe
@same_for_guests
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component with its examples."""
    return render(request, "ui/gallery.html", {"components": component_gallery()})
