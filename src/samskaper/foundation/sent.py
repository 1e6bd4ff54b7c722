"""What a form was sent with. An empty form that was sent is answered like every other: it lacks something."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils.datastructures import MultiValueDict


def sent(request: HttpRequest) -> QueryDict | None:
    """Return the fields of a form that was sent, be they none at all; None where a page is only looked at."""
    return request.POST if request.method == "POST" else None


def sent_files(request: HttpRequest) -> MultiValueDict[str, Any] | None:
    """Return the files of a form that was sent; None where a page is only looked at."""
    return request.FILES if request.method == "POST" else None


def number_sent(request: HttpRequest, name: str) -> int:
    """Return the number that a field was sent with; 0, which no record has, where it is none."""
    text = request.POST.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0
