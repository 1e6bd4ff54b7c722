"""The one statement that both databases answer alike.

A word of the question counts once in a document, by the best place where it stands: title over lead over text, itself over
its stem over a part of a compound. Rare words weigh more than common ones. Whole numbers only, so that no engine rounds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from samskaper.commons.search.engines import engine_of
from samskaper.commons.search.queries.questions import Question
from samskaper.foundation import clock

WEIGHTS = {"h": (30, 26, 17), "t": (24, 20, 13), "l": (10, 9, 6), "m": (8, 7, 5), "b": (5, 4, 3)}  # by place: itself, stem, part of a compound
RARE = ((1, 16), (4, 14), (16, 12), (64, 10), (256, 8), (1024, 6), (4096, 5))  # what a word weighs that so many documents have, at most
RARITY = f"CASE {' '.join(f'WHEN n <= {most} THEN {weight}' for most, weight in RARE)} ELSE 4 END"
NEAR = {"nb": ("nn", "da"), "nn": ("nb", "da"), "da": ("nb", "nn"), "en": ()}  # what readers of a language read with little trouble
OWN, NEIGHBOUR, OTHER = 6, 5, 3


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks: the tokens held, and the language read."""

    tokens: Sequence[str]
    language: str


@dataclass(frozen=True, slots=True)
class Counted:
    """How many documents have how many words of the question, by kind; and how many have each word."""

    by_kind: dict[tuple[str, int], int]
    of_word: dict[int, int]

    @property
    def most(self) -> int:
        """The most words that one document has."""
        return max((words for _kind, words in self.by_kind), default=0)

    def kinds(self) -> dict[str, int]:
        """Return how many documents of each kind have the most words."""
        return {kind: number for (kind, words), number in self.by_kind.items() if words == self.most}


def counted(connection: BaseDatabaseWrapper, question: Question, asker: Asker) -> Counted:
    """Count what can be found, in one query."""
    sql, values = _chosen(connection, question, asker)
    sql += "SELECT '' AS kind, word, n FROM spread UNION ALL SELECT kind, words, COUNT(*) FROM chosen WHERE place = 1 GROUP BY kind, words"
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        rows = cursor.fetchall()
    return Counted({(kind, words): n for kind, words, n in rows if kind}, {word: n for kind, word, n in rows if not kind})


def ranked(connection: BaseDatabaseWrapper, question: Question, asker: Asker, *, words: int, kind: str, first: int, most: int) -> list[int]:
    """Return the numbers of the documents that have so many words, the best first, in one query."""
    sql, values = _chosen(connection, question, asker)
    sql += "SELECT id FROM chosen WHERE place = 1 AND words = %s"
    values += [words]
    if kind:
        sql += " AND kind = %s"
        values += [kind]
    sql += f" ORDER BY score DESC, sort COLLATE {engine_of(connection).binary}, id LIMIT %s OFFSET %s"
    with connection.cursor() as cursor:
        cursor.execute(sql, [*values, most, first])
        return [number for (number,) in cursor.fetchall()]


def _chosen(connection: BaseDatabaseWrapper, question: Question, asker: Asker) -> tuple[str, list[Any]]:
    """Return the WITH of both: who has which word, who may find it, and one document of each bundle."""
    hits, values = _hits(connection, question)
    visible, seen_by = _visible(connection, asker)
    near = NEAR.get(asker.language, ())
    speaks = f"CASE WHEN d.language = %s THEN {OWN} " + (f"WHEN d.language IN ({_places(near)}) THEN {NEIGHBOUR} " if near else "") + f"ELSE {OTHER} END"
    spoken = [asker.language, *near]
    sql = f"""WITH hit AS ({hits}),
        best AS MATERIALIZED (
            SELECT h.document, h.word, MAX(h.weight) AS weight FROM hit h JOIN search_document d ON d.id = h.document
            WHERE {visible} GROUP BY h.document, h.word),
        spread AS MATERIALIZED (SELECT word, COUNT(*) AS n FROM best GROUP BY word),
        scored AS (
            SELECT b.document, COUNT(*) AS words, SUM(b.weight * {RARITY}) AS score
            FROM best b JOIN spread s ON s.word = b.word GROUP BY b.document),
        chosen AS (
            SELECT d.id, d.kind, d.sort, s.words, s.score * ({speaks}) AS score,
                ROW_NUMBER() OVER (PARTITION BY d.bundle ORDER BY s.words DESC, {speaks} DESC, s.score DESC, d.id) AS place
            FROM scored s JOIN search_document d ON d.id = s.document)
        """
    return sql, [*values, *seen_by, *spoken, *spoken]


def _hits(connection: BaseDatabaseWrapper, question: Question) -> tuple[str, list[Any]]:
    """Return a SELECT of (word, weight, document) of every place where a word of the question stands."""
    engine = engine_of(connection)
    arms: list[str] = []
    values: list[Any] = []
    for number, keys in enumerate(question.keys):
        sorts = (keys.exact, keys.stems | question.also(number), keys.parts)
        for place, weights in WEIGHTS.items():
            for some, weight in zip(sorts, weights, strict=True):
                if some:
                    sql, given = engine.having([place + key for key in sorted(some)], f"{number} AS word, {weight} AS weight")
                    arms.append(sql)
                    values += given
    return " UNION ALL ".join(arms), values


def _visible(connection: BaseDatabaseWrapper, asker: Asker) -> tuple[str, list[Any]]:
    """Return the condition on `d` that says what the asker may find now."""
    now = connection.ops.adapt_datetimefield_value(clock.now())
    on_time = "(d.until IS NULL OR d.until > %s)"
    if not asker.tokens:
        return f"d.everybody AND {on_time}", [now]
    readers = f"EXISTS (SELECT 1 FROM search_reader r WHERE r.document_id = d.id AND r.token IN ({_places(asker.tokens)}))"
    return f"(d.everybody OR {readers}) AND {on_time}", [*asker.tokens, now]


def _places(values: Sequence[Any]) -> str:
    return ",".join(["%s"] * len(values))
