"""Laying every table into a new SQLite file, as the migrations make them (see `samskaper.config.ground`)."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

from samskaper.config.setup.checkout import Checkout


def heading(checkout: Checkout) -> str:
    """Return the first line of the SQL: what it was made from."""
    sources = (checkout.locks / "base.txt", *sorted(checkout.source.rglob("migrations/*.py")))
    digest = hashlib.sha256(b"\0".join(source.read_bytes() for source in sources)).hexdigest()[:32]
    return f"-- Made by `python -m samskaper.config.ground` from {digest}. Do not change it by hand."


def lay(checkout: Checkout, database: Path) -> bool:
    """Lay the tables into a database that is not there yet. False where they have to come from migrations.

    That is so when packages or migrations have changed since the SQL was made, or this SQLite cannot read it.
    """
    half = database.with_suffix(".half")
    half.unlink(missing_ok=True)
    try:
        sql = checkout.ground.read_text()
        if not sql.startswith(heading(checkout)):
            return False
        connection = sqlite3.connect(half)
        try:
            connection.executescript(sql)
        finally:
            connection.close()
        half.replace(database)
    except (OSError, sqlite3.Error):
        half.unlink(missing_ok=True)
        return False
    return True
