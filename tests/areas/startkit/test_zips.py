"""Folders as one file."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskaper.areas.startkit.exports.zips import NAME, zipped
from samskaper.areas.startkit.rules.leaving import file_name
from tests.areas.startkit.leaving import unpacked


def test_the_same_content_gives_the_same_bytes_in_whatever_order_it_came() -> None:
    one, other = {"a.html": b"A", "b/c.css": b"C"}, {"b/c.css": b"C", "a.html": b"A"}

    assert zipped(one) == zipped(other)


def test_what_went_in_comes_out_below_its_folder() -> None:
    files = {"index.html": b"<!doctype html>", "house/letters/text.woff2": bytes(range(256)) * 40}

    assert unpacked(zipped(files, folder="kit-2")) == {f"kit-2/{name}": content for name, content in files.items()}


def test_letters_and_papers_are_not_packed_twice() -> None:
    with zipfile.ZipFile(io.BytesIO(zipped({"a.woff2": b"a" * 99, "a.pdf": b"a" * 99, "a.html": b"a" * 99}))) as packed:
        ways = {entry.filename: entry.compress_type for entry in packed.infolist()}

    assert ways == {"a.woff2": zipfile.ZIP_STORED, "a.pdf": zipfile.ZIP_STORED, "a.html": zipfile.ZIP_DEFLATED}


@pytest.mark.parametrize("name", ["../out.html", "/etc/passwd", "a/../../b", "C:\\a", "a//b", "a\\b", "", ".hidden", "æ.html", "a/", "con\n.html"])
def test_a_name_that_leads_out_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="not a name"):
        zipped({name: b""})


@pytest.mark.parametrize("folder", ["..", "/", "a b"])
def test_a_folder_that_leads_out_is_refused(folder: str) -> None:
    with pytest.raises(ValueError, match="not a name"):
        zipped({"a.html": b""}, folder=folder)


@given(st.text(min_size=1, max_size=80))
def test_any_key_becomes_a_name_of_plain_letters(key: str) -> None:
    assert NAME.fullmatch(f"{file_name(key)}.html")


def test_a_key_in_other_letters_has_a_name_of_its_own() -> None:
    assert file_name("метод") != file_name("способ")
    assert file_name("dot-voting") == "dot-voting"
