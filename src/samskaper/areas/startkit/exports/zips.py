"""Folders as one file: the same content gives the same bytes, and no name leads out of the folder that it is unpacked in."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

Files = dict[str, bytes]  # by their names, with "/" between folders
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first day that the format knows
PACKED_ALREADY = (".woff2", ".pdf", ".png", ".webm", ".mp4", ".docx")
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*")


def zipped(files: Mapping[str, bytes], *, folder: str = "") -> bytes:
    """Return the files as a zip, below `folder`. Raises ValueError for a name that is not of plain letters, or leads out of it."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name in sorted(files):
            where = f"{folder}/{name}" if folder else name
            if not NAME.fullmatch(where):
                raise ValueError(f"{where!r} is not a name for a file in a package")
            packed.writestr(_entry(where), files[name])
    return written.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, LONG_AGO)
    entry.create_system = 3
    entry.external_attr = 0o100644 << 16
    entry.compress_type = zipfile.ZIP_STORED if name.endswith(PACKED_ALREADY) else zipfile.ZIP_DEFLATED
    return entry
