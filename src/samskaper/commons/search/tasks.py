"""What the worker does for search."""

from __future__ import annotations

import logging

from samskaper.commons.search import commands

log = logging.getLogger("samskaper.search")


def build_when_old() -> int:
    """Build the index when there is none, or when words are understood in another way than when it was built."""
    return commands.rebuild(log.info, only_if_old=True)
