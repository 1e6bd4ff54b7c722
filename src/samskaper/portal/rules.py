"""Who may see the pages that join areas."""

from __future__ import annotations

from django.http import Http404

from samskaper.portal.queries import demonstration_is_loaded


def must_be_demonstration() -> None:
    """The pages of the demonstration do not exist elsewhere (404)."""
    if not demonstration_is_loaded():
        raise Http404
