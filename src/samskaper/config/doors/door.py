"""What a door is, and the roles of `samskaper check-seed` that stand before it."""

from __future__ import annotations

from dataclasses import dataclass

SIDES = ("a", "b")
ROLES = ("adviser", "leader", "staff", "participant", "editor", "planner", "representative", "reader")
GUEST = frozenset({"guest"})
SIGNED_IN = frozenset(f"{role}_{side}" for role in ROLES for side in SIDES)
EVERYBODY = GUEST | SIGNED_IN
NOBODY: frozenset[str] = frozenset()


def of_a(*roles: str) -> frozenset[str]:
    """Return these roles of organisation A."""
    return frozenset(f"{role}_a" for role in roles)


def of_both(*roles: str) -> frozenset[str]:
    """Return these roles of both organisations."""
    return frozenset(f"{role}_{side}" for role in roles for side in SIDES)


@dataclass(frozen=True, slots=True)
class Door:
    """Who may read (GET, HEAD) and who may write (POST) at a pattern.

    `args` are the seed's names for what stands in the address, all of side A; `more` are further fillings that show
    the same door in another state. A text of digits or after a quote ("'attended") stands for itself. `query` follows the
    address, with the seed's names in braces. `why` says what cannot be seen from the roles, such as a secret in the address.
    """

    read: frozenset[str] = NOBODY
    write: frozenset[str] = NOBODY
    args: tuple[str, ...] = ()
    more: tuple[tuple[str, ...], ...] = ()
    query: str = ""
    why: str = ""

    def fillings(self) -> tuple[tuple[str, ...], ...]:
        """Return every way to fill the address."""
        return (self.args, *self.more)


@dataclass(frozen=True, slots=True)
class Walk:
    """A pattern with its address in the seed and its door."""

    name: str
    path: str
    door: Door
