"""Addresses without a language, and health."""

from __future__ import annotations

import logging

from django.db import Error
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import translation
from django.views.decorators.http import require_safe

from samskaper.portal.queries.health import is_ready

log = logging.getLogger("samskaper.portal")


@require_safe
def root(request: HttpRequest) -> HttpResponse:
    """Lead to the home page in the visitor's language."""
    return redirect(f"/{translation.get_language_from_request(request)}/")


@require_safe
def livez(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return JsonResponse({"alive": True})


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """The process can do its work: the database answers and is up to date."""
    try:
        ready = is_ready()
    except Error:
        log.exception("The database does not answer")
        ready = False
    return JsonResponse({"ready": ready}, status=200 if ready else 503)
