"""Judged questions: which texts each must find and must not, asked of our search and of the databases' own.

A folder holds `texts.tsv` (id, language, title, text) and one file a language of the asker (query, must, must not, why).
Methods of the kit are read from their own texts, under the ids kit/<method>/<language>.
"""

from __future__ import annotations

import csv
import sqlite3
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dj_database_url
from django.db import connections, transaction

from samskaper.commons.people.doer import GUEST
from samskaper.commons.search.analyser.letters import words
from samskaper.commons.search.commands import settle
from samskaper.commons.search.engines import engine_of
from samskaper.commons.search.models import Document, Known, Reader
from samskaper.commons.search.queries.finding import every
from samskaper.commons.search.register import Text
from samskaper.foundation.refs import Ref

KIND = "search.judged"
SCHEMA = "samskaper_judged"
CONFIGURATIONS = {"nb": "norwegian", "nn": "norwegian", "da": "danish", "en": "english"}
Answer = Callable[["Judgement"], list[str]]


@dataclass(frozen=True, slots=True)
class Judged:
    """A text of the collection."""

    id: str
    language: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """A question of somebody who reads `language`, and the texts that it must find and must not."""

    query: str
    language: str
    must: frozenset[str]
    must_not: frozenset[str]
    why: str


@dataclass(frozen=True, slots=True)
class Score:
    """How well the questions were answered: shares from 0 to 1, and those that were answered wrongly, with what was wrong."""

    recall: float
    precision: float
    right: int
    number: int
    wrong: tuple[tuple[Judgement, frozenset[str], frozenset[str]], ...]


def texts(folder: Path, kit: Path) -> list[Judged]:
    """Read the collection."""
    rows = [Judged(row["id"], row["language"], row["title"], row["text"]) for row in _rows(folder / "texts.tsv")]
    return rows + [_method(file) for file in sorted(kit.glob("*/*.toml")) if file.stem in CONFIGURATIONS]


def _method(file: Path) -> Judged:
    said = tomllib.loads(file.read_text(encoding="utf-8"))
    text = "\n".join(value for key, value in said.items() if isinstance(value, str) and key not in ("title", "alt"))
    return Judged(f"kit/{file.parent.name}/{file.stem}", file.stem, said["title"], text)


def judgements(folder: Path) -> list[Judgement]:
    """Read what was judged."""
    return [
        Judgement(row["query"], file.stem, frozenset(row["must"].split()), frozenset(row["must not"].split()), row["why"])
        for file in sorted(folder.glob("??.tsv"))
        for row in _rows(file)
    ]


def _rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def score(asked: list[Judgement], answer: Answer) -> Score:
    """Ask every question. Recall: of the texts that must be found, how many were; precision: of the judged texts found, how many must."""
    musts = hits = slips = 0
    wrong = []
    for one in asked:
        found = frozenset(answer(one))
        missed, false = one.must - found, one.must_not & found
        musts, hits, slips = musts + len(one.must), hits + len(one.must & found), slips + len(false)
        if missed or false:
            wrong.append((one, missed, false))
    return Score(hits / musts, hits / ((hits + slips) or 1), len(asked) - len(wrong), len(asked), tuple(wrong))


@contextmanager
def ours(collection: list[Judged], url: str = "") -> Iterator[Answer]:
    """Put the collection into an index of its own, in memory or in a schema of its own on a server, and answer from it."""
    with _database(url) as alias:
        given = [
            Text(Ref(KIND, number), one.language, one.title, "", one.text, readers=None) for number, one in enumerate(collection, start=1)
        ]
        with transaction.atomic(using=alias):
            settle(KIND, list(range(1, len(given) + 1)), given, using=alias)
        names = {row.pk: collection[row.ref_id - 1].id for row in Document.objects.using(alias).all()}
        yield lambda one: [names[number] for number in every(one.query, visible_to=GUEST, language=one.language, using=alias)]


@contextmanager
def _database(url: str) -> Iterator[str]:
    alias = "judged"
    conf: Any = dict(dj_database_url.parse(url)) if url else {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
    if url:
        conf["OPTIONS"] = {**conf.get("OPTIONS", {}), "options": f"-c search_path={SCHEMA}"}
    connections.settings[alias] = connections.configure_settings({"default": {}, alias: conf})[alias]
    connection = connections[alias]
    try:
        with connection.cursor() as cursor:
            if url:
                cursor.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")
                cursor.execute(f"CREATE SCHEMA {SCHEMA}")
        with connection.schema_editor() as editor:
            for model in (Document, Reader, Known):
                editor.create_model(model)
            for statement in engine_of(connection).tables:
                editor.execute(statement)
        yield alias
    finally:
        if url:
            with connection.cursor() as cursor:
                cursor.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")
        connection.close()
        del connections[alias]
        del connections.settings[alias]


@contextmanager
def plain_sqlite(collection: list[Judged]) -> Iterator[Answer]:
    """Answer as SQLite's own search does: FTS5 with its usual tokenizer, all words."""
    with sqlite3.connect(":memory:") as database:
        database.execute("CREATE VIRTUAL TABLE plain USING fts5(id UNINDEXED, title, text, tokenize='unicode61')")
        database.executemany("INSERT INTO plain VALUES (?, ?, ?)", [(one.id, one.title, one.text) for one in collection])

        def answer(one: Judgement) -> list[str]:
            wanted = " ".join(f'"{said.word}"' for said in words(one.query))
            return [name for (name,) in database.execute("SELECT id FROM plain WHERE plain MATCH ? ORDER BY rank", [wanted])]

        yield answer


@contextmanager
def plain_postgres(collection: list[Judged], url: str) -> Iterator[Answer]:
    """Answer as PostgreSQL's own search does: each text with the dictionary of its language, the question with the asker's."""
    with _database(url) as alias, connections[alias].cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE plain (id text, words tsvector)")
        rows = [(one.id, CONFIGURATIONS.get(one.language, "simple"), f"{one.title}\n{one.text}") for one in collection]
        cursor.executemany("INSERT INTO plain VALUES (%s, to_tsvector(%s::regconfig, %s))", rows)

        def answer(one: Judgement) -> list[str]:
            cursor.execute("SELECT id FROM plain WHERE words @@ websearch_to_tsquery(%s::regconfig, %s)", [CONFIGURATIONS[one.language], one.query])
            return [name for (name,) in cursor.fetchall()]

        yield answer
