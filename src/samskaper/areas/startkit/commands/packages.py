"""Packing what leaves the house, and keeping it until its texts change. The packages of the newest edition are packed before anybody asks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.core.files.storage import default_storage

from samskaper.areas.startkit.commands.papers import made
from samskaper.areas.startkit.queries.editions import contents, current, launched
from samskaper.areas.startkit.queries.packages import LANGUAGES, Form, Package, package, packers
from samskaper.areas.startkit.queries.papers import is_made, paper
from samskaper.areas.startkit.queries.taking import PACKED, Kept, packed, path_of, sheets_of
from samskaper.areas.startkit.queries.volumes import volumes
from samskaper.areas.startkit.rules.papers import Form as Sheet
from samskaper.areas.startkit.rules.papers import Paper
from samskaper.foundation.keeping import keep, let_go
from samskaper.foundation.refusals import Refusal

KEPT_FOR = dt.timedelta(days=7)  # what was packed longer ago is deleted; what somebody asks for after that is packed anew


def pack(what: Package) -> Kept:
    """Return the packed file, packing it if it is not there. Two who pack at once write the same."""
    if kept := packed(what):
        return kept
    path, content = path_of(what), next(iter(packers))(what, _read)
    return Kept(keep(path, content), f"{what.name}.zip", what.fingerprint, len(content))


def _read(path: str) -> bytes:
    with default_storage.open(path) as file:
        return bytes(file.read())


def pack_ahead() -> int:
    """Pack what most will ask for: the newest edition, whole, one package at a time. Returns how many were packed.

    A folder waits for its sheets: it would be another with each that is printed.
    """
    for one in _asked_for():
        if not one.sheets_to_come and packed(one) is None:
            pack(one)
            return 1
    return 0


def _asked_for() -> Iterator[Package]:
    edition = current()
    if edition is None:
        return
    found = volumes(edition, LANGUAGES)
    for one in found:
        for form in Form:
            yield package(form, (one,), sheets_of((one,)))
    if len(found) > 1:
        yield package(Form.FOLDER, found, sheets_of(found))


def print_earlier() -> int:
    """Print a sheet of an earlier edition that nobody has asked for yet, so that its folder is whole too. Returns how many."""
    for sheet in _earlier_sheets():
        if not is_made(sheet):
            try:
                made(sheet)
            except Refusal:  # this machine makes none
                return 0
            return 1
    return 0


def _earlier_sheets() -> Iterator[Paper]:
    for edition in launched()[1:]:  # the newest comes first, and is printed by others
        for language in LANGUAGES:
            for row in contents(edition, language):
                if sheet := paper(Sheet.SHEET, edition.number, row.key, language):
                    yield sheet


def tidy() -> int:
    """Delete packages that were packed long ago. Returns how many."""
    return let_go(PACKED, after=KEPT_FOR)
