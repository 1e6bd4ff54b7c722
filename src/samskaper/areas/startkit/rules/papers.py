"""What of a method is put on paper: of which edition, what its file is called, and a name for exactly its content."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from pathlib import Path

from django.urls import reverse
from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext as _

from samskaper.commons.mail.letters import absolute
from samskaper.editorial.drawing import has_picture, picture_file
from samskaper.editorial.texts import MethodText
from samskaper.foundation.registers import Register
from samskaper.ui.paper import coloured
from samskaper.ui.pictures import picture

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class Form(StrEnum):
    """What can be made of a method."""

    SHEET = "sheet.pdf"
    POSTER = "poster.pdf"
    WORD = "sheet.docx"


@dataclass(frozen=True, slots=True)
class Imprint:
    """Which edition a paper is of, and whose: what stands in its head and its foot. A draft is of the edition that it waits for."""

    edition: int
    year: int
    library: str
    draft: bool = False

    def words(self) -> str:
        """Return what stands in the corner: the edition, and the year in which it came."""
        if self.draft:
            return f"{_('Edition %d') % self.edition}, {_('draft')}"
        return _("Edition %(number)d, %(year)d") % {"number": self.edition, "year": self.year} if self.year else _("Edition %d") % self.edition


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
            edition = _("draft") if self.imprint.draft else _("edition %d") % self.imprint.edition
        return slugify(f"{self.method.title[:60]} {words} {edition}", allow_unicode=True)

    @cached_property
    def fingerprint(self) -> str:
        """A name for its content: what says the same in the same clothes is the same file."""
        said = json.dumps([self.form, self.method.as_json(), asdict(self.imprint)], ensure_ascii=False, sort_keys=True)
        parts = (said, address_of(self.method, self.imprint), drawn(self.method.key), _clothes())
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:40]


def address_of(method: MethodText, imprint: Imprint) -> str:
    """Return the whole address of a method in exactly this edition and language."""
    with translation.override(method.language):
        return absolute(reverse("startkit:in_edition", args=[imprint.edition, method.key]))


def drawn(key: str) -> str:
    """Return the method's picture as a file in fixed colours; the house's two who talk, where it has none of its own."""
    if has_picture(key):
        return picture_file(key)
    return coloured(picture("talk").replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


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


makers: Register[Callable[[Paper], bytes]] = Register("makers of papers")  # by form; the exports are further out than what keeps their work
