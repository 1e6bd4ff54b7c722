"""The tests' database: built once, kept until the models change, and copied for every worker and after every mess.

A copy takes 5 ms on SQLite (a file) and 0.14 s on PostgreSQL (`CREATE DATABASE … TEMPLATE`); migrating takes 15 s.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.management import call_command
from django.db import connection, connections

from samskaper.config.setup.checkout import here
from samskaper.config.setup.fingerprints import fingerprint

KEPT = here().state / "test-databases"
FORGET_AFTER = 24 * 3600  # seconds; another run may still copy from an older one


class Copies(ABC):
    """A migrated database and the copy of it that this process works on."""

    def __init__(self, worker: str) -> None:
        self.worker = worker
        self.key = schema_key()

    def prepare(self) -> None:
        """Build the original if this version of the models has none, and let this process work on a fresh copy."""
        with _one_at_a_time():
            if not self.is_built():
                self.build()
        self.renew()

    @abstractmethod
    def is_built(self) -> bool:
        """Tell whether the original is there."""

    @abstractmethod
    def build(self) -> None:
        """Make the original by migrating."""

    @abstractmethod
    def renew(self) -> None:
        """Give this process a fresh copy of the original."""

    @abstractmethod
    def discard(self) -> None:
        """Throw this process's copy away."""


class SQLiteCopies(Copies):
    """Copies as files, in memory where the system has such a folder."""

    def __init__(self, worker: str) -> None:
        super().__init__(worker)
        self.original = KEPT / f"{self.key}.sqlite3"
        memory = Path("/dev/shm")
        self.folder = Path(
            tempfile.mkdtemp(prefix="samskaper-tests-", dir=memory if os.access(memory, os.W_OK) else None)
        )
        self.copy = self.folder / f"{worker}.sqlite3"

    def is_built(self) -> bool:
        """Tell whether the original is there."""
        return self.original.exists()

    def build(self) -> None:
        """Make the original by migrating, under another name until it is whole."""
        for older in KEPT.glob("*.sqlite3"):
            if time.time() - older.stat().st_mtime > FORGET_AFTER:
                older.unlink(missing_ok=True)
        unfinished = self.original.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        _work_on(str(unfinished))
        call_command("migrate", verbosity=0, interactive=False)
        connections.close_all()
        unfinished.rename(self.original)

    def renew(self) -> None:
        """Replace the copy; a thread that still has the old one open cannot spoil the new."""
        connections.close_all()
        fresh = self.copy.with_suffix(".fresh")
        shutil.copyfile(self.original, fresh)
        for rest in ("-wal", "-shm"):
            Path(f"{self.copy}{rest}").unlink(missing_ok=True)
        fresh.replace(self.copy)
        _work_on(str(self.copy))

    def discard(self) -> None:
        """Remove the copy and its folder."""
        connections.close_all()
        shutil.rmtree(self.folder, ignore_errors=True)


class PostgresCopies(Copies):
    """Copies as databases of one server, which lives no longer than the run."""

    def __init__(self, worker: str) -> None:
        super().__init__(worker)
        self.original = f"samskaper_{self.key}"
        self.copy = f"samskaper_test_{worker}"
        self.maintenance = str(connection.settings_dict["NAME"])

    def is_built(self) -> bool:
        """Tell whether the original is there."""
        return bool(self._ask("SELECT 1 FROM pg_database WHERE datname = %s", self.original))

    def build(self) -> None:
        """Make the original by migrating, under another name until it is whole."""
        unfinished = f"{self.original}_unfinished"
        self._do(f'DROP DATABASE IF EXISTS "{unfinished}" WITH (FORCE)', f'CREATE DATABASE "{unfinished}"')
        _work_on(unfinished)
        call_command("migrate", verbosity=0, interactive=False)
        self._do(f'ALTER DATABASE "{unfinished}" RENAME TO "{self.original}"')

    def renew(self) -> None:
        """Replace the copy, ending whoever is still connected to the old one."""
        self.discard()
        self._do(f'CREATE DATABASE "{self.copy}" TEMPLATE "{self.original}"')
        _work_on(self.copy)

    def discard(self) -> None:
        """Remove the copy."""
        self._do(f'DROP DATABASE IF EXISTS "{self.copy}" WITH (FORCE)')

    def _do(self, *statements: str) -> None:
        """Carry out statements from outside the databases that they are about."""
        _work_on(self.maintenance)
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
        connections.close_all()

    def _ask(self, question: str, *parameters: str) -> list[tuple[object, ...]]:
        _work_on(self.maintenance)
        with connection.cursor() as cursor:
            cursor.execute(question, parameters)
            answer = cursor.fetchall()
        connections.close_all()
        return answer


def copies(worker: str) -> Copies:
    """Return the copies of the engine that the settings name."""
    return PostgresCopies(worker) if connection.vendor == "postgresql" else SQLiteCopies(worker)


def schema_key() -> str:
    """Return what the original depends on: migrations, models, the settings, the packages' versions and the pages that are laid."""
    checkout = here()
    models = [path for path in checkout.source.rglob("*.py") if {"models", "models.py"} & set(path.parts)]
    content = checkout.source / "editorial/content"
    rest = [checkout.source / "config/settings.py", checkout.locks / "base.txt", content / "kit", *sorted(content.glob("*.json"))]
    rest += [checkout.source / "commons/search", checkout.source / "editorial/found.py"]  # what is laid is found
    return fingerprint([*checkout.source.glob("**/migrations"), *models, *rest])[:16]


def _work_on(name: str) -> None:
    """Let every connection that is opened from now on go to the database of this name."""
    connections.close_all()
    connections.settings["default"]["NAME"] = name
    connection.settings_dict["NAME"] = name


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    KEPT.mkdir(parents=True, exist_ok=True)
    with (KEPT / "lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
