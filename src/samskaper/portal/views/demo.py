"""The demonstration: its cast, and the way in as one of them."""

from __future__ import annotations

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_POST, require_safe

from samskaper.commons.people.middleware import SESSION_KEY
from samskaper.commons.people.queries import installation
from samskaper.portal.queries import cast as queries
from samskaper.portal.rules import must_be_demonstration


def _in_language(request: HttpRequest, name: str) -> HttpResponse:
    with translation.override(translation.get_language_from_request(request)):
        answer = redirect(name)
    answer["Cache-Control"] = "private, no-store"
    answer["Vary"] = "Accept-Language"
    return answer


@require_safe
def demo_short(request: HttpRequest) -> HttpResponse:
    """Lead to the cast of the demonstration in the visitor's language."""
    must_be_demonstration(installation())
    return _in_language(request, "portal:demo")


@require_safe
def demo(request: HttpRequest) -> HttpResponse:
    """The cast of the demonstration."""
    must_be_demonstration(installation())
    return render(request, "portal/demo.html", {"cast": queries.cast(), "on": queries.code_on_the_wall(), "plan": queries.plan_of_a_guest()})


@require_POST
def demo_try(request: HttpRequest, person: int) -> HttpResponse:
    """Sign in as one of the cast."""
    must_be_demonstration(installation())
    chosen = get_object_or_404(queries.players(), pk=person)
    login(request, chosen.account, backend="django.contrib.auth.backends.ModelBackend")
    request.session[SESSION_KEY] = chosen.pk
    return redirect(reverse("portal:desk"))
