"""What somebody can take along, before it is packed: which form, which texts, what its file is called, and a name for exactly its content."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, lru_cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext as _

from samskaper.areas.startkit.queries.volumes import Volume
from samskaper.areas.startkit.rules.leaving import file_name
from samskaper.foundation.registers import Register

LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)
Where = tuple[str, str]  # language and key of a method
Reader = Callable[[str], bytes]  # gives the content of a paper


class Form(StrEnum):
    """How something leaves the house."""

    SCORM = "scorm"
    FOLDER = "offline"


@dataclass(frozen=True)
class Package:
    """One file to take along, before it is packed. `sheets` says of papers that lie in it, by language and key, where they are kept."""

    form: Form
    volumes: tuple[Volume, ...]
    sheets: Mapping[Where, str] = field(default_factory=dict)
    films: bool = False

    @property
    def name(self) -> str:
        """What its file is called, without the ending; the folder in it is called the same."""
        first = self.volumes[0]
        with translation.override(first.language):
            kit = slugify(_("Starter kit"))
        languages = first.language if len(self.volumes) == 1 else "-".join(one.language for one in self.volumes)
        parts = (kit, str(first.edition), file_name(first.key) if first.key else "", languages, self._kind)
        return "-".join(part for part in parts if part)

    @property
    def _kind(self) -> str:
        return "scorm" if self.form is Form.SCORM else "film" if self.films else ""

    @property
    def sheets_to_come(self) -> int:
        """How many of its sheets have not been printed yet; they come along when they are."""
        return 0 if self.form is Form.SCORM else sum(len(one.methods) for one in self.volumes) - len(self.sheets)

    @cached_property
    def fingerprint(self) -> str:
        """A name for its content: equal for packages that say the same in the same clothes."""
        digest = hashlib.sha256(outfit().encode())
        for volume in self.volumes:
            digest.update(f"{volume.as_text()} {volume.address}\n".encode())
        for where, path in sorted(self.sheets.items()):
            digest.update(f"{where} {path}\n".encode())  # a paper is called by its content
        return hashlib.sha256(f"{self.form} {self.name} {digest.hexdigest()}".encode()).hexdigest()[:40]


def package(form: Form, volumes: tuple[Volume, ...], sheets: Mapping[Where, str] | None = None, *, films: bool = False) -> Package:
    """Return a package of these volumes; a learning platform gets one language at a time, no papers and no films."""
    return Package(form, volumes[:1]) if form is Form.SCORM else Package(form, volumes, dict(sheets or {}), films)


@lru_cache(maxsize=1)
def outfit() -> str:
    """Return a digest of all that a package has besides its texts, so that a new house packs anew."""
    mine = Path(__file__).parent.parent
    house = mine.parent.parent
    templates = [*sorted((mine / "templates/startkit/leaves").glob("*")), *sorted(house.glob("editorial/templates/editorial/*_body.html"))]
    files = [*templates, *sorted(mine.glob("exports/*.py")), *sorted(house.glob("**/*.mo"))]
    files += [found(f"ui/{name}") for name in ("package.css", "icons.svg", "package/sco.js", "package/folder.js")]
    return hashlib.sha256(b"".join(hashlib.sha256(file.read_bytes()).digest() for file in files if file.is_file())).hexdigest()


def found(path: str) -> Path:
    """Return one of our own static files. Raises FileNotFoundError where the front end has not been built."""
    file = finders.find(path)
    if not isinstance(file, str):
        raise FileNotFoundError(f"{path} is not there: the front end has not been built")
    return Path(file)


packers: Register[Callable[[Package, Reader], bytes]] = Register("packers")  # the one in exports, which are further out than what keeps their work
