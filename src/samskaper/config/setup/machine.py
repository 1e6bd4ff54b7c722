"""What this machine has and lacks. Only looks, changes nothing."""

from __future__ import annotations

import ctypes
import socket
from pathlib import Path

PANGO = ("libpango-1.0.so.0", "libpango-1.0.dylib", "/opt/homebrew/lib/libpango-1.0.dylib")
PANGO_MISSING = """\
Pango is not on this machine. Everything works, except that certificates and reports come as pages
to print, not as PDF files. To have the files too, install it and start again:
    Debian, Ubuntu:  sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
    Fedora:          sudo dnf install pango
    macOS:           brew install pango"""


def received_bytes() -> int | None:
    """Return how many bytes this machine has received from the network since it started; None where it cannot tell."""
    try:
        lines = Path("/proc/net/dev").read_text().splitlines()[2:]
    except OSError:
        return None
    cards = (line.split(":", 1) for line in lines if ":" in line)
    return sum(int(numbers.split()[0]) for name, numbers in cards if name.strip() != "lo")


def has_pango() -> bool:
    """Tell whether the library that draws the letters of our PDF files can be loaded."""
    return any(_loads(name) for name in PANGO)


def port_is_free(port: int, host: str = "127.0.0.1") -> bool:
    """Tell whether a server could listen there now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((host, port))
        except OSError:
            return False
    return True


def free_port() -> int:
    """Return a port of this machine that nobody listens on now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
