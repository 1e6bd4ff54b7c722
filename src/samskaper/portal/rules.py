"""Who may see the pages that join areas."""

from __future__ import annotations

from samskaper.commons.people.models import Installation
from samskaper.foundation.refusals import Missing


def is_demonstration(here: Installation) -> bool:
    """Whether this installation shows the demonstration."""
    return here.demo_loaded is not None


def must_be_demonstration(here: Installation) -> None:
    """The pages of the demonstration do not exist elsewhere."""
    if not is_demonstration(here):
        raise Missing
