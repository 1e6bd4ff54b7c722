"""A mail server and workers, each a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email import message_from_string, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any, cast

import pytest
from django.conf import LazySettings
from django.db import connection

HERE = Path(__file__).resolve().parent
STALLS_AFTER_SENDING = """
import pathlib, sys, time
import django
django.setup()
from samskaper.commons.mail import tasks
from samskaper.commons.mail.commands import delivering
reached, settle, settled = pathlib.Path(sys.argv[1]), delivering.settle, []
def stall(**named):
    settled.append(1)
    if len(settled) == 2:
        reached.write_text("settle")
        time.sleep(300)
    return settle(**named)
delivering.settle = stall
tasks.deliver()
"""


def wait_for(condition: Callable[[], Any], *, seconds: float = 60) -> Any:
    """Return what the condition becomes; fail when it stays false."""
    end = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < end, "It never happened"
        time.sleep(0.03)
    return found


@dataclass
class MailServer:
    """The server's folder: what it took, and where it shall stop."""

    folder: Path
    port: int

    @property
    def taken(self) -> list[dict[str, str]]:
        file = self.folder / "taken"
        return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []

    def times(self, email: str) -> int:
        """Return how often a letter to this address was taken."""
        return sum(letter["to"] == email for letter in self.taken)

    def mail(self, email: str) -> EmailMessage:
        """Return the mail that came to this address."""
        raw = next(letter["raw"] for letter in self.taken if letter["to"] == email)
        return cast(EmailMessage, message_from_string(raw, policy=policy.default))

    def stall_at(self, step: str) -> None:
        (self.folder / "stall").write_text(step)

    @property
    def reached(self) -> bool:
        return (self.folder / "reached").exists()


@pytest.fixture
def server(tmp_path: Path, settings: LazySettings) -> Iterator[MailServer]:
    process = subprocess.Popen([sys.executable, HERE / "smtp_server.py", tmp_path], stdin=subprocess.PIPE)
    try:
        port = int(wait_for((tmp_path / "port").exists) and (tmp_path / "port").read_text())
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
        yield MailServer(tmp_path, port)
    finally:
        process.kill()
        process.wait()


def database_url() -> str:
    """Return where this test's database is, for another process."""
    found = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{found['NAME']}"
    host = found.get("OPTIONS", {}).get("host") or found["HOST"]
    return f"postgres://{found['USER']}@/{found['NAME']}?host={host}"


@dataclass
class Workers:
    """Starts real workers on this test's database."""

    server: MailServer
    running: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start(self, *, once: bool = True) -> subprocess.Popen[bytes]:
        """Start `samskaper worker`."""
        command = "from samskaper.config.cli import main; main()"
        return self._start([sys.executable, "-c", command, "worker", *(["--once"] if once else [])])

    def start_and_stall_after_sending(self) -> subprocess.Popen[bytes]:
        """Start a worker that stops between the server's answer to the second letter and writing it down."""
        return self._start([sys.executable, "-c", STALLS_AFTER_SENDING, str(self.server.folder / "reached")])

    def _start(self, command: list[str]) -> subprocess.Popen[bytes]:
        environment = os.environ | {
            "DATABASE_URL": database_url(),
            "SAMSKAPER_DATA": str(self.server.folder),
            "SAMSKAPER_SMTP_HOST": "127.0.0.1",
            "SAMSKAPER_SMTP_PORT": str(self.server.port),
            "DJANGO_SETTINGS_MODULE": "samskaper.config.settings",
            "SAMSKAPER_SECRET_KEY": "a secret of the tests only",
        }
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        self.running.append(process)
        return process


@pytest.fixture
def workers(server: MailServer) -> Iterator[Workers]:
    found = Workers(server)
    yield found
    for process in found.running:
        process.kill()
        process.communicate()
