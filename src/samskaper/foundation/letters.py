"""Letters that leave from below the outbox: `people` posts them here, `commons.mail` hears them and sends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from samskaper.foundation.refs import Ref


@dataclass(frozen=True, slots=True)
class Address:
    """Whom a letter goes to. `language` is the one that it is written in; `person` the id, where there is one."""

    email: str
    name: str = ""
    language: str = "nb"
    person: int | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a letter."""

    name: str
    content_type: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A letter to be written: see `samskaper.commons.mail.commands.send`, which has the same words.

    `key` is unique: a second letter with the same key is not written. `template` is a text whose first line is the
    subject. `stoppable` names what the receiver may unsubscribe from ("" for letters that somebody asked for).
    """

    to: Address
    template: str
    context: dict[str, Any]
    about: Ref
    key: str
    owner: int | None = None
    attachments: Sequence[Attachment] = field(default_factory=tuple)
    stoppable: str = ""


class Postman(Protocol):
    """Takes a letter and the Doer who wrote it; writes it down in the caller's transaction."""

    def __call__(self, letter: Post, *, by: Any) -> object: ...


_postmen: list[Postman] = []


def post(letter: Post, *, by: object) -> None:
    """Hand a letter over to the outbox. Raises LookupError when nobody takes letters (the outbox is not installed)."""
    if not _postmen:
        raise LookupError("Nobody takes letters: commons.mail registers itself with foundation.letters.carry")
    for postman in _postmen:
        postman(letter, by=by)


def carry(postman: Postman) -> Postman:
    """Register who takes letters; `commons.mail` does, in its face."""
    _postmen.append(postman)
    return postman
