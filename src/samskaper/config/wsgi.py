"""The pages as a WSGI application, and whose word about a visitor's address counts."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from waitress.proxy_headers import proxy_headers_middleware

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samskaper.config.settings")

Application = Callable[[dict[str, Any], Any], Iterable[bytes]]

# A proxy of ours stands on the same machine or in the same private network.
PROXIES = [
    ipaddress.ip_network(text)
    for text in ("127.0.0.0/8", "::1/128", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")
]
FORWARDED = {"x-forwarded-for", "x-forwarded-proto", "x-forwarded-host"}


def behind_proxy(pages: Application) -> Application:
    """Return the application as it believes a proxy of ours; what others claim of themselves is thrown away."""
    ours = proxy_headers_middleware(pages, trusted_proxy="*", trusted_proxy_count=1, trusted_proxy_headers=FORWARDED)
    others = proxy_headers_middleware(pages)

    def judged(environ: dict[str, Any], answer: Any) -> Iterable[bytes]:
        address = ipaddress.ip_address(environ["REMOTE_ADDR"])
        found: Iterable[bytes] = (ours if any(address in network for network in PROXIES) else others)(environ, answer)
        return found

    return judged


application: Application = get_wsgi_application()
if settings.SECURE_PROXY_SSL_HEADER:
    application = behind_proxy(application)
