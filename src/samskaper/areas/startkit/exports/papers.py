"""What of a method is put on paper: which file, what it is called, and a name for exactly this content."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from pathlib import Path

from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext as _

from samskaper.areas.startkit.exports.sheets import Imprint, address_of, drawn
from samskaper.editorial.texts import MethodText

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class Form(StrEnum):
    """What can be made of a method."""

    SHEET = "sheet.pdf"
    POSTER = "poster.pdf"
    WORD = "sheet.docx"


@dataclass(frozen=True)
class Paper:
    """A method in one form, edition and language, before it is made."""

    form: Form
    method: MethodText
    imprint: Imprint

    @property
    def kind(self) -> str:
        """The ending of its file."""
        return self.form.rpartition(".")[2]

    @property
    def content_type(self) -> str:
        """What a browser is told that it is."""
        return WORD if self.kind == "docx" else "application/pdf"

    @property
    def name(self) -> str:
        """What its file is called, in its own language: avstemming-med-prikker-utgave-2."""
        with translation.override(self.method.language):
            words = _("poster") if self.form is Form.POSTER else ""
            edition = _("edition %d") % self.imprint.edition if self.imprint.edition else _("draft")
        return slugify(f"{self.method.title[:60]} {words} {edition}", allow_unicode=True)

    @cached_property
    def fingerprint(self) -> str:
        """A name for its content: what says the same in the same clothes is the same file."""
        said = json.dumps([self.form, self.method.as_json(), self.imprint.edition, self.imprint.year, self.imprint.library], ensure_ascii=False, sort_keys=True)
        parts = (said, address_of(self.method, self.imprint), drawn(self.method.key), _clothes())
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:40]

    def made(self) -> bytes:
        """Make it. Raises NoPdfHere for a PDF on a machine without Pango."""
        return _maker(self.form)(self.method, self.imprint)


def _maker(form: Form) -> Callable[[MethodText, Imprint], bytes]:
    """What makes a form is loaded by who asks for it: a start of the web server need not wait for it."""
    if form is Form.WORD:
        from samskaper.areas.startkit.exports.documents import method_docx

        return method_docx
    from samskaper.areas.startkit.exports import posters, sheets

    return posters.poster_pdf if form is Form.POSTER else sheets.sheet_pdf


@lru_cache(maxsize=1)
def _clothes() -> str:
    """Return a digest of all that a paper has besides its words, so that a house that changed makes it anew."""
    kit = Path(__file__).parent.parent
    house = kit.parent.parent
    files = [
        *sorted((kit / "papers").glob("*")), *sorted((kit / "templates/startkit").glob("*.html")), *sorted(kit.glob("exports/*.py")),
        *sorted(kit.glob("rules/*.py")), *sorted(kit.glob("locale/*/LC_MESSAGES/*.mo")), *sorted(house.glob("editorial/locale/*/LC_MESSAGES/*.mo")),
        *sorted(house.glob("ui/static/ui/letters/*")), house / "ui/paper.py",
    ]
    return hashlib.sha256(b"".join(hashlib.sha256(file.read_bytes()).digest() for file in files if file.is_file())).hexdigest()
