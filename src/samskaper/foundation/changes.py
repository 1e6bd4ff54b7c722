"""Whether anything has been written since: one cheap question to the database, which cannot forget a way of writing."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, Generic, TypeVar

from django.db import connection

State = tuple[Any, ...]
T = TypeVar("T")


def state() -> State | None:
    """Return a value that is the same again only while nothing has been written to the database.

    None within a transaction, where one sees what is not yet there. SQLite counts what others wrote and what this
    connection wrote, and its answer is good for this connection; PostgreSQL tells which transactions are seen, and
    equal answers see the same rows, whoever asks.
    Sources: https://sqlite.org/pragma.html#pragma_data_version, PostgreSQL's manual, 9.27.8 (pg_current_snapshot).
    """
    if connection.in_atomic_block:
        return None
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        own = connection.connection  # asked itself: a cursor of Django's costs four times the question, for every guest
        (others,) = own.execute("PRAGMA data_version").fetchone()
        return (own, others, own.total_changes)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_snapshot()::text")
        return tuple(cursor.fetchone())


class Unwritten(Generic[T]):
    """What was found out, for as long as nothing is written: the last used `most` of it.

    For what is the same for everybody. What is kept is handed out again as it is: it must be of a kind that nobody
    changes, such as a frozen dataclass.
    """

    def __init__(self, most: int = 40) -> None:
        self.most = most
        self._lock, self._kept = Lock(), OrderedDict[tuple[State, Hashable], T]()

    def get(self, key: Hashable, find_out: Callable[[], T]) -> T:
        """Return what is kept under this key, found out if need be."""
        seen = state()
        if seen is None:
            return find_out()
        with self._lock:
            if (seen, key) in self._kept:
                self._kept.move_to_end((seen, key))
                return self._kept[seen, key]
        value = find_out()  # if somebody writes meanwhile, it stands under a state that does not come again
        self.keep(seen, key, value)
        return value

    def find(self, seen: State, key: Hashable) -> T | None:
        """Return what was kept under this key in this state, for those who cannot say yet how it is found out."""
        with self._lock:
            if (seen, key) in self._kept:
                self._kept.move_to_end((seen, key))
            return self._kept.get((seen, key))

    def keep(self, seen: State, key: Hashable, value: T) -> None:
        """Keep what was found out in this state, and let go of what was used longest ago."""
        with self._lock:
            self._kept[seen, key] = value
            while len(self._kept) > self.most:
                self._kept.popitem(last=False)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is kept at all."""
        return not self._kept

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._kept.clear()
