"""What a leader sees of her own people: how far they are, never what they wrote."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samskaper.areas.programmes.queries.colleagues import colleagues_page
from samskaper.commons.people.middleware import doer_behind


@login_required
@require_safe
def colleagues(request: HttpRequest) -> HttpResponse:
    """My people and how far they are."""
    return render(request, "programmes/colleagues.html", {"page": colleagues_page(visible_to=doer_behind(request))})
