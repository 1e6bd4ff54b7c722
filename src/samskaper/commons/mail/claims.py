"""Which worker process has a letter in its hands, and whether that process is still alive."""

from __future__ import annotations

import os
import secrets
import socket

MACHINE = socket.gethostname()[:60].replace(":", "-")
_mark = secrets.token_hex(6)
_process = os.getpid()


def mine() -> str:
    """Return the claim of this process: machine, process id, and a mark that no earlier process had."""
    global _mark, _process
    if os.getpid() != _process:  # a fork is somebody else
        _mark, _process = secrets.token_hex(6), os.getpid()
    return f"{MACHINE}:{_process}:{_mark}"


def is_dead(claim: str) -> bool:
    """Return whether the process that made this claim is known to be gone. False for other machines: nobody knows."""
    machine, _colon, rest = claim.partition(":")
    process, _colon, _its_mark = rest.partition(":")
    if machine != MACHINE or not process.isdigit():
        return False
    if int(process) == os.getpid():
        return claim != mine()
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False
