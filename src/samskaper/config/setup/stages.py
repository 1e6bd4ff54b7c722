"""Stages of the set-up: what each is called, how long it took, and what to say when it fails."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from samskaper.config.setup.machine import received_bytes


class Trouble(Exception):
    """Something that a person has to do first, said in a sentence (and, where it helps, the end of a log)."""


class Stages:
    """Runs the stages of one set-up, several at a time if need be, and prints one line for each that is done."""

    def __init__(self, logs: Path, out: TextIO | None = None) -> None:
        self._logs = logs
        self._out = out or sys.stdout
        self._printing = threading.Lock()
        self._began = time.monotonic()
        self._received = received_bytes()
        self.done: list[str] = []

    def say(self, line: str = "") -> None:
        """Print one line at once, also when the output is a pipe."""
        with self._printing:
            print(line, file=self._out, flush=True)

    @contextmanager
    def stage(self, name: str) -> Iterator[list[str]]:
        """Time what happens inside; the list that it hands out takes remarks for the printed line."""
        began = time.monotonic()
        remarks: list[str] = []
        yield remarks
        self.done.append(name)
        remark = f"  ({', '.join(remarks)})" if remarks else ""
        self.say(f"  {name} {'.' * (28 - len(name))} {time.monotonic() - began:5.1f} s{remark}")

    def run(
        self, command: Sequence[str | Path], *, log: str, env: Mapping[str, str], cwd: Path, trouble: str
    ) -> str:
        """Run a command with its output in a log file; return the output.

        Raises Trouble, with the last lines of the log, when the command fails.
        """
        self._logs.mkdir(parents=True, exist_ok=True)
        path = self._logs / f"{log}.log"
        with path.open("w") as output:
            code = subprocess.run(
                [str(part) for part in command],
                cwd=cwd, env=dict(env), stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, check=False,
            ).returncode
        said = path.read_text(errors="replace")
        if code:
            raise Trouble(f"{trouble}\n\nThe last lines of {path}:\n{_tail(said)}")
        return said

    def summary(self) -> str:
        """Return the figures of the whole set-up: seconds, megabytes fetched, processor seconds."""
        seconds = time.monotonic() - self._began
        received = received_bytes()
        fetched = (
            "an unknown number of megabytes"
            if received is None or self._received is None
            else f"{(received - self._received) / 1e6:.0f} MB"
        )
        return f"Set up in {seconds:.1f} s; {fetched} fetched; {processor_seconds():.1f} processor seconds."


def processor_seconds() -> float:
    """Return the processor time, in seconds, of this process and of its children that have ended."""
    return sum(
        usage.ru_utime + usage.ru_stime
        for usage in (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    )


OURS_ALONE = ("PYTHONPATH", "VIRTUAL_ENV", "PYTHONDONTWRITEBYTECODE")


def child_environment(**more: str) -> dict[str, str]:
    """Return the environment for the programs that the set-up starts: ours, without what is meant for this process.

    They keep the bytecode of our sources wherever that can be written: without it every start takes twice as long.
    """
    env = {name: value for name, value in os.environ.items() if name not in OURS_ALONE}
    return {**env, **more}


def program(name: str) -> Path | None:
    """Return where a program is on this machine, if it is."""
    found = shutil.which(name)
    return Path(found) if found else None


def _tail(text: str, lines: int = 20) -> str:
    return "\n".join(f"  {line}" for line in text.rstrip().splitlines()[-lines:])
