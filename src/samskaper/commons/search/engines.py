"""Where the keys lie, in each database's own way: FTS5 in SQLite, an array with an inverted index in PostgreSQL.

Both are given the same keys and asked whether a row holds any of some; all that ranks is plain SQL above them, so that
both give the same answers in the same order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "search_words"
WORDS = 7_377_201  # any number that nobody else locks
PLACES = "htlmb"  # where a key stands: in a title of hardly more, in a longer title, in the lead, much in the text, in the text


class Engine(Protocol):
    """A way to keep keys."""

    @property
    def binary(self) -> str:
        """The collation that sorts by code points."""

    @property
    def tables(self) -> tuple[str, ...]:
        """The statements that make the table."""

    @property
    def learns(self) -> str:
        """The statement that asks whether this transaction may write down new words; "" where only one writes at a time."""

    def put(self, number: int, keys: Iterable[str]) -> tuple[str, Sequence[Any]]:
        """Return the statement that keeps the keys of a document."""

    def drop(self, numbers: Sequence[int]) -> tuple[str, Sequence[Any]]:
        """Return the statement that forgets documents."""

    def having(self, keys: Sequence[str], columns: str) -> tuple[str, Sequence[Any]]:
        """Return a SELECT of these columns and the number (`document`) of each document that has any of the keys."""


@dataclass(frozen=True, slots=True)
class Sqlite:
    """FTS5 with nothing but which key is where. Keys are ASCII letters and digits, or letters beyond ASCII, which this tokenizer keeps whole."""

    binary: str = "BINARY"
    learns: str = ""
    tables: tuple[str, ...] = (f"CREATE VIRTUAL TABLE {TABLE} USING fts5(words, tokenize='ascii', detail='none', columnsize=0)",)

    def put(self, number: int, keys: Iterable[str]) -> tuple[str, Sequence[Any]]:
        """Return the statement that keeps the keys of a document."""
        return f"INSERT INTO {TABLE}(rowid, words) VALUES (%s, %s)", (number, " ".join(keys))

    def drop(self, numbers: Sequence[int]) -> tuple[str, Sequence[Any]]:
        """Return the statement that forgets documents."""
        return f"DELETE FROM {TABLE} WHERE rowid IN ({_places(numbers)})", list(numbers)

    def having(self, keys: Sequence[str], columns: str) -> tuple[str, Sequence[Any]]:
        """Return a SELECT of these columns and the number of each document that has any of the keys."""
        wanted = " OR ".join(f'"{key}"' for key in keys)
        return f"SELECT {columns}, rowid AS document FROM {TABLE} WHERE {TABLE} MATCH %s", [wanted]


@dataclass(frozen=True, slots=True)
class Postgres:
    """An array of keys with an inverted index (GIN): no dictionary, parser or collation of the server touches a word."""

    binary: str = '"C"'
    learns: str = f"SELECT pg_try_advisory_xact_lock({WORDS})"  # two who write the same words in another order would wait for each other
    tables: tuple[str, ...] = (
        f"CREATE TABLE {TABLE} (document bigint PRIMARY KEY, words text[] NOT NULL)",
        f"CREATE INDEX {TABLE}_inside ON {TABLE} USING gin (words)",
    )

    def put(self, number: int, keys: Iterable[str]) -> tuple[str, Sequence[Any]]:
        """Return the statement that keeps the keys of a document."""
        return f"INSERT INTO {TABLE} (document, words) VALUES (%s, %s)", (number, list(keys))

    def drop(self, numbers: Sequence[int]) -> tuple[str, Sequence[Any]]:
        """Return the statement that forgets documents."""
        return f"DELETE FROM {TABLE} WHERE document IN ({_places(numbers)})", list(numbers)

    def having(self, keys: Sequence[str], columns: str) -> tuple[str, Sequence[Any]]:
        """Return a SELECT of these columns and the number of each document that has any of the keys."""
        return f"SELECT {columns}, document FROM {TABLE} WHERE words && %s::text[]", [list(keys)]


def engine_of(connection: BaseDatabaseWrapper) -> Engine:
    """Return the engine of a database."""
    return Postgres() if connection.vendor == "postgresql" else Sqlite()


def _places(values: Sequence[Any]) -> str:
    return ",".join(["%s"] * len(values))
