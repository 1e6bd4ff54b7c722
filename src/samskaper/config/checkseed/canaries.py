"""Canaries: unguessable words in every field that is private or limited, each with the roles that may see it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Canary:
    """A word that only these roles may meet, and where it was planted."""

    word: str
    where: str
    roles: frozenset[str]


@dataclass
class Cage:
    """The canaries of one side."""

    side: str
    birds: list[Canary] = field(default_factory=list)

    def plant(self, where: str, *roles: str) -> str:
        """Return a new word for this field; only these roles of the same side may ever see it."""
        word = f"kanari{self.side}{secrets.token_hex(6)}"
        self.birds.append(Canary(word, where, frozenset(f"{role}_{self.side}" for role in roles)))
        return word
