"""Logs do not hold keys."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver

from samskaper.foundation.logs import HideKeys, without_keys

SECRET = "s3cr3t-of-somebody"


def addresses(patterns: list[URLPattern | URLResolver], before: str = "/") -> Iterator[str]:
    """Yield every address that has a secret in it."""
    for one in patterns:
        path = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from addresses(one.url_patterns, path)
        elif ":secret>" in path:
            yield path.replace("<str:secret>", SECRET).replace("<slug:secret>", SECRET)


def test_no_address_with_a_secret_is_written_down() -> None:
    found = list(addresses(get_resolver().url_patterns))
    assert len(found) >= 5
    for address in found:
        assert SECRET not in without_keys(f"Not Found: {address}"), address
        assert address[:3] in without_keys(f"Not Found: {address}")


@pytest.mark.parametrize("line", ["Not Found: /nb/plans/7/", "Gone: /nb/questions/7/results/", "mail: 3 letters sent"])
def test_other_lines_stay_as_they_are(line: str) -> None:
    assert without_keys(line) == line


def test_every_handler_hides_keys() -> None:
    assert all("hide_keys" in handler["filters"] for handler in settings.LOGGING["handlers"].values())
    record = logging.LogRecord("django.request", 30, "", 1, "%s: %s", ("Gone", f"/k/{SECRET}/"), None)
    assert HideKeys().filter(record)
    assert record.getMessage() == "Gone: /k/(hidden)/"
