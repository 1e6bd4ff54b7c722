"""What all pages of a plan have in common: which plan an address opens, the last plan of this browser, and pages that nobody keeps."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from samskaper.areas.startkit.models import Plan
from samskaper.areas.startkit.queries.plans import plan_behind
from samskaper.areas.startkit.rules.keys import READ, WRITE
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.middleware import doer_behind
from samskaper.commons.record.limits import count_wrong_secret
from samskaper.foundation.refusals import Missing

LAST = "meeting_plan"  # the cookie with the key of the last plan of a guest; gone when the browser is closed
DOOR = "startkit.plan"
P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def unlisted(view: View[P]) -> View[P]:
    """Let no machine in between keep this page, and no search engine list it."""

    @never_cache
    @wraps(view)
    def answered(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        answer = view(request, *args, **kwargs)
        answer["X-Robots-Tag"] = "noindex, nofollow"
        answer["Cache-Control"] = "private, no-store"
        return answer

    return answered


def to_write(request: HttpRequest, secret: str) -> tuple[Plan, Doer]:
    """Return the plan that this address changes, and whoever came by it. Wrong secrets are counted."""
    return _behind(request, secret, WRITE)


def to_read(request: HttpRequest, secret: str) -> tuple[Plan, Doer]:
    """Return the plan that this address reads, and whoever came by it. Wrong secrets are counted."""
    return _behind(request, secret, READ)


def _behind(request: HttpRequest, secret: str, purpose: str) -> tuple[Plan, Doer]:
    try:
        return plan_behind(secret, purpose=purpose, doer=doer_behind(request))
    except Missing:
        count_wrong_secret(DOOR, request)
        raise


def last_plan(request: HttpRequest) -> tuple[Plan, Doer, str] | None:
    """Return the last plan of a guest in this browser, with its key; None where there is none any more."""
    secret = request.get_signed_cookie(LAST, default="", salt=LAST) or ""
    if not secret or not doer_behind(request).is_guest:
        return None
    try:
        return *plan_behind(secret, purpose=WRITE, doer=doer_behind(request)), secret
    except Missing:
        return None


def remember(request: HttpRequest, answer: HttpResponse, secret: str) -> HttpResponse:
    """Let a guest's browser know its last plan until it is closed, so that methods find it. Whoever is signed in has a list."""
    if doer_behind(request).is_guest:
        answer.set_signed_cookie(LAST, secret, salt=LAST, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)
    return answer
