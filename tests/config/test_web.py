"""The web process stands slow and unfinished senders, and ends when it is asked to."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from samskaper.config.setup.checkout import here
from samskaper.config.setup.machine import free_port
from samskaper.config.web import LONGEST_BODY, THREADS

UNFINISHED = b"POST /nb/sign-in/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 999\r\n\r\nhalf=a"


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    number, data = free_port(), tmp_path_factory.mktemp("web")
    environment = os.environ | {"SAMSKAPER_DATA": str(data), "DATABASE_URL": "", "DJANGO_SETTINGS_MODULE": "samskaper.config.settings"}
    with (Path(data) / "log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "samskaper.config.web", "127.0.0.1", str(number)], cwd=here().root, env=environment, stderr=log
        )
    try:
        wait_for(number)
        yield number
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0


def wait_for(port: int) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            return alive(port)
        except OSError:
            time.sleep(0.1)
    raise TimeoutError


def alive(port: int) -> None:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/livez", timeout=20) as answer:
        assert answer.status == 200


def test_unfinished_requests_hold_no_thread(port: int) -> None:
    senders = [socket.create_connection(("127.0.0.1", port)) for _ in range(THREADS * 10)]
    try:
        for sender in senders:
            sender.sendall(UNFINISHED)
        alive(port)
    finally:
        for sender in senders:
            sender.close()


def test_body_that_is_too_long_is_refused_before_it_is_read(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=20) as sender:
        sender.sendall(UNFINISHED.replace(b"999", str(LONGEST_BODY + 1).encode()))

        assert b" 413 " in sender.recv(100)


def test_long_head_is_refused(port: int) -> None:
    request = urllib.request.Request(f"http://127.0.0.1:{port}/livez", headers={"X-Long": "x" * 20_000})

    with pytest.raises(urllib.error.HTTPError, match="431"):
        urllib.request.urlopen(request, timeout=20)
