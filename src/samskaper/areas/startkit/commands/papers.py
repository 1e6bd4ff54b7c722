"""Making papers, and keeping them until their words change. Those of the newest edition are made before anybody asks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from samskaper.areas.startkit.queries.papers import KEPT, current_papers, is_made, path_of
from samskaper.areas.startkit.rules.papers import Paper, makers
from samskaper.foundation.keeping import keep, let_go
from samskaper.foundation.refusals import Busy, Refusal
from samskaper.ui.paper import NoPdfHere

KEPT_FOR = dt.timedelta(days=60)  # what was made longer ago is deleted; who asks for it after that waits two seconds
PATIENCE = 12.0  # seconds that somebody waits for others' papers
WAITING = 2  # who may wait: of the four threads of a process one is left for those who only read
AHEAD = 2  # papers that are made in a round
_making = BoundedSemaphore(1)  # a paper takes a processor and 60 MB while it is set
_places = BoundedSemaphore(1 + WAITING)


def made(what: Paper) -> str:
    """Return where a paper lies, made if it is not there. One is made at a time; two processes that make the same write the same.

    Raises Busy when too many are asked for at once, and Refusal (503) on a machine that cannot make PDF files.
    """
    path = path_of(what)
    if default_storage.exists(path):
        return path
    with _turn(_places, 0), _turn(_making, PATIENCE):
        return path if default_storage.exists(path) else keep(path, _make(what))


def proof(what: Paper) -> bytes:
    """Return a paper that is kept nowhere, since only editors may see it. Raises as `made` does."""
    with _turn(_places, 0), _turn(_making, PATIENCE):
        return _make(what)


@contextmanager
def _turn(among: BoundedSemaphore, patience: float) -> Iterator[None]:
    if not among.acquire(timeout=patience):
        raise Busy(_("Many want something on paper right now. Wait half a minute, and press again."))
    try:
        yield
    finally:
        among.release()


def _make(what: Paper) -> bytes:
    make = makers.get(what.form)
    if make is None:
        raise LookupError(f"nobody makes {what.form}")
    try:
        return make(what)
    except NoPdfHere:
        said = _("This machine cannot make PDF files yet: it lacks Pango. The page of the method can be printed from the browser.")
        raise Refusal(said, status=503) from None


def make_ahead() -> int:
    """Make a few papers of the newest edition that nobody has asked for yet. Returns how many."""
    done = 0
    for one in current_papers():
        if done >= AHEAD:
            break
        if not is_made(one):
            try:
                made(one)
            except Refusal:  # this machine makes none
                break
            done += 1
    return done


def tidy_papers() -> int:
    """Delete papers that were made long ago. Returns how many."""
    return let_go(KEPT, after=KEPT_FOR)
