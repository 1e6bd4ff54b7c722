"""Pages that look the same to every guest: drawn once, and anew as soon as anything has been written anywhere."""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.template.response import TemplateResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from samskaper.foundation import clock
from samskaper.foundation.changes import State, Unwritten, state

MOST = 400  # pages
LONGEST = 300_000  # bytes of a page that is kept

GZIP = re.compile(r"\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))")
SMALL = {"Content-Encoding": "gzip"}

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A page as it was drawn, and the same made small once for all who ask.

    It holds nothing that belongs to one visitor, so its length tells nobody a secret.
    """

    content: bytes
    small: bytes
    headers: dict[str, str]

    def answer(self, request: HttpRequest) -> HttpResponse:
        """Return the page, or that the browser has it already."""
        if request.headers.get("If-None-Match") == self.headers["ETag"]:
            return HttpResponseNotModified(headers={"ETag": self.headers["ETag"], "Cache-Control": self.headers["Cache-Control"]})
        if _reads_small(request):
            return HttpResponse(self.small, headers=self.headers | SMALL)
        return HttpResponse(self.content, headers=self.headers)


shelf: Unwritten[Kept] = Unwritten(MOST)


def same_for_guests(view: View[P]) -> View[P]:
    """Keep what this view answers a guest, for as long as the database says nothing else.

    For views that show a guest only what is public and what the database, the address and the minute decide. A page
    with a form is not kept: its key belongs to one visitor.
    """

    @wraps(view)
    def kept(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        seen = state() if _is_guest(request) else None
        if seen is None:
            return view(request, *args, **kwargs)
        key = _key(request)
        if page := shelf.find(seen, key):
            return page.answer(request)
        answer = view(request, *args, **kwargs)
        if isinstance(answer, TemplateResponse) and not answer.is_rendered:
            answer.add_post_render_callback(lambda drawn: _keep(request, drawn, seen, key))
        else:
            _keep(request, answer, seen, key)
        return answer

    return kept


class ShelfMiddleware:
    """Answers a guest from the shelf before the address is looked up: walking all our patterns costs more than the answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        seen = state() if _is_guest(request) and not shelf.is_empty else None
        page = shelf.find(seen, _key(request)) if seen is not None else None
        return page.answer(request) if page else self.get_response(request)


def _key(request: HttpRequest) -> Key:
    now = clock.now()
    minute = str(int(now.timestamp()) // 60)
    return (request.get_host(), request.scheme or "", request.get_full_path(), translation.get_language() or "", minute)


def _is_guest(request: HttpRequest) -> bool:
    theirs = {settings.SESSION_COOKIE_NAME, "messages"} & request.COOKIES.keys()
    return request.method == "GET" and not theirs and "HX-Request" not in request.headers


def _keep(request: HttpRequest, answer: HttpResponse, seen: State, key: Key) -> None:
    has_form = "CSRF_COOKIE" in request.META and request.META.get("CSRF_COOKIE_NEEDS_UPDATE")
    if answer.status_code != 200 or answer.streaming or answer.cookies or has_form or len(answer.content) > LONGEST:
        return
    answer["ETag"] = f'W/"{hashlib.sha256(answer.content).hexdigest()[:32]}"'
    answer.setdefault("Cache-Control", "private, no-cache")  # may be kept by the browser, who asks each time
    patch_vary_headers(answer, ["Accept-Encoding"])
    kept = Kept(answer.content, gzip.compress(answer.content, 6, mtime=0), dict(answer.headers))
    shelf.keep(seen, key, kept)
    if _reads_small(request):
        answer.content = kept.small
        answer["Content-Encoding"] = SMALL["Content-Encoding"]


def _reads_small(request: HttpRequest) -> bool:
    return bool(GZIP.search(request.headers.get("Accept-Encoding", "")))
