"""How the house says no: always with a sentence that the user can read."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Refusal(Exception):
    """Something may not be done; `sentence` is shown to the user, `status` is the HTTP answer.

    Raised by rules and commands; a middleware in `ui` turns it into a page (or a fragment for htmx).
    """

    status = 403

    def __init__(self, sentence: str | Promise, *, status: int | None = None) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence
        if status is not None:
            self.status = status


class Invalid(Refusal):
    """What came in cannot be used as it is (422)."""

    status = 422


class Expired(Refusal):
    """The page was open for so long that its key, and perhaps the session, ran out (403). Sending again helps."""


class Missing(Refusal):
    """There is nothing here, or nothing that this doer may know of (404)."""

    status = 404

    def __init__(self, sentence: str | Promise = "") -> None:
        super().__init__(sentence or _("There is nothing at this address. It may have moved, or a letter is missing."))


class Gone(Refusal):
    """It was here once, and was closed, withdrawn or handed over (410)."""

    status = 410


class Conflict(Refusal):
    """The state does not allow it any longer (409)."""

    status = 409


class Stale(Conflict):
    """Somebody saved in between. Carries both texts, field by field: `mine` and `theirs`."""

    def __init__(
        self, sentence: str | Promise, *, mine: dict[str, str], theirs: dict[str, str], version: int
    ) -> None:
        super().__init__(sentence)
        self.mine = mine
        self.theirs = theirs
        self.version = version


class TooMany(Refusal):
    """Too many tries in a short time (429)."""

    status = 429


class Busy(Refusal):
    """So many saved at the same time that this one did not get its turn (503). Nothing was written; sending again helps."""

    status = 503

    def __init__(self, sentence: str | Promise = "") -> None:
        super().__init__(sentence or _("Very many are saving right now, so this did not get its turn. Nothing is lost: wait a moment and send it again."))
