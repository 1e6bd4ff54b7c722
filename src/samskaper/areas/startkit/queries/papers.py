"""What of the kit there is on paper, and the ways to it."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils.translation import gettext as _

from samskaper.areas.startkit.models import Edition
from samskaper.areas.startkit.queries.editions import coming, current, find, text_in
from samskaper.areas.startkit.rules.papers import Form, Imprint, Paper
from samskaper.areas.startkit.rules.posters import WRITTEN_ON, has_poster
from samskaper.areas.startkit.rules.sheets import is_whole
from samskaper.commons.people.queries import installation
from samskaper.editorial.queries import manuscript, method_text, method_texts
from samskaper.editorial.register import MethodWay
from samskaper.editorial.texts import MethodText
from samskaper.ui.days import here

KEPT = "kit/papers"
LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)


def paper(form: Form, number: int, key: str, language: str) -> Paper | None:
    """Return a method on paper as it reads in a launched edition. None where it is not in it, or has nothing for the wall."""
    edition = find(number)
    method = text_in(edition, key, language) if edition else None
    if edition is None or method is None or not is_whole(method) or (form is Form.POSTER and not has_poster(method)):
        return None
    return Paper(form, method, imprint_of(edition))


def imprint_of(edition: Edition) -> Imprint:
    """Return what stands in the corners of an edition's papers."""
    return Imprint(edition.number, here(edition.launched).year if edition.launched else 0, str(installation()))


def proof(key: str, language: str) -> Paper | None:
    """Return the sheet of a method's last draft, for those who may read drafts. None where it lacks what a sheet takes."""
    method, edition = manuscript(key, language), coming() or current()
    if method is None or edition is None or not is_whole(method):
        return None
    return Paper(Form.SHEET, method, Imprint(edition.number, 0, str(installation()), draft=True))


def path_of(what: Paper) -> str:
    """Return where a paper lies when it is made."""
    return f"{KEPT}/{what.fingerprint}.{what.kind}"


def is_made(what: Paper) -> bool:
    """Whether somebody has asked for it before."""
    return bool(default_storage.exists(path_of(what)))


def current_papers() -> Iterator[Paper]:
    """Yield what most will ask for: the sheets of the current edition in every language, and then its posters."""
    edition = current()
    if edition is None:
        return
    imprint, methods = imprint_of(edition), [method for language in LANGUAGES for method in method_texts(language) if is_whole(method)]
    yield from (Paper(Form.SHEET, method, imprint) for method in methods)
    yield from (Paper(Form.POSTER, method, imprint) for method in methods if has_poster(method))


def has_sheet(key: str, language: str) -> bool:
    """Whether a published method has what its sheet takes: steps that each say something."""
    method = method_text(key, language)
    return method is not None and is_whole(method)


def on_paper(method: MethodText) -> Iterator[MethodWay]:
    """Offer a method on paper: its sheet first, what hangs on the wall, and a file for Word."""
    edition = current()
    if edition is None or not is_whole(method):
        return
    where = [edition.number, method.key]
    yield MethodWay(_("Print the sheet"), reverse("startkit:sheet", args=where), icon="print", order=10)
    if has_poster(method):
        words = _("Print the sheet with boxes") if method.key in WRITTEN_ON else _("Print the poster in A3")
        yield MethodWay(words, reverse("startkit:poster", args=where), icon="print", order=34)
    yield MethodWay(_("Change it in Word"), reverse("startkit:word", args=where), icon="edit", order=36)
