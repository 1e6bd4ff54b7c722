"""Packing, and what is kept of it."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from samskaper.areas.startkit.commands import packages
from samskaper.areas.startkit.commands import papers as commands
from samskaper.areas.startkit.commands.packages import pack, pack_ahead, print_earlier, tidy
from samskaper.areas.startkit.exports.packages import packed as zipped
from samskaper.areas.startkit.queries.editions import find
from samskaper.areas.startkit.queries.packages import LANGUAGES, Form, Package, package
from samskaper.areas.startkit.queries.papers import paper
from samskaper.areas.startkit.queries.taking import PACKED, packed, sheets_of
from samskaper.areas.startkit.queries.taking import paper_path as path_of_paper
from samskaper.areas.startkit.queries.volumes import volumes
from samskaper.areas.startkit.rules import papers
from samskaper.editorial.queries import method_texts
from samskaper.ui.paper import NoPdfHere
from tests.areas.startkit.leaving import METHOD, unpacked, volume


@pytest.fixture(autouse=True)
def storage(tmp_path: Path, settings: LazySettings) -> None:
    """A store of its own for each test."""
    settings.MEDIA_ROOT = str(tmp_path)


def small(**changes: str) -> Package:
    """A package of one method."""
    return package(Form.SCORM, (volume("dot-voting", **changes),))


@pytest.mark.parametrize(("form", "languages", "key", "name"), [
    (Form.SCORM, ("nb",), "", "startpakke-2-nb-scorm"),
    (Form.SCORM, ("en",), "dot-voting", "starter-kit-2-dot-voting-en-scorm"),
    (Form.FOLDER, ("da",), "", "startpakke-2-da"),
    (Form.FOLDER, ("nb", "nn", "da", "en"), "", "startpakke-2-nb-nn-da-en"),
])
def test_the_name_says_edition_method_and_language(form: Form, languages: tuple[str, ...], key: str, name: str) -> None:
    assert package(form, tuple(volume(key, language=code) for code in languages)).name == name


def test_equal_texts_have_one_fingerprint_and_the_same_bytes() -> None:
    assert small().fingerprint == small().fingerprint
    assert zipped(small(), bytes) == zipped(small(), bytes)


@pytest.mark.parametrize("other", [
    small(title="Stemme"), replace(small(), form=Form.FOLDER), package(Form.SCORM, (volume("dot-voting", language="nn"),)),
    package(Form.SCORM, (replace(volume("dot-voting"), edition=1),)), package(Form.FOLDER, (volume("dot-voting"),), {("nb", "dot-voting"): "a.pdf"}),
])
def test_another_word_form_language_edition_or_sheet_has_another_fingerprint(other: Package) -> None:
    assert len({small().fingerprint, replace(small(), form=Form.FOLDER).fingerprint if other.sheets else "", other.fingerprint} - {""}) >= 2
    assert other.fingerprint != small().fingerprint


def test_another_address_of_the_house_has_another_fingerprint(settings: LazySettings) -> None:
    before = small().fingerprint
    settings.SITE_URL = "https://elsewhere.example"

    assert small().fingerprint != before


def test_it_is_packed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    first = pack(small())
    monkeypatch.setattr(packages, "packers", [lambda *_said: pytest.fail("packed again")])

    assert pack(small()) == first == packed(small())
    assert first.size == default_storage.size(first.path)


def test_two_who_pack_at_once_leave_one_file(monkeypatch: pytest.MonkeyPatch) -> None:
    content = zipped(small(), bytes)
    monkeypatch.setattr(packages, "packed", lambda _what: None)
    one, other = pack(small()), pack(small())

    assert one == other and default_storage.listdir(PACKED)[1] == [Path(one.path).name]
    assert default_storage.open(one.path).read() == content


@pytest.mark.django_db
def test_the_newest_edition_is_packed_ahead_one_at_a_time() -> None:
    assert [pack_ahead() for _round in range(5)] == [1, 1, 1, 1, 0]  # a course in each language; the folders wait for their sheets
    for language in LANGUAGES:
        for method in method_texts(language):
            sheet = paper(papers.Form.SHEET, 2, method.key, language)
            assert sheet is not None
            default_storage.save(path_of_paper(sheet), ContentFile(b"%PDF-1.7"))

    assert [pack_ahead() for _round in range(6)] == [1, 1, 1, 1, 1, 0]  # a folder in each language, and one in all of them
    assert len(default_storage.listdir(PACKED)[1]) == 9


@pytest.mark.django_db
def test_sheets_of_an_earlier_edition_are_printed_one_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "makers", {papers.Form.SHEET: lambda one: f"%PDF {one.imprint.edition}".encode()})
    edition = find(1)
    assert edition is not None

    assert [print_earlier(), print_earlier()] == [1, 1]
    assert len(sheets_of(volumes(edition, LANGUAGES))) == 2


@pytest.mark.django_db
def test_a_machine_that_prints_nothing_is_left_in_peace(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_pdf(_one: papers.Paper) -> bytes:
        raise NoPdfHere("Pango")

    monkeypatch.setattr(commands, "makers", {papers.Form.SHEET: no_pdf})

    assert print_earlier() == 0


@pytest.mark.django_db
def test_a_sheet_that_was_printed_lies_in_the_folder() -> None:
    edition = find(2)
    assert edition is not None
    found = volumes(edition, ("nb",), "dot-voting")
    sheet = paper(papers.Form.SHEET, 2, "dot-voting", "nb")
    assert sheet is not None and sheets_of(found) == {}
    default_storage.save(path_of_paper(sheet), ContentFile(b"%PDF-1.7 dots"))

    kept = pack(package(Form.FOLDER, found, sheets_of(found)))

    assert unpacked(default_storage.open(kept.path).read())["startpakke-2-dot-voting-nb/sheets/nb/dot-voting.pdf"] == b"%PDF-1.7 dots"


def test_what_was_packed_long_ago_is_deleted() -> None:
    old, new = pack(small()), pack(small(title="Stemme"))
    long_ago = (dt.datetime.now() - packages.KEPT_FOR - dt.timedelta(days=1)).timestamp()
    os.utime(default_storage.path(old.path), (long_ago, long_ago))

    assert tidy() == 1
    assert not default_storage.exists(old.path) and default_storage.exists(new.path)


def test_nothing_to_delete_is_no_trouble() -> None:
    assert tidy() == 0


def test_the_method_of_these_tests_says_something() -> None:
    assert METHOD.minutes == 15 and METHOD.answers_for_it
