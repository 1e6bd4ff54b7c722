"""Where somebody goes after signing in: back to where they came from, if that is ours, otherwise to my desk."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from samskaper.commons.people.register import address_of


def next_of(request: HttpRequest) -> str:
    """Return the address to go on to, or "" when there is none or it lies on another site."""
    wanted = request.POST.get(REDIRECT_FIELD_NAME) or request.GET.get(REDIRECT_FIELD_NAME) or ""
    hosts = {request.get_host()}
    safe = url_has_allowed_host_and_scheme(wanted, allowed_hosts=hosts, require_https=request.is_secure())
    return wanted if safe and len(wanted) <= 2000 else ""


def with_next(address: str, wanted: str) -> str:
    """Return the address with the place to go on to."""
    return f"{address}?{urlencode({REDIRECT_FIELD_NAME: wanted})}" if wanted else address


def desk() -> str:
    """Return the address of my desk, or of my page where there is no desk."""
    return address_of("desk", reverse("people:me"))
