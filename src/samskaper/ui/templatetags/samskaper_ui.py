"""Template tags that every template has without loading them."""

from __future__ import annotations

import secrets

from django import template

register = template.Library()


@register.simple_tag
def once_key() -> str:
    """Return a fresh key, so that this form counts once however often it is sent."""
    return secrets.token_urlsafe(18)
