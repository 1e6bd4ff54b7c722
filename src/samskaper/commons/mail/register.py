"""What letters may be about that their receivers can unsubscribe from; faces of higher floors write in it."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from samskaper.foundation.registers import Register

purposes: Register[Promise | str] = Register("purposes of letters")
"""The words for each `stoppable`, as they stand after “no more letters about”: "course series and gatherings"."""


def words_for(purpose: str) -> str:
    """Return what letters of this purpose are about."""
    return str(purposes.get(purpose) or _("this"))
