"""What can be found: each area says in its face what documents it has, and this floor keeps the index true to them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise

from samskaper.foundation.events import Event
from samskaper.foundation.refs import Ref
from samskaper.foundation.registers import Register


@dataclass(frozen=True, slots=True)
class Text:
    """A document to be found: what it says, in which language, where it stands, and who may find it.

    `readers` are tokens of `rules.py`; None is everybody, also without an account. `bundle` holds translations together
    (by default every record is a bundle of its own). The address is the name of a pattern with its `args`, or a `path`.
    Nobody finds it after `until`.
    """

    ref: Ref
    language: str
    title: str
    lead: str = ""
    text: str = ""
    readers: frozenset[str] | None = frozenset()
    url_name: str = ""
    args: tuple[int | str, ...] = ()
    path: str = ""
    bundle: str = ""
    part: str = ""
    until: dt.datetime | None = None


Texts = Callable[[Iterable[int]], Iterable[Text]]
Touched = Callable[[Event], Iterable[int]]


@dataclass(frozen=True, slots=True)
class Source:
    """A kind of document.

    `texts` returns the documents of these records, and none of a record that is gone or that nobody may find; `every` the
    ids of all. Facts whose subject is of this `kind` have the record read again at once; `follows` says which records a
    fact about another kind touches. `noun` is one, `nouns` are many. `laid`: records of this kind are laid without a fact when
    the system is brought up to date, and are read again then.
    """

    kind: str
    noun: Promise | str
    nouns: Promise | str
    texts: Texts
    every: Callable[[], Iterable[int]]
    follows: Mapping[str, Touched] = field(default_factory=dict)
    laid: bool = False

    def touched(self, event: Event) -> Iterable[int]:
        """Return the records of this kind that a fact may have changed."""
        if event.subject.kind == self.kind:
            return (event.subject.id,)
        follow = self.follows.get(event.subject.kind)
        return follow(event) if follow else ()


documents: Register[Source] = Register("search documents")


def found(*sources: Source) -> None:
    """Say that these can be found."""
    for source in sources:
        documents.add(source.kind, source)
