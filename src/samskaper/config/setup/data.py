"""One data folder: its database, its static files, what a first start fills it with, and who is using it now."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from samskaper.config.setup import ground
from samskaper.config.setup.checkout import Checkout
from samskaper.config.setup.fingerprints import Stamps, fingerprint
from samskaper.config.setup.stages import Stages, Trouble, child_environment

NO_TABLES = "The database could not be brought up to date. Nothing in it was lost."
NO_STATIC = "The files that the browser fetches could not be laid out."
NO_TEXTS = "The texts of the screens could not be compiled."
NO_DEMONSTRATION = "The demonstration could not be loaded. `bin/serve --empty` starts without it."
NO_CODE = "No set-up code could be made."


class DataFolder:
    """The folder that SAMSKAPER_DATA names (by default `var/`), as seen by one checkout."""

    def __init__(self, checkout: Checkout, path: Path, stages: Stages) -> None:
        self.path = path
        self._checkout = checkout
        self._stages = stages
        self._stamps = Stamps(path / ".setup")
        self._on_server = os.environ.get("DATABASE_URL", "")
        self._begun = path / ".setup/begun"  # there while a first start is not finished
        self._set_up_by_hand = path / ".setup/empty"  # there until somebody has typed the set-up code

    def is_new(self) -> bool:
        """Tell whether nothing is in the folder yet, or only what an interrupted first start left there."""
        if self._on_server:
            return False
        return self._begun.exists() or not (self.path / "samskaper.sqlite3").exists()

    def fill(self, *, empty: bool, texts: Callable[[], object] | None = None) -> None:
        """Bring the tables up to date and, the first time, put the demonstration into them unless asked not to.

        `texts` waits until the catalogues are compiled: the demonstration writes letters in all languages.
        """
        is_new = self.is_new()
        if is_new:
            self._begun.parent.mkdir(parents=True, exist_ok=True)
            self._begun.touch()
        self.migrate()
        if is_new and empty:
            self._set_up_by_hand.touch()
        elif is_new:
            if texts is not None:
                texts()
            self.load_demonstration()
        self._begun.unlink(missing_ok=True)

    def migrate(self) -> None:
        """Bring the tables up to date unless the migrations are those of the last start."""
        current = fingerprint([*self._checkout.source.glob("**/migrations"), self._checkout.locks / "base.txt"])
        if not self._on_server and self._stamps.fresh("tables", current, self.path / "samskaper.sqlite3"):
            return
        with self._stages.stage("Database"):
            database = self.path / "samskaper.sqlite3"
            if not self._on_server and not database.exists():
                ground.lay(self._checkout, database)
            self._samskaper("manage", "migrate", "--no-input", "--skip-checks", "--verbosity", "1", trouble=NO_TABLES)
        self._stamps.keep("tables", current)

    def collect_static(self) -> None:
        """Lay out what the browser fetches, compressed and under lasting names, unless it is as it was."""
        sources = self._checkout.source.glob("**/static")
        current = fingerprint([*sources, self._checkout.locks / "base.txt"])
        if self._stamps.fresh("static", current, self.path / "static"):
            return
        with self._stages.stage("Static files"):
            self._samskaper("manage", "collectstatic", "--no-input", "--clear", "--verbosity", "0", trouble=NO_STATIC)
        self._stamps.keep("static", current)

    def load_demonstration(self) -> None:
        """Fill the database with the demonstration: invented libraries, associations and people."""
        with self._stages.stage("Demonstration"):
            self._samskaper("demo", "load", trouble=NO_DEMONSTRATION)

    def setup_code(self) -> str:
        """Return the sentence with what the first visitor of an empty installation types; nothing once it is used."""
        if not self._set_up_by_hand.exists():
            return ""
        sentence = self._samskaper("setup", "code", trouble=NO_CODE).strip()
        if not sentence:
            self._set_up_by_hand.unlink()
        return sentence

    def keep_private(self) -> None:
        """Make the folder and what is in it ours alone: names and addresses lie there. What we start keeps it so."""
        os.umask(0o077)
        self.path.mkdir(parents=True, exist_ok=True)
        with suppress(PermissionError):  # somebody else's folder: its owner decides
            self.path.chmod(0o700)
            for file in (*self.path.glob("*.sqlite3*"), *self.path.glob("secret-key")):
                file.chmod(0o600)

    @contextmanager
    def taken(self, address: str) -> Iterator[None]:
        """Hold the folder for this process; raises Trouble when another one serves from it."""
        self.keep_private()
        with lock(self.path / ".in-use", f"{address} (process {os.getpid()})") as holder:
            if holder is not None:
                raise Trouble(f"Samskaper already runs on the folder {self.path}: {holder or 'it is just starting'}.")
            yield

    def environment(self) -> dict[str, str]:
        """Return the environment of the programs that use the folder."""
        return child_environment(SAMSKAPER_DATA=str(self.path), DJANGO_SETTINGS_MODULE="samskaper.config.settings")

    def _samskaper(self, *arguments: str, trouble: str) -> str:
        return self._stages.run(
            [self._checkout.samskaper, *arguments],
            log="-".join(arguments[:2]), env=self.environment(), cwd=self._checkout.root, trouble=trouble,
        )


def compile_texts(checkout: Checkout, stages: Stages) -> None:
    """Compile the catalogues of all languages unless they are as they were."""
    catalogues = list(checkout.source.glob("**/locale/*/LC_MESSAGES/*.po"))
    compiled = [catalogue.with_suffix(".mo") for catalogue in catalogues]
    current = fingerprint(catalogues)
    if checkout.stamps.fresh("texts", current, *compiled):
        return
    with stages.stage("Texts"):
        stages.run(
            [checkout.python, "-m", "samskaper.config.texts", "compile"],
            log="texts", env=child_environment(), cwd=checkout.root, trouble=NO_TEXTS,
        )
    checkout.stamps.keep("texts", current)


@contextmanager
def lock(path: Path, note: str) -> Iterator[str | None]:
    """Hold a lock file while inside; hands out None, or the holder's note when another process has the lock."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.seek(0)
            yield file.read().strip()
            return
        file.seek(0)
        file.truncate()
        file.write(note)
        file.flush()
        yield None
