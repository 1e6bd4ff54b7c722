"""Whether anything has been written since: one cheap question to the database, which cannot forget a way of writing."""

from __future__ import annotations

from typing import Any

from django.db import connection

State = tuple[Any, ...]


def state() -> State | None:
    """Return a value that is the same again only while nothing has been written to the database.

    None within a transaction, where one sees what is not yet there. SQLite counts what others wrote and what this
    connection wrote, and its answer is good for this connection; PostgreSQL tells which transactions are seen, and
    equal answers see the same rows, whoever asks.
    Sources: https://sqlite.org/pragma.html#pragma_data_version, PostgreSQL's manual, 9.27.8 (pg_current_snapshot).
    """
    if connection.in_atomic_block:
        return None
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            (others,) = cursor.execute("PRAGMA data_version").fetchone()
            own = connection.connection
            return (own, others, own.total_changes)
        cursor.execute("SELECT pg_current_snapshot()::text")
        return tuple(cursor.fetchone())
