"""Pages that join areas."""

from __future__ import annotations

import logging

from django.contrib.auth import login
from django.db import Error
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_POST, require_safe

from samskaper.commons.people.middleware import SESSION_KEY, doer_behind
from samskaper.commons.people.queries import installation
from samskaper.commons.people.rules import must_be_somebody
from samskaper.foundation import clock
from samskaper.portal import queries
from samskaper.portal.rules import must_be_demonstration
from samskaper.ui.gallery import gallery as component_gallery
from samskaper.ui.menu import menu

log = logging.getLogger("samskaper.portal")


def _in_language(request: HttpRequest, name: str) -> HttpResponse:
    with translation.override(translation.get_language_from_request(request)):
        answer = redirect(name)
    answer["Cache-Control"] = "private, no-store"
    answer["Vary"] = "Accept-Language"
    return answer


@require_safe
def root(request: HttpRequest) -> HttpResponse:
    """Lead to the home page in the visitor's language."""
    return redirect(f"/{translation.get_language_from_request(request)}/")


@require_safe
def demo_short(request: HttpRequest) -> HttpResponse:
    """Lead to the cast of the demonstration in the visitor's language."""
    must_be_demonstration(installation())
    return _in_language(request, "portal:demo")


@require_safe
def livez(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return JsonResponse({"alive": True})


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """The process can do its work: the database answers and is up to date."""
    try:
        ready = queries.is_ready()
    except Error:
        log.exception("The database does not answer")
        ready = False
    return JsonResponse({"ready": ready}, status=200 if ready else 503)


@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """My desk: what is mine and next."""
    must_be_somebody(doer_behind(request))
    context = {
        "desk": queries.desk(visible_to=doer_behind(request)),
        "kit": menu.get("editorial.kit"),
        "today": clock.today(),
        "hour": clock.hour(),
    }
    return render(request, "portal/desk.html", context)


@require_safe
def demo(request: HttpRequest) -> HttpResponse:
    """The cast of the demonstration."""
    must_be_demonstration(installation())
    return render(request, "portal/demo.html", {"cast": queries.cast(), "on": queries.code_on_the_wall()})


@require_POST
def demo_try(request: HttpRequest, person: int) -> HttpResponse:
    """Sign in as one of the cast."""
    must_be_demonstration(installation())
    chosen = get_object_or_404(queries.players(), pk=person)
    login(request, chosen.account, backend="django.contrib.auth.backends.ModelBackend")
    request.session[SESSION_KEY] = chosen.pk
    return redirect(reverse("portal:desk"))


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component with its examples."""
    return render(request, "ui/gallery.html", {"components": component_gallery()})
