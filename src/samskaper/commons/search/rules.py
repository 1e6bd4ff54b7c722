"""Who finds what: a document names the tokens that open it, a doer holds tokens."""

from __future__ import annotations

from collections.abc import Iterable

from samskaper.commons.people.doer import Doer

MOST_SIGNS = 200  # of a question; nobody reads a longer one
MOST_WORDS = 8


def of_organisation(organisation: int) -> str:
    """The token of whoever has a role in an organisation."""
    return f"o{organisation}"


def of_role(organisation: int, role: str) -> str:
    """The token of whoever has this role in this organisation."""
    return f"o{organisation}:{role}"


def of_role_anywhere(role: str) -> str:
    """The token of whoever has this role in some organisation."""
    return f"any:{role}"


def of_person(person: int) -> str:
    """The token of one person."""
    return f"p{person}"


def of_roles(organisation: int | None, roles: Iterable[str]) -> frozenset[str]:
    """The tokens of whoever has one of these roles in this organisation; nobody's where there is none."""
    return frozenset(of_role(organisation, role) for role in roles) if organisation else frozenset()


def held_by(doer: Doer) -> frozenset[str]:
    """Return the tokens that a doer holds today. Guests, bearers of links and the system hold none: they find what everybody finds."""
    if doer.person is None:
        return frozenset()
    tokens = {of_person(doer.person)}
    for held in doer.roles:
        tokens |= {of_organisation(held.organisation), of_role(held.organisation, held.role), of_role_anywhere(held.role)}
    return frozenset(tokens)
