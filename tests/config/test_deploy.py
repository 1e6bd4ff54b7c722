"""What stands in deploy/ and what the code believes of it."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable
from typing import Any

import pytest

from samskaper.config.setup.checkout import here
from samskaper.config.wsgi import behind_proxy

DEPLOY = here().root / "deploy"
REQUEST = {"REQUEST_METHOD": "GET", "SERVER_NAME": "localhost", "SERVER_PORT": "8000", "wsgi.url_scheme": "http"}


def address_seen(**environment: str) -> str:
    """Return the visitor's address as the pages see it behind a proxy."""
    seen: list[str] = []

    def application(environ: dict[str, Any], answer: Callable[..., None]) -> list[bytes]:
        seen.append(environ["REMOTE_ADDR"])
        return []

    behind_proxy(application)({**REQUEST, **environment}, lambda *words: None)
    return seen[0]


@pytest.mark.parametrize(
    ("sender", "claims", "seen"),
    [
        ("172.18.0.5", "203.0.113.9", "203.0.113.9"),
        ("127.0.0.1", "2001:db8::7", "2001:db8::7"),
        ("172.18.0.5", "6.6.6.6, 203.0.113.9", "203.0.113.9"),
        ("203.0.113.9", "6.6.6.6", "203.0.113.9"),
    ],
)
def test_only_a_proxy_of_ours_may_say_who_the_visitor_is(sender: str, claims: str, seen: str) -> None:
    assert address_seen(REMOTE_ADDR=sender, HTTP_X_FORWARDED_FOR=claims) == seen


def test_the_settings_that_deploy_names_exist() -> None:
    told = {
        name
        for file in DEPLOY.iterdir()
        for name in re.findall(r"\bSAMSKAPER_[A-Z_]+\b", file.read_text())
    } - {"SAMSKAPER_DOMAIN", "SAMSKAPER_UPSTREAM_HOST"}
    code = "".join(path.read_text() for path in (here().source / "config").rglob("*.py"))

    assert told
    assert [name for name in sorted(told) if name not in code] == []


def test_every_file_in_deploy_is_explained_or_named() -> None:
    words = "".join(file.read_text() for file in DEPLOY.iterdir())

    assert [file.name for file in DEPLOY.iterdir() if file.name not in words and file.name != "README.md"] == []


def test_the_scripts_can_be_run() -> None:
    root = here().root
    scripts = [DEPLOY / "web", root / ".ci/run", *(root / "bin" / name for name in ("serve", "test", "_lock"))]

    assert all(os.access(script, os.X_OK) for script in scripts)
    for script in scripts:
        assert subprocess.run(["sh", "-n", script], check=False).returncode == 0
