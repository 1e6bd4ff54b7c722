"""Packing what somebody takes along."""

from __future__ import annotations

from samskaper.areas.startkit.exports.folders import folder
from samskaper.areas.startkit.exports.scorm import scorm
from samskaper.areas.startkit.exports.zips import zipped
from samskaper.areas.startkit.queries.packages import Form, Package, Reader


def packed(what: Package, read: Reader) -> bytes:
    """Return a package as a zip; `read` gives the content of a paper. Equal packages give equal bytes."""
    if what.form is Form.SCORM:
        return zipped(scorm(what.volumes[0]))
    sheets = {where: read(path) for where, path in what.sheets.items()}
    return zipped(folder(what.volumes, sheets, films=what.films), folder=what.name)
