"""Keeps the demonstration's addresses out of an installation that shows none."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from samskaper.commons.people.queries import installation
from samskaper.foundation.refusals import Missing
from samskaper.portal.rules import is_demonstration
from samskaper.ui.answers import refusal_page


def _addresses() -> re.Pattern[str]:
    languages = "|".join(code for code, _name in settings.LANGUAGES)
    return re.compile(rf"/(?:({languages})/)?demo(?:/|\Z)")


class DemonstrationMiddleware:
    """Answers 404 at once, in every language and without leading on, to whatever lies under /demo where none was loaded.

    Stands outside the languages, which would lead an address without one on, and outside the set-up.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.addresses = _addresses()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        found = self.addresses.match(request.path_info)
        if found is None or is_demonstration(installation()):
            return self.get_response(request)
        with translation.override(found[1] or translation.get_language_from_request(request)):
            return refusal_page(request, Missing())
