"""Keeping the index true."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace

from django.db import DEFAULT_DB_ALIAS, connections, transaction

from samskaper.commons.search import analyser
from samskaper.commons.search.engines import PLACES, engine_of
from samskaper.commons.search.models import Built, Document, Known, Reader
from samskaper.commons.search.register import Source, Text, documents
from samskaper.foundation import clock
from samskaper.foundation.events import Event
from samskaper.foundation.refs import Ref

AT_ONCE = 200  # records read together
LONGEST_TITLE = 400
SHORT = 2  # words that say something in a title which is about hardly anything else
OFTEN = 3  # times that a text says a word, from which it is about it
NORDIC = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})
_resting: ContextVar[bool] = ContextVar("index rests", default=False)


@contextmanager
def resting() -> Iterator[None]:
    """Let the index rest while much is written at once; whoever does so builds it anew afterwards."""
    was = _resting.set(True)
    try:
        yield
    finally:
        _resting.reset(was)


def follow(event: Event) -> None:
    """Read again what a fact may have changed, in its transaction."""
    if _resting.get():
        return
    for source in documents:
        if touched := sorted(set(source.touched(event))):
            read(source, touched)


def read(source: Source, ids: Sequence[int], *, using: str = DEFAULT_DB_ALIAS) -> int:
    """Bring the documents of these records up to date. Returns how many changed."""
    if not ids:
        return 0
    with transaction.atomic(using=using):
        return settle(source.kind, ids, source.texts(ids), using=using)


def settle(kind: str, ids: Sequence[int], texts: Iterable[Text], *, using: str = DEFAULT_DB_ALIAS) -> int:
    """Let these texts be all that is found of these records. Returns how many documents changed."""
    kept = {(one.ref_id, one.part, one.language): one for one in Document.objects.using(using).filter(kind=kind, ref_id__in=ids).defer("text")}
    changed = 0
    for text in texts:
        there = kept.pop((text.ref.id, text.part, text.language), None)
        if there is None or there.seal != _seal(text):
            _write(kind, text, there, using=using)
            changed += 1
    _drop([one.pk for one in kept.values()], using=using)
    return changed + len(kept)


def forget(refs: Iterable[Ref], *, using: str = DEFAULT_DB_ALIAS) -> None:
    """Let nobody find these records any more."""
    for ref in refs:
        _drop(list(Document.objects.using(using).filter(ref_kind=ref.kind, ref_id=ref.id).values_list("pk", flat=True)), using=using)


def rebuild(say: Callable[[str], object] = lambda line: None, *, only_if_old: bool = False) -> int:
    """Read everything again, some hundred records at a time. Returns how many documents changed."""
    if only_if_old and Built.objects.filter(analyser=analyser.ANALYSER).exists():
        return 0
    changed = 0
    for source in documents:
        ids = sorted(set(source.every()))
        for start in range(0, len(ids), AT_ONCE):
            changed += read(source, ids[start : start + AT_ONCE])
            say(f"{source.kind}: {min(start + AT_ONCE, len(ids))} / {len(ids)}")
        changed += _drop_others(source.kind, set(ids))
    _drop(list(Document.objects.exclude(kind__in=documents.keys()).values_list("pk", flat=True)))
    Built.objects.update_or_create(pk=1, defaults={"analyser": analyser.ANALYSER, "at": clock.now()})
    return changed


def read_laid() -> int:
    """Read what is laid when the system is brought up to date. Returns how many documents changed."""
    changed = 0
    for source in documents:
        if source.laid:
            ids = sorted(set(source.every()))
            changed += read(source, ids) + _drop_others(source.kind, set(ids))
    return changed


def _drop_others(kind: str, ids: set[int]) -> int:
    rows = Document.objects.filter(kind=kind).values_list("pk", "ref_id")
    others = [number for number, record in rows if record not in ids]
    for start in range(0, len(others), AT_ONCE):
        with transaction.atomic():
            _drop(others[start : start + AT_ONCE])
    return len(others)


def _seal(text: Text) -> str:
    """Return what is equal for equal documents, read by the same analyser."""
    return hashlib.sha256(repr((analyser.ANALYSER, replace(text, readers=None), text.readers is None, sorted(text.readers or ()))).encode()).hexdigest()


def _write(kind: str, text: Text, there: Document | None, *, using: str) -> None:
    title = text.title[:LONGEST_TITLE]
    one = there or Document(kind=kind, ref_kind=text.ref.kind, ref_id=text.ref.id, part=text.part, language=text.language)
    before = _words(one) if there else set()
    one.bundle, one.title, one.lead, one.text = text.bundle or f"{text.ref}#{text.part}", title, text.lead, text.text
    one.url_name, one.url_args, one.path = text.url_name, list(text.args), text.path
    one.everybody, one.until, one.sort, one.seal = text.readers is None, text.until, title.casefold().translate(NORDIC)[:LONGEST_TITLE], _seal(text)
    one.save(using=using)
    one.readers.using(using).all().delete()
    Reader.objects.using(using).bulk_create(Reader(document=one, token=token) for token in sorted(text.readers or ()))
    engine = engine_of(connections[using])
    with connections[using].cursor() as cursor:
        if there:
            cursor.execute(*engine.drop([one.pk]))
        cursor.execute(*engine.put(one.pk, sorted(keys_of(one))))
    after = _words(one)
    if after - before and _may_learn(using):
        Known.objects.using(using).bulk_create((Known(word=word) for word in sorted(after - before)), ignore_conflicts=True)
    _forget_words(before - after, using=using)


def _may_learn(using: str) -> bool:
    """Whether this transaction may write down new words. If another does so right now, these are learnt when the index is built anew."""
    if not (asks := engine_of(connections[using]).learns):
        return True
    with connections[using].cursor() as cursor:
        cursor.execute(asks)
        return bool(cursor.fetchone()[0])


def _drop(numbers: Sequence[int], *, using: str = DEFAULT_DB_ALIAS) -> None:
    if not numbers:
        return
    gone = Document.objects.using(using).filter(pk__in=numbers)
    words = {word for one in gone for word in _words(one)}
    with connections[using].cursor() as cursor:
        cursor.execute(*engine_of(connections[using]).drop(numbers))
    gone.delete()
    _forget_words(words, using=using)


def keys_of(document: Document) -> set[str]:
    """Return every key of a document, each behind the letter of where it stands best; see PLACES."""
    found: dict[str, str] = {}
    title = list(analyser.spoken(document.title, document.language))
    small = [one for one in analyser.spoken(document.title, "", every=True) if one not in title]
    for place, words in (("h" if len(title) <= SHORT else "t", title), ("l", analyser.spoken(document.lead, document.language))):
        for one in words:
            for key in one.keys.every:
                found.setdefault(key, place)
    for one in small:  # so that «how might we» is found, which says nothing else
        found |= {key: found.get(key, "t") for key in one.keys.exact}
    times: dict[str, int] = {}
    for one in analyser.spoken(document.text, document.language):
        for key in one.keys.every:
            times[key] = times.get(key, 0) + 1
    for key, number in times.items():
        found.setdefault(key, "m" if number >= OFTEN else "b")
    return {place + key for key, place in found.items()}


def _words(document: Document) -> set[str]:
    """Return the words of a document that a slip of the finger may be meant for."""
    texts = (document.title, document.lead, document.text)
    return {one.folded for text in texts for one in analyser.spoken(text, document.language) if len(one.folded) > 2 and one.folded.isalpha()}


def _forget_words(words: set[str], *, using: str) -> None:
    """Forget the words that no document holds any more."""
    engine = engine_of(connections[using])
    gone = []
    with connections[using].cursor() as cursor:
        for word in sorted(words):
            sql, values = engine.having([f"{place}x{word}" for place in PLACES], "1")
            cursor.execute(f"{sql} LIMIT 1", values)
            if cursor.fetchone() is None:
                gone.append(word)
    Known.objects.using(using).filter(word__in=gone).delete()
