"""The guide that is open during a conversation: the words of the method's page, which editors write."""

from __future__ import annotations

from django.utils.translation import get_language

from samskaper.editorial.queries import Guide, guide

METHOD = "exploratory-conversation"  # the last part of the page's address


def talking_guide() -> Guide | None:
    """Return the guide in the language on screen, or None when its page is not published in it."""
    return guide(METHOD, get_language() or "")
