"""The page that searches over the whole site."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from samskaper.commons.people.middleware import doer_behind
from samskaper.commons.search.queries import find
from samskaper.editorial.queries import phases
from samskaper.portal.queries.search import numbered, ways


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What the doer may find. Nothing of what was searched for is kept: not on the shelf of guests' pages, nor by the browser."""
    line, language = request.GET.get("q", ""), get_language() or ""
    found = find(line, visible_to=doer_behind(request), language=language, kind=request.GET.get("kind", ""), page=numbered(request.GET.get("page", "")))
    context = {"found": found, "ways": ways(found), "phases": phases(), "language": language}
    answer = render(request, "portal/search.html", context)
    answer["Cache-Control"] = "private, no-store"
    return answer
