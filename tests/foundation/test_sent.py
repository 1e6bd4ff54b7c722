"""A form that was sent empty is a form that was sent."""

from __future__ import annotations

import re
from pathlib import Path

from django.test import RequestFactory

import samskaper
from samskaper.foundation.sent import sent, sent_files

SOURCE = Path(samskaper.__file__).parent


def test_a_page_that_is_looked_at_sent_nothing() -> None:
    request = RequestFactory().get("/")

    assert sent(request) is None
    assert sent_files(request) is None


def test_an_empty_form_was_sent() -> None:
    request = RequestFactory().post("/")

    assert sent(request) == {}
    assert sent_files(request) == {}


def test_no_view_mistakes_an_empty_form_for_a_look() -> None:
    views = [path for path in SOURCE.rglob("*.py") if "views" in str(path)]
    wrong = [str(path) for path in views if re.search(r"request\.(POST|FILES) or None", path.read_text())]

    assert len(views) > 30
    assert not wrong
