"""Files that are made once and kept for a while: each can be made again, so the old ones go."""

from __future__ import annotations

import datetime as dt

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from samskaper.foundation import clock


def keep(path: str, content: bytes) -> str:
    """Keep a file under this very name, and return it. Where another process was faster by a moment, its file stays."""
    written = default_storage.save(path, ContentFile(content))
    if written != path:
        default_storage.delete(written)
    return path


def let_go(folder: str, *, after: dt.timedelta) -> int:
    """Delete the files of a folder that were made longer ago than this. Returns how many."""
    if not default_storage.exists(folder):
        return 0
    limit = clock.now() - after
    old = [name for name in default_storage.listdir(folder)[1] if default_storage.get_modified_time(f"{folder}/{name}") < limit]
    for name in old:
        default_storage.delete(f"{folder}/{name}")
    return len(old)
