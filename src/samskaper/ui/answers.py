"""Answers that say no, as pages: what happened, what was kept, and what to do."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import gettext as _

from samskaper.foundation.refusals import Expired, Refusal, Stale


def refusal_page(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """Return the page (or, for htmx, the sentence) of a refusal with its status.

    Who only has to sign in first is led there and back again.
    """
    if refusal.status == 401 and request.method in {"GET", "HEAD"} and "HX-Request" not in request.headers:
        return redirect_to_login(request.get_full_path(), resolve_url(settings.LOGIN_URL))
    context: dict[str, Any] = {"sentence": refusal.sentence, "status": refusal.status, "expired": isinstance(refusal, Expired)}
    if isinstance(refusal, Stale):
        context |= {"mine": refusal.mine, "theirs": refusal.theirs, "version": refusal.version}
    if "HX-Request" in request.headers:
        return render(request, "ui/refusal.html", context, status=refusal.status)
    context["back_href"] = _page_before(request)
    return render(request, "ui/error.html", context, status=refusal.status)


def named(answer: HttpResponse, words: str, kind: str, *, download: bool = False) -> HttpResponse:
    """Return an answer that is a file, named by words in small letters: «høsten-2026.csv». Letters such as ø stay."""
    name = slugify(words, allow_unicode=True)[:80].strip("-") or "samskaper"
    header = content_disposition_header(download, f"{name}.{kind}")
    answer["Content-Disposition"] = header or "inline"
    return answer


def _page_before(request: HttpRequest) -> str:
    """Return the page of ours on which a form was sent, or "" where there was no form."""
    came_from = urlsplit(request.headers.get("Referer", ""))
    ours = request.method == "POST" and came_from.netloc == request.get_host() and came_from.path[:2] != "//"
    return urlunsplit(("", "", came_from.path, came_from.query, "")) if ours else ""


def go_on(request: HttpRequest, address: str, said: str) -> HttpResponse:
    """Lead on to a page after something was saved, and say so there.

    A phone that sends what it has kept is told where to go (201) and goes there itself. When it sends `later`, whoever
    wrote it is on another page by now, and the phone says that it has gone.
    """
    phone = request.headers.get("Samskaper-Kept", "")
    if phone != "later":
        messages.success(request, said)
    return HttpResponse(status=201, headers={"Location": address}) if phone else redirect(address)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's protection key was missing or old: nothing was saved."""
    return refusal_page(
        request,
        Expired(
            _(
                "You may have been signed out meanwhile. Nothing is lost: what you wrote is kept in this browser. "
                "Open the page again and send it from there."
            )
        ),
    )
