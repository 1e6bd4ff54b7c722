"""Address lists as people have them: good rows are kept, every bad one gets a sentence."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Iterator

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from samskaper.areas.programmes.forms.addresses import read_addresses
from samskaper.areas.programmes.forms.sheets import LARGEST
from samskaper.foundation.refusals import Invalid


def xlsx(*rows: tuple[object, ...], merge: str = "") -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    if merge:
        sheet.merge_cells(merge)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def found(content: bytes, name: str = "liste.csv") -> list[tuple[str, str]]:
    return [(line.email, line.name) for line in read_addresses(name, content).lines]


@pytest.mark.parametrize(
    "content",
    [
        b"Navn;E-post\nKari Nordmann;kari@example.no\n",
        b"Navn,E-post\r\nKari Nordmann,kari@example.no\r\n",
        b"E-post\tNavn\nkari@example.no\tKari Nordmann\n",
        b"E-mail;Fornavn;Efternavn\nkari@example.no;Kari;Nordmann\n",
        "\ufeffNavn;Epost\nKari Nordmann;kari@example.no\n".encode(),
        "Navn;Epost\nKari Nordmann;kari@example.no\n".encode("utf-16"),
        b"Ansatte ved biblioteket\n\nNavn;E-postadresse;Stilling\nKari Nordmann;KARI@example.no;leder\n",
        b"Kari Nordmann;kari@example.no\n",
        b'"Kari Nordmann","kari@example.no"\n',
    ],
)
def test_lists_are_written_in_many_ways(content: bytes) -> None:
    assert found(content) == [("kari@example.no", "Kari Nordmann")]


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "utf-8", "utf-8-sig", "utf-16"])
def test_norwegian_letters_survive_every_encoding(encoding: str) -> None:
    content = "Navn;E-post\r\nBjørn Åse Ærlig;bjorn@example.no\r\n".encode(encoding)
    assert found(content) == [("bjorn@example.no", "Bjørn Åse Ærlig")]


def test_a_spreadsheet_is_read() -> None:
    assert found(xlsx(("Namn", "Epost"), ("Kari", "kari@example.no")), "liste.xlsx") == [("kari@example.no", "Kari")]


def test_ten_thousand_rows_of_which_137_are_bad() -> None:
    rows: list[tuple[object, ...]] = [("Navn", "E-post")]
    for number in range(10_000):
        bad = number % 73 == 0 and number < 73 * 137
        rows.append((f"Person {number}", f"person{number}" if bad else f"person{number}@example.no"))
    content = xlsx(*rows)
    began = time.process_time()
    read = read_addresses("liste.xlsx", content)
    assert (len(read.lines), len(read.bad), len(read.twins)) == (9_863, 137, 0)
    assert all(str(row.number) in row.sentence for row in read.bad)
    assert time.process_time() - began < 10


def test_formulas_are_not_worked_out() -> None:
    content = xlsx(
        ("Navn", "E-post"), ('=HYPERLINK("https://x.no";"Kari")', "kari@example.no"), ("Ola", '="ola"&"@example.no"'), ("Per", "per@example.no"),
    )
    read = read_addresses("liste.xlsx", content)
    assert [line.email for line in read.lines] == ["per@example.no"]
    assert [row.number for row in read.bad] == [2, 3]


@pytest.mark.parametrize("name", ['=HYPERLINK("https://x.no")', "@SUM(A1)", "+cmd|x", '=1+1&"x"'])
def test_formulas_in_csv_are_told(name: str) -> None:
    quoted = name.replace('"', '""')
    read = read_addresses("liste.csv", f'Navn;E-post\n"{quoted}";kari@example.no\nOla;ola@example.no\n'.encode())
    assert [line.name for line in read.lines] == ["Ola"]
    assert len(read.bad) == 1


def test_names_that_look_like_pages_are_told() -> None:
    read = read_addresses("liste.csv", b"Navn;E-post\n<img src=x onerror=alert(1)>;kari@example.no\nOla;ola@example.no\n")

    assert [line.name for line in read.lines] == ["Ola"]
    assert [row.number for row in read.bad] == [2]


def test_merged_cells_are_told() -> None:
    content = xlsx(("Navn", "E-post"), ("Kari", "felles@example.no"), ("Ola", None), merge="B2:B3")
    read = read_addresses("liste.xlsx", content)
    assert [line.name for line in read.lines] == ["Kari"]
    assert read.bad[0].number == 3 and "celle" in read.bad[0].sentence


def test_colleagues_who_share_an_address_are_two() -> None:
    assert len(found(b"Navn;E-post\nKari;post@example.no\nOla;post@example.no\n")) == 2


def test_the_same_row_twice_counts_once_and_is_told() -> None:
    read = read_addresses("liste.csv", b"Navn;E-post\nKari;kari@example.no\nkari;KARI@example.no\n")
    assert len(read.lines) == 1
    assert read.twins[0].number == 3


def test_a_very_long_name_is_told() -> None:
    read = read_addresses("liste.csv", ("Navn;E-post\n" + "x" * 10_000 + ";kari@example.no\n").encode())
    assert len(read.bad) == 1 and len(read.bad[0].sentence) < 200


def test_a_name_that_nobody_sees_is_no_name() -> None:
    assert found("Navn;E-post\n\u200b\u200b;kari@example.no\n".encode()) == [("kari@example.no", "")]


def test_empty_rows_are_passed_over() -> None:
    read = read_addresses("liste.xlsx", xlsx(("E-post",), (None,), ("kari@example.no",), (None,)))
    assert (len(read.lines), len(read.bad)) == (1, 0)


@pytest.mark.parametrize(
    "content",
    [
        b"", b"Navn;Telefon\nKari;123\n", b"\xd0\xcf\x11\xe0old", b"PK\x03\x04broken", b"\x00\x00\x01\x02" * 50, b"x" * (LARGEST + 1),
        b'Navn;E-post\n"Kari;kari@example.no\n' + b"x" * 140_000,
    ],
)
def test_files_that_are_no_list_get_a_sentence(content: bytes) -> None:
    with pytest.raises(Invalid):
        read_addresses("liste", content)


def test_a_packed_bomb_is_not_opened() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * 90_000_000)
    with pytest.raises(Invalid):
        read_addresses("liste.xlsx", file.getvalue())


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400) | st.text(max_size=300).map(str.encode))
def test_no_file_breaks_the_reader(content: bytes) -> None:
    try:
        read_addresses("liste.csv", content)
    except Invalid as refusal:
        assert str(refusal.sentence)


@pytest.fixture
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


def packed(**parts: str) -> bytes:
    """Return a workbook with one address, and more of something: `cells`, `texts`, `names` or what comes `after` the cells."""
    book, file = xlsx(("E-post",), ("kari@example.no",)), io.BytesIO()
    places = {
        "cells": ("xl/worksheets/sheet1.xml", "</sheetData>"), "after": ("xl/worksheets/sheet1.xml", "<pageMargins"),
"names": ("xl/workbook.xml", "<calcPr"), "kinds": ("xl/styles.xml", "<cellXfs"),
    }
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        new.writestr("xl/sharedStrings.xml", f"<sst>{parts.pop('texts', '')}</sst>")
        for name in old.namelist():
            text = old.read(name).decode()
            for what, more in parts.items():
                part, before = places[what]
                text = text.replace(before, more + before, 1) if part == name else text
            new.writestr(name, text)
    return file.getvalue()


@pytest.mark.parametrize(
    "more",
    [
        {"texts": "<si><t>a</t></si>" * 800_000}, {"cells": "<row>" + "<c/>" * 400_000 + "</row>"}, {"cells": "<row/>" * 400_000},
        {"names": '<definedName name="x">1</definedName>' * 50_000}, {"kinds": "<xf/>" * 50_000},
    ],
)
@pytest.mark.usefixtures("english")
def test_small_file_that_unpacks_to_very_much_is_refused_at_once(more: dict[str, str]) -> None:
    content = packed(**more)
    began = time.monotonic()

    with pytest.raises(Invalid, match="far more in this file"):
        read_addresses("liste.xlsx", content)

    assert len(content) < 100_000
    assert time.monotonic() - began < 2


def test_twenty_thousand_merged_cells_are_read_in_a_moment() -> None:
    content = packed(after="<mergeCells>" + '<mergeCell ref="A2:A20000"/>' * 20_000 + "</mergeCells>")
    began = time.monotonic()

    assert found(content, "liste.xlsx") == [("kari@example.no", "")]

    assert time.monotonic() - began < 5


@pytest.mark.usefixtures("english")
def test_workbook_with_definitions_of_its_own_is_not_opened() -> None:
    with zipfile.ZipFile(file := io.BytesIO(), "w") as packed_file:
        packed_file.writestr("xl/sharedStrings.xml", '<!DOCTYPE a [<!ENTITY b "c">]><sst/>')

    with pytest.raises(Invalid, match="could not open"):
        read_addresses("liste.xlsx", file.getvalue())


@pytest.mark.usefixtures("english")
def test_cell_of_two_megabytes_is_named_for_what_it_is() -> None:
    with pytest.raises(Invalid, match="row 2 holds more than 131,000 signs"):
        read_addresses("liste.csv", b"E-post;Navn\n" + b"a" * 1_900_000)
