"""Rows out of a spreadsheet file: XLSX as text without working anything out, CSV with ; or , in whatever encoding."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from charset_normalizer import from_bytes
from django.utils.translation import gettext as _

from samskaper.foundation.refusals import Invalid

LARGEST = 2 * 1024 * 1024
LARGEST_UNPACKED = 24 * 1024 * 1024
# Reading costs by the element, up to 8 µs in a sheet and 20 µs elsewhere: the worst file we take is read in two seconds.
MOST_ELEMENTS = 250_000
MOST_ELEMENTS_BESIDE = 30_000  # styles, names: whatever is neither cells nor their texts
OF_CELLS = re.compile(r"xl/(worksheets/sheet\d*|sharedStrings)\.xml$")
MOST_ROWS = 20_000
MERGED = re.compile(rb'<mergeCell ref="[A-Z]+(\d+):[A-Z]+(\d+)"')
MOST_COLUMNS = 60


@dataclass(frozen=True, slots=True)
class Row:
    """A row with the number that the spreadsheet shows."""

    number: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows, read one by one, and the numbers of rows that lie under a merged cell of an earlier row."""

    rows: Iterator[Row]
    merged: frozenset[int] = field(default_factory=frozenset)


def rows_of(name: str, content: bytes) -> Sheet:
    """Return the rows of the first sheet. Raises Invalid for files that are too large, or neither XLSX nor text."""
    if len(content) > LARGEST:
        raise Invalid(_("The file is larger than 2 MB. An address list is smaller: save only the sheet with the addresses."))
    if content.startswith(b"PK"):
        return _workbook(content)
    if content.startswith(b"\xd0\xcf\x11\xe0") or b"\x00\x00" in content[:400]:
        raise Invalid(_("We read XLSX and CSV. Open the list, choose “Save as”, and save it as one of these."))
    return Sheet(_table(_text(content)))


def _workbook(content: bytes) -> Sheet:
    from openpyxl import load_workbook  # here: loading it costs a start 0.2 s, and few come with a workbook

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            _must_be_small(packed)
            merged = _merged(packed)
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        return Sheet(_cells(sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True)), merged)
    except Invalid:
        raise
    except Exception:  # the library raises whatever its XML parser does on broken files
        raise _broken() from None


def _broken() -> Invalid:
    return Invalid(_("We could not open this file. Open it in your spreadsheet, save it anew as XLSX or CSV, and send that."))


def _must_be_small(packed: zipfile.ZipFile) -> None:
    """Refuse what would take long to read, before it is read: a file of 50 kB can hold a million cells."""
    if sum(item.file_size for item in packed.infolist()) > LARGEST_UNPACKED:
        raise Invalid(_too_much())
    in_cells = beside = 0
    for name in packed.namelist():
        part = packed.read(name).replace(b"\0", b"")
        if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
            raise _broken()
        elements = part.count(b"<") - part.count(b"</")
        if OF_CELLS.match(name):
            in_cells += elements
        elif name.endswith((".xml", ".rels")):
            beside += elements
    if in_cells > MOST_ELEMENTS or beside > MOST_ELEMENTS_BESIDE:
        raise Invalid(_too_much())


def _too_much() -> str:
    return _(
        "There is far more in this file than an address list holds. We take up to some 60,000 filled cells: "
        "copy the columns with names and addresses into a new file, and send that."
    )


def _merged(packed: zipfile.ZipFile) -> frozenset[int]:
    """Return the rows under merged cells, read from the file itself: reading row by row does not tell."""
    first = next((item for item in sorted(packed.namelist()) if item.startswith("xl/worksheets/sheet")), "")
    found: set[int] = set()
    last = 0
    for top, bottom in sorted((int(top), int(bottom)) for top, bottom in MERGED.findall(packed.read(first) if first else b"")):
        found.update(range(max(top, last) + 1, min(bottom, MOST_ROWS) + 1))
        last = max(last, bottom)
    return frozenset(found)


def _cells(rows: Iterator[tuple[object, ...]]) -> Iterator[Row]:
    try:
        for number, row in enumerate(rows, start=1):
            yield Row(number, ["" if cell is None else str(cell)[:2000] for cell in row])
    except Exception:
        raise _broken() from None


def _text(content: bytes) -> str:
    for encoding in ("utf-8-sig", "utf-16") if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig",):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    best = from_bytes(content, cp_isolation=["cp1252", "latin_1", "mac_roman"]).best()
    return str(best) if best and best.encoding == "mac_roman" else content.decode("cp1252", "replace")


def _table(text: str) -> Iterator[Row]:
    start = text[:4000]
    sign = max(";\t,", key=lambda mark: (start.count(mark), mark == ";"))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    try:
        for row in reader:
            yield Row(reader.line_num, [cell[:2000] for cell in row[:MOST_COLUMNS]])
    except csv.Error as wrong:
        said = {"row": reader.line_num, "most": csv.field_size_limit() // 1000}
        if "field limit" in str(wrong):
            raise Invalid(_("A cell at row %(row)s holds more than %(most)s,000 signs. Is a quotation mark missing before it?") % said) from None
        raise Invalid(_("We could not read row %(row)s and what follows. Is a quotation mark missing?") % said) from None
