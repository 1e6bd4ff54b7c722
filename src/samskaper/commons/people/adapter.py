"""How the sign-in library speaks with us: its letters leave through our outbox."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Letters with codes go the way of every other letter."""

    def is_open_for_signup(self, request: Any) -> bool:
        """Nobody signs up apart from signing in."""
        return False
