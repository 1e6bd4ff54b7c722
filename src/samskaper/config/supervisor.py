"""Keeps the processes of one machine going: starts them, starts them again when they die, stops them together.

Plain Python without packages: `bin/serve` runs it on the machine's own Python, the tests in theirs.
"""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

PATIENCE = 60.0  # seconds for a first answer
GRACE = 8.0  # seconds to end by oneself
LONGEST_PAUSE = 30.0  # seconds between two attempts
SHORTEST_LIFE = 10.0  # seconds; who dies sooner is started again more slowly
TICK = 0.1



@dataclass
class Process:
    """One program that is to run all the time."""

    name: str
    command: Sequence[str]
    env: Mapping[str, str]
    cwd: Path
    answers_at: str | None = None
    running: subprocess.Popen[bytes] | None = None
    began: float = 0.0
    failures: int = 0
    not_before: float = field(default=0.0, repr=False)

    def start(self) -> None:
        """Start the program in a process group of its own, tied to our life."""
        self.began = time.monotonic()
        self.running = subprocess.Popen(
            list(self.command), cwd=self.cwd, env=dict(self.env),
            stdin=subprocess.DEVNULL, start_new_session=True, preexec_fn=_die_with_parent(os.getpid()),
        )

    def signal(self, number: int) -> None:
        """Send a signal to the program and to all that it started."""
        if self.running is not None:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.running.pid, number)

    def has_died(self) -> bool:
        """Tell whether the program was started and is not there any more."""
        return self.running is not None and self.running.poll() is not None

    def answers(self) -> bool:
        """Tell whether the program does its work: by its answer if it has an address, else by being there."""
        if self.answers_at is None:
            return self.running is not None and not self.has_died()
        try:
            with urllib.request.urlopen(self.answers_at, timeout=5):
                return True
        except (urllib.error.URLError, OSError):
            return False


class Supervisor:
    """Runs some processes together. Call `run`, or use `running()` as a block (tests)."""

    def __init__(self, processes: Sequence[Process], say: Callable[[str], None] = print) -> None:
        self.processes = list(processes)
        self._say = say
        self._stopping = False

    def run(self, on_ready: Callable[[float], None]) -> int:
        """Serve until a signal asks us to stop; return an exit code. Call from the main thread."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._ask_to_stop)
        began = time.monotonic()
        try:
            if not self.start():
                return 0 if self._stopping else self._give_up()
            on_ready(time.monotonic() - began)
            while not self._stopping:
                self.look_after()
                time.sleep(TICK)
        finally:
            self.stop()
        self._say("Stopped.")
        return 0

    @contextmanager
    def running(self) -> Iterator[None]:
        """Keep the processes going while inside; raises RuntimeError when they never answer."""
        try:
            if not self.start():
                raise RuntimeError("The server did not answer.")
            yield
        finally:
            self.stop()

    def start(self, patience: float = PATIENCE) -> bool:
        """Start each process when the one before it answers, so that the first page does not wait for the rest.

        False when one of them dies first, the time (in seconds) is over or we are to stop.
        """
        end = time.monotonic() + patience
        for process in self.processes:
            process.start()
            while not process.answers():
                if self._stopping or process.has_died() or time.monotonic() > end:
                    return False
                time.sleep(TICK / 2)
        return not self._stopping

    def look_after(self) -> None:
        """Start again what has died: at once the first time, more slowly when it keeps dying."""
        now = time.monotonic()
        for process in self.processes:
            if process.has_died():
                self._plan_restart(process, now)
            if process.running is None and now >= process.not_before:
                process.start()

    def stop(self) -> None:
        """Ask every process to end, and end those that do not."""
        for process in self.processes:
            process.signal(signal.SIGTERM)
        end = time.monotonic() + GRACE
        for process in self.processes:
            if process.running is not None:
                with suppress(subprocess.TimeoutExpired):
                    process.running.wait(max(0.1, end - time.monotonic()))
                process.signal(signal.SIGKILL)
                process.running.wait()

    def _plan_restart(self, process: Process, now: float) -> None:
        assert process.running is not None
        code = process.running.returncode
        process.signal(signal.SIGKILL)  # what the dead one left behind would hold on to the port
        process.running = None
        process.failures = process.failures + 1 if now - process.began < SHORTEST_LIFE else 0
        pause = min(LONGEST_PAUSE, 2.0**process.failures - 1)
        process.not_before = now + pause
        again = f"in {pause:.0f} s" if pause else "now"
        self._say(f"{process.name} ended unasked ({_ending(code)}); it is started again {again}.")

    def _give_up(self) -> int:
        dead = [process for process in self.processes if process.has_died()]
        for process in dead:
            assert process.running is not None
            self._say(f"{process.name} could not start ({_ending(process.running.returncode)}); see the lines above.")
        if not dead:
            self._say(f"No answer within {PATIENCE:.0f} s. The machine may be busy; try again.")
        return 1

    def _ask_to_stop(self, number: int, frame: FrameType | None) -> None:
        self._stopping = True


def processes(root: Path, host: str, port: int, env: Mapping[str, str]) -> list[Process]:
    """Return what serves one machine from the checkout `root`: the pages, and the work in the background."""
    return [
        Process("web", web(root, host, port), env, root, answers_at=f"http://127.0.0.1:{port}/livez"),
        Process("worker", [str(root / ".venv/bin/samskaper"), "worker"], env, root),
    ]


def web(root: Path, host: str, port: int) -> list[str]:
    """Return the command of one web process."""
    return [str(root / ".venv/bin/python"), "-m", "samskaper.config.web", host, str(port)]


def _die_with_parent(parent: int) -> Callable[[], None] | None:
    """Return what a child does before it starts, so that it ends even when we are killed (Linux only)."""
    if not sys.platform.startswith("linux"):
        return None
    prctl = ctypes.CDLL(None).prctl
    death_signal, number = 1, int(signal.SIGTERM)

    def tie() -> None:
        prctl(death_signal, number)
        if os.getppid() != parent:
            os._exit(1)

    return tie


def _ending(code: int) -> str:
    """Return how a process ended, in words."""
    return f"exit {code}" if code >= 0 else f"killed by {signal.Signals(-code).name}"
