"""The folder for a machine without network."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.conf import settings

from samskaper.areas.startkit.exports.folders import folder
from samskaper.areas.startkit.exports.packages import packed
from samskaper.areas.startkit.queries.editions import find
from samskaper.areas.startkit.queries.packages import Form, package
from samskaper.areas.startkit.queries.volumes import Volume, volumes
from samskaper.editorial.films.captions import Passage
from samskaper.editorial.films.taken import TakenFilm
from tests.areas.startkit.leaving import INTRODUCTION, METHOD, hostile, lost_links, seen, unpacked, volume

LANGUAGES = [code for code, _name in settings.LANGUAGES]


def read(_path: str) -> bytes:
    return b"%PDF-1.7"


def test_one_language_lies_at_the_top() -> None:
    files = folder([volume(introduction=INTRODUCTION)], {})

    assert {"index.html", "dot-voting.html", "introduction.html", "README.txt", "house/package.css", "house/folder.js"} <= set(files)
    assert lost_links(files) == [] and "dot-voting.html" in seen(files["index.html"]).links


def test_several_languages_lie_beside_each_other_and_lead_to_each_other() -> None:
    files = folder([volume(language=code, introduction=INTRODUCTION if code != "da" else None) for code in LANGUAGES], {})

    assert lost_links(files) == []
    assert {f"{code}/index.html" for code in LANGUAGES} <= set(seen(files["index.html"]).links)
    assert "../da/dot-voting.html" in seen(files["nb/dot-voting.html"]).links
    assert "../da/introduction.html" not in seen(files["nb/introduction.html"]).links


def test_one_method_is_the_first_page_itself() -> None:
    files = folder([volume("dot-voting")], {("nb", "dot-voting"): b"%PDF-1.7"})

    assert lost_links(files) == [] and "dot-voting.html" not in files
    assert "sheets/nb/dot-voting.pdf" in seen(files["index.html"]).links


def test_a_sheet_that_is_not_there_is_not_led_to() -> None:
    files = folder([volume(language=code) for code in ("nb", "da")], {("da", "dot-voting"): b"%PDF-1.7"})

    assert "../sheets/da/dot-voting.pdf" in seen(files["da/dot-voting.html"]).links
    assert not [link for link in seen(files["nb/dot-voting.html"]).links if "sheets/" in link]


def test_hostile_words_stay_words_in_every_file() -> None:
    files = folder([hostile()], {})

    for name, page in files.items():
        if name.endswith(".html"):
            assert seen(page).tags.count("script") == 1, name
    assert lost_links(files) == []


def test_a_language_without_a_method_has_no_way_to_it() -> None:
    other = Volume(2, "en", "", (replace(METHOD, language="en", key="pitch"),))

    files = folder([volume(), other], {})

    assert lost_links(files) == []


@pytest.mark.django_db
@pytest.mark.parametrize("edition", [1, 2])
def test_each_edition_makes_a_whole_folder_in_all_languages(edition: int) -> None:
    found = find(edition)
    assert found is not None
    every = volumes(found, LANGUAGES)

    what = package(Form.FOLDER, every, {("nn", every[1].methods[0].key): "kept.pdf"})
    files = unpacked(packed(what, read))

    assert {name.partition("/")[0] for name in files} == {what.name}
    inside = {name.partition("/")[2]: content for name, content in files.items()}
    assert lost_links(inside) == []
    assert sum(name.startswith("nn/") for name in inside) == len(every[1].methods) + 1 + bool(every[1].introduction)
    assert len([name for name in inside if name.startswith("pictures/")]) >= len(every[0].methods)
    assert [name for name in inside if name.endswith(".pdf")] == [f"sheets/nn/{every[1].methods[0].key}.pdf"]


def film(content: bytes = b"moving") -> TakenFilm:
    return TakenFilm("mark", len(content), "1:59", True, (Passage("1. Hør", "To snakker.", ("Anne: Hei",)),), "WEBVTT\n", lambda: content)


def with_film(key: str = "") -> Volume:
    return replace(volume(key), films={"dot-voting": film()})


def test_a_film_lies_in_the_folder_only_when_it_is_asked_for() -> None:
    without, within = folder([with_film()], {}), folder([with_film()], {}, films=True)

    assert not [name for name in without if "film" in name]
    assert "/nb/kit/2/dot-voting/" in without["dot-voting.html"].decode() and b"1:59" in without["dot-voting.html"]
    assert within["films/nb/dot-voting.mp4"] == b"moving" and lost_links(within) == []
    assert "video" in seen(within["dot-voting.html"]).tags and "video" not in seen(without["dot-voting.html"]).tags


@pytest.mark.parametrize("films", [True, False])
def test_a_film_can_be_read_as_text(films: bool) -> None:
    page = folder([with_film()], {}, films=films)["dot-voting.html"].decode()

    assert "To snakker." in page and "Anne: Hei" in page


def test_captions_need_no_file_of_their_own() -> None:
    page = folder([with_film("dot-voting")], {}, films=True)["index.html"].decode()

    assert 'src="data:text/vtt;base64,V0VCVlRUCg=="' in page


def test_another_film_has_another_fingerprint() -> None:
    one = package(Form.FOLDER, (with_film(),), films=True)
    other = package(Form.FOLDER, (replace(volume(), films={"dot-voting": replace(film(), mark="other")}),), films=True)

    assert len({one.fingerprint, other.fingerprint, package(Form.FOLDER, (with_film(),)).fingerprint}) == 3
    assert one.name == "startpakke-2-nb-film"


def test_a_course_gets_no_film_but_is_told_where_it_is() -> None:
    files = unpacked(packed(package(Form.SCORM, (with_film("dot-voting"),), films=True), bytes))

    assert not [name for name in files if name.endswith(".mp4")] and b"1:59" in files["dot-voting.html"]
