"""What somebody can take along: a package for a learning platform, or a folder for a machine without network."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext as _

from samskaper.areas.startkit.exports.folders import Where, folder
from samskaper.areas.startkit.exports.leaves import outfit
from samskaper.areas.startkit.exports.scorm import scorm
from samskaper.areas.startkit.exports.zips import file_name, zipped
from samskaper.areas.startkit.queries.volumes import Volume


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

    @cached_property
    def fingerprint(self) -> str:
        """A name for its content: equal for packages that say the same in the same clothes."""
        digest = hashlib.sha256(outfit().encode())
        for volume in self.volumes:
            digest.update(f"{volume.as_text()} {volume.address}\n".encode())
        for where, path in sorted(self.sheets.items()):
            digest.update(f"{where} {path}\n".encode())  # a paper is called by its content
        return hashlib.sha256(f"{self.form} {self.name} {digest.hexdigest()}".encode()).hexdigest()[:40]

    def packed(self, read: Callable[[str], bytes]) -> bytes:
        """Return it as a zip; `read` gives the content of a paper. Equal packages give equal bytes."""
        if self.form is Form.SCORM:
            return zipped(scorm(self.volumes[0]))
        return zipped(folder(self.volumes, {where: read(path) for where, path in self.sheets.items()}, films=self.films), folder=self.name)


def package(form: Form, volumes: tuple[Volume, ...], sheets: Mapping[Where, str] | None = None, *, films: bool = False) -> Package:
    """Return a package of these volumes; a learning platform gets one language at a time, no papers and no films."""
    return Package(form, volumes[:1]) if form is Form.SCORM else Package(form, volumes, dict(sheets or {}), films)
