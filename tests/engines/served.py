"""The real server of the journeys: web and worker of `bin/serve`, on a free port, with the demonstration loaded."""

from __future__ import annotations

import datetime as dt
import fcntl
import io
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from samskaper.config.setup.checkout import here
from samskaper.config.setup.data import DataFolder
from samskaper.config.setup.fingerprints import fingerprint
from samskaper.config.setup.machine import free_port
from samskaper.config.setup.stages import Stages
from samskaper.config.supervisor import Supervisor, processes

KEPT = here().state / "test-demonstration"


@dataclass(frozen=True)
class Served:
    """A running installation. `url` is its address, `data` its folder."""

    url: str
    data: Path

    def renew(self) -> None:
        """Bring the data back to how the demonstration begins, under the running server."""
        with closing(_open(KEPT)) as source, closing(_open(self.data)) as goal:
            source.backup(goal)


@contextmanager
def served() -> Iterator[Served]:
    """Serve a copy of the demonstration while inside."""
    prepare_demonstration()
    data = Path(tempfile.mkdtemp(prefix="samskaper-journey-"))
    port = free_port()
    try:
        shutil.copytree(KEPT, data, dirs_exist_ok=True)
        url = f"http://localhost:{port}"
        env = {**DataFolder(here(), data, quiet()).environment(), "PORT": str(port), "SAMSKAPER_URL": url}
        with Supervisor(processes(here().root, "127.0.0.1", port, env)).running():
            yield Served(url, data)
    finally:
        shutil.rmtree(data, ignore_errors=True)


def prepare_demonstration() -> None:
    """Build the data of the demonstration once for each day and version of the sources; it is placed around today."""
    current = fingerprint([here().source, here().locks / "base.txt"], dt.date.today().isoformat())
    KEPT.parent.mkdir(parents=True, exist_ok=True)
    with (KEPT.parent / "test-demonstration.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        stamp = KEPT / "made-from"
        if stamp.exists() and stamp.read_text() == current:
            return
        shutil.rmtree(KEPT, ignore_errors=True)
        folder = DataFolder(here(), KEPT, quiet())
        folder.fill(empty=False)
        folder.collect_static()
        stamp.write_text(current)


def quiet() -> Stages:
    """Return stages that print nothing."""
    return Stages(here().state / "log", out=io.StringIO())


def _open(folder: Path) -> sqlite3.Connection:
    return sqlite3.connect(folder / "samskaper.sqlite3", timeout=20)
