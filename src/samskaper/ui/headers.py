"""Headers that keep pages safe."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; media-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'"
)
EDITORS_POLICY = (  # the editors' tool writes scripts and styles into its pages: the named exception
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'self'"
)


class SecurityHeadersMiddleware:
    """Sets the same static headers on every answer, also on those that fail."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        answer.setdefault("Content-Security-Policy", EDITORS_POLICY if request.path.startswith("/cms/") else POLICY)
        answer.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=(), interest-cohort=()")
        answer.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if "Cache-Control" not in answer and not request.path.startswith("/static/"):
            answer["Cache-Control"] = "private, no-store"
        return answer
