"""What the worker does for the portal."""

from __future__ import annotations


def move_demonstration() -> int:
    """Move the demonstration along with the days. Its code is loaded when the worker asks, and never for a page."""
    from samskaper.portal.demonstration.commands import move_along

    return move_along()
