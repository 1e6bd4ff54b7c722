"""What every page knows: the names on the masthead, the menu, who is signed in, and the languages."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.translation import get_language

from samskaper.commons.people.doer import GUEST
from samskaper.commons.people.queries import installation
from samskaper.ui.menu import menu

SITE_NAMES = {"da": "Samskaber"}


def site(request: HttpRequest) -> dict[str, Any]:
    """Return the masthead's names, `menu`, `doer`, `languages` and whether this is a demonstration."""
    language = get_language() or settings.LANGUAGE_CODE
    doer = getattr(request, "doer", GUEST)
    here = installation()
    entries = sorted(menu, key=lambda entry: entry.order)
    shown = [(entry.words, reverse(entry.url_name)) for entry in entries if entry.offered_to(doer)]
    return {
        "site_name": SITE_NAMES.get(language, "Samskaper"),
        "library_name": str(here),
        "demo": here.demo_loaded is not None,
        "doer": doer,
        "person": doer.name or None,
        "menu": [{"label": words, "href": url, "current": request.path.startswith(url)} for words, url in shown],
        "languages": [
            {"code": code, "label": label, "href": translate_url(request.get_full_path(), code), "current": code == language}
            for code, label in settings.LANGUAGES
        ],
    }
