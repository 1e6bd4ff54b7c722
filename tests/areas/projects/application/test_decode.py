"""Bytes in, text out."""

from __future__ import annotations

import pytest

from samskaper.areas.projects.application import TooLarge, read
from samskaper.areas.projects.application.decode import MOST_LINES, clean, decode
from tests.areas.projects.application.variants import SAMPLE

TEXT = "Søker\nMål: å lære «samskaping» – sammen\n"


@pytest.mark.parametrize(
    "source",
    [
        TEXT,
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
        TEXT.replace("\n", "\r\n").encode("cp1252"),
        TEXT.replace("\n", "\r").encode(),
    ],
    ids=[
        "text",
        "utf-8",
        "utf-8 marked",
        "utf-16",
        "little endian",
        "big endian",
        "big endian marked",
        "windows",
        "windows line ends",
        "old mac line ends",
    ],
)
def test_encoding_is_found(source: str | bytes) -> None:
    assert decode(source).lstrip("\ufeff") == TEXT


def test_latin_1_is_read() -> None:
    assert decode("Søker blåbær".encode("latin-1")) == "Søker blåbær"


def test_byte_that_windows_has_not_is_still_read() -> None:
    assert decode(b"S\xf8ker \x81") == "Søker \x81"


def test_letters_put_together_of_two_signs_are_one() -> None:
    assert decode("Ma\u030al") == "Mål"


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("a\u00a0b", "a b"),
        ("a\u2009b", "a b"),
        ("\u200ba\u200d", "a"),
        ("\ufeffMål", "Mål"),
        ("sam\u00adskaping", "samskaping"),
        ("a\tb", "a\tb"),
        ("  a  ", "a"),
        ("a\x00b", "ab"),
        ("\x0ca", "a"),
        ("«a» – b", "«a» – b"),
        ("نص", "نص"),
    ],
)
def test_line_is_cleaned(line: str, plain: str) -> None:
    assert clean(line) == plain


def test_title_of_nothing_but_invisible_signs_is_no_title() -> None:
    assert read("Prosjekttittel\n\n\u200b\u200b\u200b\n").title == ""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_application_is_the_same_in_every_encoding(encoding: str) -> None:
    assert read(SAMPLE.encode(encoding)) == read(SAMPLE)


def test_too_many_lines_are_too_large() -> None:
    with pytest.raises(TooLarge):
        read("\n" * (MOST_LINES + 1))
