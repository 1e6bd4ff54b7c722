"""Every door of the house and who may use it. A pattern that is not named here makes the tests red.

The roles are those of `samskaper check-seed`: two organisations A and B with the same roles, and somebody without
an account. All records in the addresses belong to A.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

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
    """Who may read (GET) and who may write (POST) at a pattern; `args` names the seed's ids that fill it.

    `why` says what cannot be seen from the roles, such as a secret in the address.
    """

    read: frozenset[str] = NOBODY
    write: frozenset[str] = NOBODY
    args: tuple[str, ...] = ()
    query: str = ""
    why: str = ""
    fields: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Walk:
    """A pattern with its address in the seed and its door."""

    name: str
    path: str
    door: Door
