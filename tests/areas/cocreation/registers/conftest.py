"""A register on this machine that answers as the test says: a real server, real sockets, and all that can go wrong on the way."""

from __future__ import annotations

import contextlib
import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from samskaper.areas.cocreation.registers.client import Client

Answer = tuple[int, dict[str, str], bytes]
Player = Callable[[str, dict[str, str]], Any]


def good(body: Any) -> Answer:
    return 200, {"Content-Type": "application/hal+json"}, json.dumps(body).encode()


@dataclass
class Register:
    """What was asked, and what is answered next. A queued answer is used once; then `play` answers."""

    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)
    queue: list[Answer | str] = field(default_factory=list)
    play: Player = lambda path, query: {"page": {"size": 0, "totalElements": 0, "totalPages": 0, "number": 0}}
    home: str = ""
    paused: list[float] = field(default_factory=list)

    @property
    def client(self) -> Client:
        return Client(home=self.home, pause=self.paused.append, times=(1.0, 0.3, 0.6), largest=200_000)

    def next(self, path: str, query: dict[str, str]) -> Answer | str:
        self.asked.append((path, query))
        if self.queue:
            return self.queue.pop(0)
        answer = self.play(path, query)
        return answer if isinstance(answer, tuple | str) else good(answer)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    register: Register

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        self.register.agents.append(self.headers.get("User-Agent", ""))
        answer = self.register.next(parts.path, dict(parse_qsl(parts.query)))
        if isinstance(answer, str):
            getattr(self, answer)()
            return
        status, headers, body = answer
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def half(self) -> None:
        """Promise more than is sent, and hang up."""
        self.send_response(200)
        self.send_header("Content-Length", "5000")
        self.end_headers()
        self.wfile.write(b'{"_embedded": {"enheter": [{"organisasjonsnum')
        self.close_connection = True

    def silence(self) -> None:
        """Say nothing at all, longer than anybody waits."""
        time.sleep(0.6)
        self.close_connection = True

    def drip(self) -> None:
        """Send a sign now and then: never quiet for long, and never done."""
        self.send_response(200)
        self.send_header("Content-Length", "5000")
        self.end_headers()
        for _ in range(12):
            self.wfile.write(b" ")
            self.wfile.flush()
            time.sleep(0.1)
        self.close_connection = True

    def flood(self) -> None:
        """Send more than anybody asked for."""
        self.send_response(200)
        self.send_header("Content-Length", str(2_000_000))
        self.end_headers()
        with contextlib.suppress(OSError):
            self.wfile.write(b" " * 2_000_000)
        self.close_connection = True

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def register() -> Iterator[Register]:
    found = Register()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"register": found}))
    server.daemon_threads = True
    server.handle_error = lambda request, address: None  # type: ignore[method-assign]  # whoever hangs up does so on purpose here
    found.home = f"http://127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield found
    server.shutdown()
    server.server_close()
