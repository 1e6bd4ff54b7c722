"""What every page knows: the names on the masthead, the menu, who is signed in, and the languages."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language

from samskaper.commons.people.doer import GUEST
from samskaper.commons.people.middleware import SHARED_MACHINE, doer_behind
from samskaper.commons.people.queries import installation
from samskaper.commons.people.register import address_of
from samskaper.commons.people.views.way import with_next
from samskaper.foundation.addresses import address
from samskaper.ui.menu import SELDOM, MenuEntry, foot, menu
from samskaper.ui.phone import is_offered

SITE_NAMES = {"da": "Samskaber"}
CODES = frozenset(code for code, _label in settings.LANGUAGES)
BY_ORDER = attrgetter("order")
STAYS_OUT = {
    "account_login", "account_confirm_login_code", "account_request_login_code", "account_logout", "signed_out",
}


def sign_in_address(request: HttpRequest) -> str:
    """Return where to sign in so that one comes back to this page afterwards."""
    match = request.resolver_match
    if match and match.url_name in STAYS_OUT:
        return reverse("account_login")
    page = request.get_full_path() if request.method in {"GET", "HEAD"} else referring_page(request)
    return with_next(reverse("account_login"), page)


def referring_page(request: HttpRequest) -> str:
    """Return the page of ours that a form was sent from, or ""."""
    came_from = urlsplit(request.headers.get("Referer", ""))
    return urlunsplit(("", "", came_from.path, came_from.query, "")) if came_from.netloc == request.get_host() else ""


def in_language(path: str, code: str) -> str:
    """Return the same page in another language; a path outside the languages stays as it is."""
    first, slash, rest = path[1:].partition("/")
    return f"/{code}/{rest}" if slash and first in CODES else path


def _items(entries: Iterable[MenuEntry], path: str) -> list[dict[str, Any]]:
    addresses = [(entry.words, entry.href()) for entry in entries]
    return [{"label": words, "href": href, "current": _current(href, path)} for words, href in addresses]


def _current(href: str, path: str) -> str:
    """Return what `aria-current` says of a place in the menu: this page, a page above it, or ""."""
    return "page" if href == path else "true" if path.startswith(href) else ""


def _languages(path: str, language: str) -> list[dict[str, Any]]:
    return [
        {"code": code, "label": label, "href": in_language(path, code), "current": code == language}
        for code, label in settings.LANGUAGES
    ]


def site_name(language: str) -> str:
    """Return what the system is called in a language."""
    return SITE_NAMES.get(language, "Samskaper")


def site(request: HttpRequest) -> dict[str, Any]:
    """Return the masthead's names, `menu`, `doer`, `languages`, the ways in and out, and whether it is a demonstration."""
    language = get_language() or settings.LANGUAGE_CODE
    doer = doer_behind(request) if hasattr(request, "doer") else GUEST
    here = installation()
    shown = [entry for entry in sorted(menu, key=BY_ORDER) if entry.offered_to(doer)]
    return {
        "site_name": site_name(language),
        "library_name": str(here),
        "demo": here.demo_loaded is not None,
        "doer": doer,
        "person": doer.name or None,
        "person_href": address("people:me"),
        "desk_href": address_of("desk"),
        "search_href": address_of("search"),
        "phone_href": address_of("phone") if doer.person and is_offered(doer) else "",
        "sign_in_href": sign_in_address(request) if doer.person is None else "",
        "sign_out_href": address("account_logout"),
        "demo_href": address_of("demonstration") if here.demo_loaded else "",
        "shared_machine": bool(doer.person and request.session.get(SHARED_MACHINE)),
        "menu": _items((entry for entry in shown if entry.order < SELDOM), request.path),
        "menu_seldom": _items((entry for entry in shown if entry.order >= SELDOM), request.path),
        "foot_links": [{"label": entry.words, "href": entry.href()} for entry in sorted(foot, key=BY_ORDER)],
        "languages": _languages(request.get_full_path(), language),
    }
