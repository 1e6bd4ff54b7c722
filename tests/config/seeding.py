"""The world of `check-seed` for tests: made once for all tests that ask for it, taken back afterwards."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from samskaper.config.checkseed.seed import Seed, plant_seed


@pytest.fixture(scope="session")
def seed(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Seed]:
    """Two organisations with every role. Whatever a test changes beside it, it takes back with `undone`."""
    refusals = logging.getLogger("django.request")
    before, refusals.level = refusals.level, logging.CRITICAL
    with django_db_blocker.unblock(), undone():
        yield plant_seed()
    refusals.level = before


@contextmanager
def undone() -> Iterator[None]:
    """Take back what happens in the block."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


class Visitor(Client):
    """A browser of one role. A crash is an answer (500) with `crash`; nothing that it does lasts."""

    def __init__(self, role: str, cookies: dict[str, str]) -> None:
        super().__init__(raise_request_exception=False)
        self.role = role
        self.is_lasting = False
        for name, value in cookies.items():
            self.cookies[name] = value

    @contextmanager
    def lasting(self) -> Iterator[None]:
        """Let what happens in the block last until its end."""
        with undone():
            self.is_lasting = True
            yield
            self.is_lasting = False

    def knock(self, method: str, path: str, data: Any = None, **more: Any) -> Any:
        """Send a request as a browser would that has opened the form before, and take it back."""
        kept = type(self.cookies)()
        kept.update(self.cookies)
        lasts = nullcontext() if self.is_lasting else undone()
        headers = {"Idempotency-Key": secrets.token_urlsafe(18), **more.pop("headers", {})}
        ask = {"GET": self.get, "POST": self.post, "HEAD": self.head}.get(method)
        with lasts:
            answer = self.generic(method, path, headers=headers, **more) if ask is None else ask(path, data or {}, headers=headers, **more)
            answer.whole = body_of(answer)
        self.cookies = kept
        return answer


def visitors(seed: Seed) -> dict[str, Visitor]:
    """Return a browser for every role."""
    return {role: Visitor(role, cookies) for role, cookies in seed.cookies.items()}


def body_of(answer: HttpResponseBase) -> bytes:
    """Return everything that was sent, whether at once or in pieces."""
    if answer.streaming:
        return b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    return bytes(answer.content)  # type: ignore[attr-defined]
