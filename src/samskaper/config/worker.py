"""The worker process: does the registered rounds, each as often as it says, backing off where one fails."""

from __future__ import annotations

import logging
import signal
import threading
import time

from django.db import close_old_connections

from samskaper.foundation.schedule import Round, rounds

log = logging.getLogger("samskaper.worker")
LONGEST_PAUSE = 600.0


def _do(entry: Round) -> bool:
    """Do one round; a round that fails is logged and tried again later, and never stops the others."""
    try:
        if done := entry.work():
            log.info("%s: %s", entry.name, done)
    except Exception:
        log.exception("The round %s failed", entry.name)
        return False
    finally:
        close_old_connections()
    return True


def run(*, once: bool = False, stop: threading.Event | None = None) -> None:
    """Do the rounds until the process is asked to end (or once)."""
    if once:
        for entry in rounds:
            _do(entry)
        return
    stop = stop or threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    due = {entry.name: 0.0 for entry in rounds}
    failures = {entry.name: 0 for entry in rounds}
    while not stop.is_set():
        for entry in rounds:
            if time.monotonic() >= due[entry.name] and not stop.is_set():
                failures[entry.name] = 0 if _do(entry) else failures[entry.name] + 1
                pause = min(LONGEST_PAUSE, entry.every * 2 ** failures[entry.name])
                due[entry.name] = time.monotonic() + pause
        stop.wait(max(0.05, min(due.values(), default=1.0) - time.monotonic()))
