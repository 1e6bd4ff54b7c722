"""The two addresses of a plan for a meeting: one that changes it, one that only reads."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass

from django.conf import settings

from samskaper.commons.people.queries.links import digest_of

WRITE, READ = "startkit.plan", "startkit.plan.read"  # what the bearer of an address may


@dataclass(frozen=True, slots=True)
class Keys:
    """The secrets in the two addresses (192 bits each). Neither tells the other."""

    write: str
    read: str

    @property
    def digests(self) -> dict[str, str]:
        """What the table keeps of them."""
        return {"digest": digest_of(self.write), "reading_digest": digest_of(self.read)}


def new_nonce() -> str:
    """Return what the addresses of a new plan follow from."""
    return secrets.token_urlsafe(24)


def keys_of(nonce: str) -> Keys:
    """Return the secrets that follow from a plan's nonce. Who has the table alone cannot reckon them."""
    return Keys(_key(WRITE, nonce), _key(READ, nonce))


def _key(purpose: str, nonce: str) -> str:
    mark = hmac.new(settings.SECRET_KEY.encode(), f"{purpose}\x1f{nonce}".encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(mark[:24]).decode()
