"""The house as it is served, with one door more: a request with `Bench-Forget` finds nothing that was drawn or kept before."""

from collections.abc import Callable, Iterable
from typing import Any

from samskaper.config.wsgi import application as house
from samskaper.editorial.views import fronts
from samskaper.ui import drawn, guests


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Answer as the house does."""
    if "HTTP_BENCH_FORGET" in environ:
        drawn.forget()
        guests.shelf.clear()
        fronts.clear()
    return house(environ, start_response)
