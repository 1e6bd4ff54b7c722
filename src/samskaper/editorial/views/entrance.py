"""The editors' tool opens on the day that a role begins, also before the worker has come round."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import gettext as _

from samskaper.editorial.commands import settle_editors
from samskaper.foundation.refusals import Refusal

OPENS = "wagtailadmin.access_admin"


def may_enter(request: HttpRequest) -> bool:
    """Whether the tool is open to an editor of today. False: it has just been opened, and is asked for once more.

    Raises Refusal when it cannot be opened, rather than let the tool send somebody who has signed in back to sign in.
    """
    if request.user.has_perm(OPENS):
        return True
    if not settle_editors():
        raise Refusal(_("The editors' tool does not know you as an editor. Ask those who run the site."))
    return False
