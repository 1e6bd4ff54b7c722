"""Finding: what somebody may find who asks this."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections
from django.urls import reverse
from django.utils.functional import Promise

from samskaper.commons.people.doer import Doer
from samskaper.commons.search.models import Document
from samskaper.commons.search.queries.excerpts import Piece, excerpt, marked
from samskaper.commons.search.queries.questions import Question, of_words, question
from samskaper.commons.search.queries.ranking import Asker, Counted, counted, ranked
from samskaper.commons.search.queries.slips import first_each, meant
from samskaper.commons.search.register import documents
from samskaper.commons.search.rules import held_by
from samskaper.foundation.refs import Ref

ON_A_PAGE = 10
MOST_PAGES = 100
SPOKEN: dict[str, str] = dict(settings.LANGUAGES)


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found: its title and an excerpt in pieces, what it is, where it stands, and in which language it is, also by name."""

    ref: Ref
    title: tuple[Piece, ...]
    excerpt: tuple[Piece, ...]
    noun: Promise | str
    url: str
    language: str
    speaks: str


@dataclass(frozen=True, slots=True)
class Facet:
    """A kind with how many were found of it."""

    kind: str
    nouns: Promise | str
    number: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What was found. `meant` is what was searched for instead, where a word was found nowhere; `missing` are words found nowhere.

    `some`: no document has all the words, these have most of them.
    """

    line: str
    meant: str
    hits: tuple[Hit, ...]
    facets: tuple[Facet, ...]
    number: int
    total: int
    page: int
    pages: int
    some: bool
    missing: tuple[str, ...]
    asked: bool


def find(line: str, *, visible_to: Doer, language: str, kind: str = "", page: int = 1, using: str = DEFAULT_DB_ALIAS) -> Found:
    """Find what the doer may find, with a fixed number of questions to the database."""
    asks = question(line, language)
    if not asks.words:
        return Found(asks.line, "", (), (), 0, 0, 1, 1, False, (), False)
    asker = Asker(sorted(held_by(visible_to)), language)
    meant, count = _understood(asks, asker, using=using)
    found = _page(meant, count, asker, kind=kind, page=page, using=using)
    return found if meant is asks else replace(found, meant=" ".join(meant.words))


def every(line: str, *, visible_to: Doer, language: str, using: str = DEFAULT_DB_ALIAS, most: int = 1_000) -> list[int]:
    """Return the numbers of all documents that are found, the best first: for measuring."""
    asks, asker = question(line, language), Asker(sorted(held_by(visible_to)), language)
    if not asks.words:
        return []
    meant, count = _understood(asks, asker, using=using)
    return ranked(connections[using], meant, asker, words=count.most, kind="", first=0, most=most) if count.most else []


def _understood(asks: Question, asker: Asker, *, using: str) -> tuple[Question, Counted]:
    """Return the question, with other words for those that are found nowhere if such can be found, and what it counts."""
    count = counted(connections[using], asks, asker)
    instead = _instead(asks, count, asker, using=using)
    return (instead, counted(connections[using], instead, asker)) if instead else (asks, count)


def _page(asks: Question, count: Counted, asker: Asker, *, kind: str, page: int, using: str) -> Found:
    kinds = count.kinds()
    kind = kind if kind in kinds else ""
    number = kinds[kind] if kind else sum(kinds.values())
    pages = max(1, min(MOST_PAGES, -(-number // ON_A_PAGE)))
    page = min(max(1, page), pages)
    rows = _documents(
        ranked(connections[using], asks, asker, words=count.most, kind=kind, first=(page - 1) * ON_A_PAGE, most=ON_A_PAGE) if number else [], using=using
    )
    missing = tuple(word for place, word in enumerate(asks.words) if not count.of_word.get(place))
    return Found(
        asks.line, "", tuple(_hit(one, asks) for one in rows), _facets(kinds, kind), number, sum(kinds.values()), page, pages,
        0 < count.most < len(asks.words), missing, True,
    )


def _documents(numbers: list[int], *, using: str) -> list[Document]:
    by_number = Document.objects.using(using).in_bulk(numbers) if numbers else {}
    return [by_number[number] for number in numbers if number in by_number]


def _facets(kinds: dict[str, int], chosen: str) -> tuple[Facet, ...]:
    return tuple(Facet(one.kind, one.nouns, kinds[one.kind], one.kind == chosen) for one in documents if kinds.get(one.kind))


def _hit(one: Document, asks: Question) -> Hit:
    source = documents.get(one.kind)
    url = reverse(one.url_name, args=one.url_args) if one.url_name else one.path
    return Hit(
        one.ref, tuple(marked(one.title, one.language, asks)), tuple(excerpt(one.lead, one.text, one.language, asks)),
        source.noun if source else "", url, one.language, SPOKEN.get(one.language, one.language),
    )


def _instead(asks: Question, count: Counted, asker: Asker, *, using: str) -> Question | None:
    """Return the question with other words for those that are found nowhere, if such can be found."""
    missing = [word for place, word in enumerate(asks.words) if not count.of_word.get(place)]
    proposals = [meant(word, using=using) for word in missing]
    every = list(dict.fromkeys(word for words in proposals for word in words))
    if not every:
        return None
    spread = counted(connections[using], of_words("", every, asker.language, together=False), asker).of_word
    found = first_each(proposals, {word: spread.get(place, 0) for place, word in enumerate(every)})
    if not any(found):
        return None
    other = dict(zip(missing, found, strict=True))
    return of_words(asks.line, [other.get(word) or word for word in asks.words], asker.language)
