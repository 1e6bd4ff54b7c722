"""The register of kinds: what a record is called and where it lives, asked by those who hold only a Ref."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise

from samskaper.foundation.refs import Ref
from samskaper.foundation.registers import Register


@dataclass(frozen=True, slots=True)
class Card:
    """What may be shown of a record to somebody: its title, its address and one line about it. `done`: it is over."""

    ref: Ref
    title: str
    url: str
    note: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record.

    `cards` returns the cards of those ids that the doer may see, keyed by id, with a fixed number of queries.
    `knot` is its place on the thread: plan, gathering, conversation, challenge, initiative, practice or "".
    """

    key: str
    noun: Promise | str
    cards: Callable[[Iterable[int], object], dict[int, Card]]
    knot: str = ""


kinds: Register[Kind] = Register("kinds")


def cards_of(refs: Iterable[Ref], *, visible_to: object) -> dict[Ref, Card]:
    """Return the cards that `visible_to` (a Doer) may see among `refs`; one call per kind."""
    by_kind: dict[str, set[int]] = {}
    for ref in refs:
        by_kind.setdefault(ref.kind, set()).add(ref.id)
    found: dict[Ref, Card] = {}
    for key, ids in by_kind.items():
        kind = kinds.get(key)
        if kind:
            found.update({Ref(key, number): card for number, card in kind.cards(ids, visible_to).items()})
    return found
