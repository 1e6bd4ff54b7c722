"""Asking an open register over HTTP, patiently and with limits.

`requests` because it is well kept, reads the proxies of the machine, and comes with Wagtail anyway.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Any

import requests

from samskaper.foundation import clock

HOME = "https://data.brreg.no"
AGENT = "Samskaper (library co-creation; reads names of associations)"
TRIES = 5
FIRST_PAUSE = 1.0  # seconds before the second try; doubled for each one after
LONGEST_PAUSE = 120.0  # also where the register asks for more
CONNECT, READ, WHOLE = 5.0, 20.0, 60.0  # seconds: until the line is open, between two pieces, for a whole answer
LARGEST = 16 * 1024 * 1024  # bytes of one answer
AGAIN = frozenset({429, 500, 502, 503, 504})
NOT_THERE = frozenset({404, 410})

Json = dict[str, Any]


class RegisterError(Exception):
    """The register did not give an answer that can be used."""


class Unreachable(RegisterError):
    """No answer, no whole answer, or none in time, after several tries. Trying again after `pause` seconds may help."""

    def __init__(self, why: str, pause: float = 0.0) -> None:
        super().__init__(why)
        self.pause = pause


class Refused(RegisterError):
    """The register says that the question is wrong, or sends us elsewhere. Trying again does not help."""


class NotUnderstood(RegisterError):
    """The answer has another shape than the documentation says."""


class NotThere(RegisterError):
    """The register has nothing under this number (any longer)."""


class _Passing(Exception):
    """Something that may be over in a moment. `pause` is how long the register asks us to wait, in seconds."""

    def __init__(self, why: str, pause: float | None = None) -> None:
        super().__init__(why)
        self.pause = pause


@dataclass(slots=True)
class Client:
    """Asks one register. Never follows an address that an answer names: neither redirects nor links of a page."""

    home: str = HOME
    pause: Callable[[float], None] = time.sleep
    tries: int = TRIES
    times: tuple[float, float, float] = (CONNECT, READ, WHOLE)
    largest: int = LARGEST
    session: requests.Session = field(default_factory=requests.Session)

    def get(self, path: str, asked: Mapping[str, str | int] | None = None) -> Json:
        """Return the answer to a question. Raises a RegisterError after several tries."""
        wait, why = FIRST_PAUSE, ""
        for number in range(self.tries):
            if number:
                self.pause(wait)
            try:
                return self._once(path, asked or {})
            except _Passing as passing:
                why = str(passing)
                wait = min(LONGEST_PAUSE, max(FIRST_PAUSE * 2**number, passing.pause or 0.0))
        raise Unreachable(f"{path}: {why}", wait)

    def _once(self, path: str, asked: Mapping[str, str | int]) -> Json:
        connect, read, _ = self.times
        try:
            with self.session.get(
                self.home + path, params=asked, timeout=(connect, read), stream=True, allow_redirects=False,
                headers={"User-Agent": AGENT, "Accept": "application/json, application/hal+json"},
            ) as answer:
                _must_be_answered(answer)
                return _decoded(self._whole(answer))
        except requests.RequestException as broken:
            raise _Passing(type(broken).__name__) from broken

    def _whole(self, answer: requests.Response) -> bytes:
        """Return the whole answer, if it comes in time and is no larger than it may be."""
        until, body = time.monotonic() + self.times[2], bytearray()
        for piece in answer.iter_content(64 * 1024):
            body += piece
            if len(body) > self.largest:
                raise NotUnderstood(f"an answer of more than {self.largest} bytes")
            if time.monotonic() > until:
                raise _Passing("too slow")
        return bytes(body)


def _must_be_answered(answer: requests.Response) -> None:
    if answer.status_code in NOT_THERE:
        raise NotThere(f"status {answer.status_code}")
    if answer.status_code in AGAIN:
        raise _Passing(f"status {answer.status_code}", _asked_to_wait(answer.headers.get("Retry-After", "")))
    if answer.status_code != 200:
        raise Refused(f"status {answer.status_code}")


def _asked_to_wait(header: str) -> float | None:
    """Return the seconds that the register asks us to wait: it says a number, or a moment."""
    if header.isdigit():
        return float(header)
    try:
        return max(0.0, (parsedate_to_datetime(header) - clock.now()).total_seconds())
    except (TypeError, ValueError):
        return None


def _decoded(body: bytes) -> Json:
    try:
        found = json.loads(body)
    except ValueError as broken:
        raise _Passing("half an answer") from broken  # cut on the way: the next one may be whole
    if not isinstance(found, dict):
        raise NotUnderstood(f"{type(found).__name__} instead of an object")
    return found
