"""Names of files that leave the house."""

from __future__ import annotations

from django.utils.text import slugify


def file_name(key: str) -> str:
    """Return the name of a method's files: its key in plain letters."""
    return slugify(key) or f"m-{key.encode().hex()[:40]}"
