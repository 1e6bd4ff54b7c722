"""On whose behalf something is done: an account's person, the bearer of a link, a guest, or the system itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from samskaper.foundation.refs import Ref


class DoerKind(StrEnum):
    PERSON = "person"
    BEARER = "bearer"
    GUEST = "guest"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Held:
    """A role held today: organisation id and role."""

    organisation: int
    role: str


@dataclass(frozen=True, slots=True)
class Doer:
    """Who acts. `roles` are those held today. `link` is what a bearer's link opens: (purpose, subject)."""

    kind: DoerKind
    person: int | None = None
    name: str = ""
    roles: frozenset[Held] = field(default_factory=frozenset)
    link: tuple[str, Ref] | None = None

    @property
    def is_guest(self) -> bool:
        """True for somebody about whom nothing is known."""
        return self.kind is DoerKind.GUEST

    @property
    def is_system(self) -> bool:
        """True for the worker and the command line."""
        return self.kind is DoerKind.SYSTEM

    def organisations(self, *roles: str) -> frozenset[int]:
        """Return the ids of the organisations in which one of these roles (any role if none is named) is held."""
        return frozenset(held.organisation for held in self.roles if not roles or held.role in roles)

    def holds(self, organisation: int | None, *roles: str) -> bool:
        """Return whether one of these roles is held in this organisation."""
        return organisation is not None and organisation in self.organisations(*roles)

    def bears(self, purpose: str, subject: Ref) -> bool:
        """Return whether the doer came by a link of this purpose to this very record."""
        return self.link == (purpose, subject)


GUEST = Doer(DoerKind.GUEST)
SYSTEM = Doer(DoerKind.SYSTEM, name="Samskaper")
