"""What comes in cleaned of signs that nobody sends, and refusals that become pages."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samskaper.foundation.refusals import Missing, Refusal
from samskaper.ui.answers import refusal_page


class CleanCookiesMiddleware:
    """Forgets cookies with a NUL sign: we never set one, and PostgreSQL cannot even be asked for such a session."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        for name in [name for name, value in request.COOKIES.items() if "\0" in value]:
            del request.COOKIES[name]
        return self.get_response(request)


class RefusalMiddleware:
    """Turns a Refusal from any view into its page.

    An address with a NUL sign leads nowhere: no text of ours holds one, and PostgreSQL cannot even be asked for it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\0" in request.path_info:
            return refusal_page(request, Missing())
        answer = self.get_response(request)
        return _no_press(request, answer) if answer.status_code == 405 and not answer.content else answer

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer refusals; let everything else be the error that it is."""
        return refusal_page(request, exception) if isinstance(exception, Refusal) else None


def _no_press(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """Give the empty answer to an address that only takes a press (405) its page."""
    said = Refusal(_("Opening this address does nothing: it belongs to a button. Go to the page where the button is."), status=405)
    page = refusal_page(request, said)
    page["Allow"] = answer["Allow"]
    return page
