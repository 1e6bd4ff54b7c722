"""The web process: `python -m samskaper.config.web HOST PORT`.

waitress reads a request to its end before a thread is taken, so that slow or unfinished senders hold a connection and
nothing else. It ends with what it is doing when it is asked to.
"""

from __future__ import annotations

import signal
import sys
from types import FrameType

from waitress.server import create_server

THREADS = 4  # more only wait for each other: the pages need the processor, not the network
CONNECTIONS = 2048  # open connections, most of them idle browsers: 200 people behind one address are 1,200 of them
LONGEST_BODY = 30 * 1024 * 1024  # bytes; the largest file that a page takes is 20 MB
SILENCE = 30  # seconds without a byte; then the connection is closed


def _end(number: int, frame: FrameType | None) -> None:
    raise SystemExit(0)


def main(host: str, port: str) -> None:
    """Serve until a signal asks us to stop."""
    from samskaper.config.wsgi import application

    server = create_server(
        application, host=host, port=int(port), threads=THREADS, connection_limit=CONNECTIONS, backlog=CONNECTIONS,
        channel_timeout=SILENCE, cleanup_interval=5, max_request_body_size=LONGEST_BODY, max_request_header_size=16_384,
        asyncore_use_poll=True, clear_untrusted_proxy_headers=False, ident="", expose_tracebacks=False,
    )  # the headers of a proxy are judged in wsgi.py
    signal.signal(signal.SIGTERM, _end)
    server.run()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
