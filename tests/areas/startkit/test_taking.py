"""The page from which the kit is taken along, and its files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.conf import settings as house
from django.test import Client

from samskaper.editorial.models import MethodPage
from tests.areas.startkit.leaving import unpacked
from tests.cast import Somebody

pytestmark = pytest.mark.django_db(transaction=True)
LANGUAGES = [code for code, _name in house.LANGUAGES]
FILES = ("scorm.zip", "offline.zip", "offline-all.zip", "dot-voting/scorm.zip", "dot-voting/offline.zip", "dot-voting/offline-all.zip")


@pytest.fixture(autouse=True)
def storage(tmp_path: Path, settings: LazySettings) -> None:
    """A store of its own for each test."""
    settings.MEDIA_ROOT = str(tmp_path)


def got(client: Client, path: str, **headers: str) -> tuple[int, bytes, dict[str, str]]:
    """Return status, content and head of an answer."""
    answer = client.get(path, headers=headers)
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return answer.status_code, content, dict(answer.headers)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("where", ["2/", "2/dot-voting/", "1/"])
def test_the_page_offers_each_file_with_its_size(guest: Somebody, language: str, where: str) -> None:
    page = guest.client.get(f"/{language}/kit/{where}take/").content.decode()

    links = re.findall(r'href="([^"]+\.zip)"', page)
    names = [link.removeprefix(f"/{language}/kit/{where}") for link in links]
    assert [name for name in names if "films" not in name] == ["scorm.zip", "offline.zip", "offline-all.zip"]
    assert len(re.findall(r"\(\d+[.,]\d\s(?:K|k|M)B\)", page)) == len(names)
    assert "https://creativecommons.org/licenses/by/4.0/" in page


@pytest.mark.parametrize("file", FILES)
def test_a_file_is_what_it_says(guest: Somebody, file: str) -> None:
    status, content, head = got(guest.client, f"/nb/kit/2/{file}")

    assert status == 200 and head["Content-Type"] == "application/zip"
    assert re.fullmatch(r'attachment; filename="startpakke-2-[a-z-]+\.zip"', head["Content-Disposition"])
    files = unpacked(content)
    assert ("imsmanifest.xml" in files) == ("scorm" in file)
    assert int(head["Content-Length"]) == len(content)


def test_an_old_edition_is_taken_along_as_it_was(guest: Somebody) -> None:
    status, content, _head = got(guest.client, "/nb/kit/1/scorm.zip")

    assert status == 200
    assert sum(name.endswith(".html") and name != "introduction.html" for name in unpacked(content)) == 9


def test_who_has_it_already_gets_nothing(guest: Somebody) -> None:
    _status, _content, head = got(guest.client, "/nb/kit/2/dot-voting/scorm.zip")

    assert got(guest.client, "/nb/kit/2/dot-voting/scorm.zip", if_none_match=head["ETag"])[:2] == (304, b"")
    assert got(guest.client, "/nn/kit/2/dot-voting/scorm.zip", if_none_match=head["ETag"])[0] == 200


def test_a_word_that_an_editor_changes_is_in_the_next_file(guest: Somebody) -> None:
    _status, before, head = got(guest.client, "/nb/kit/2/dot-voting/scorm.zip")
    page = MethodPage.objects.get(locale__language_code="nb", slug="dot-voting")
    page.purpose = "Dere velger med omtanke."
    page.save_revision().publish()

    status, after, _head = got(guest.client, "/nb/kit/2/dot-voting/scorm.zip", if_none_match=head["ETag"])

    assert status == 200 and before != after
    assert "Dere velger med omtanke." in unpacked(after)["dot-voting.html"].decode()


def test_a_draft_leaves_the_house_nowhere(guest: Somebody) -> None:
    page = MethodPage.objects.get(locale__language_code="nb", slug="dot-voting")
    page.purpose = "Kladd som ingen skal se."
    page.save_revision()
    hidden = MethodPage.objects.get(locale__language_code="nb", slug="pitch")
    hidden.unpublish()

    for file in ("scorm.zip", "offline.zip", "offline-all.zip", "dot-voting/scorm.zip"):
        files = unpacked(got(guest.client, f"/nb/kit/2/{file}")[1])
        assert not [name for name, content in files.items() if b"Kladd som ingen" in content], file
        assert not [name for name in files if name.endswith(("nb/pitch.html", "-nb/pitch.html"))]
    assert got(guest.client, "/nb/kit/2/pitch/scorm.zip")[0] == 404
    assert guest.client.get("/nb/kit/2/pitch/take/").status_code == 404


@pytest.mark.parametrize("path", [
    "3/take/", "3/scorm.zip", "0/offline.zip", "2/no-such/take/", "2/no-such/scorm.zip", "1/pitch/scorm.zip", "2/scorm.exe", f"{9**20}/take/",
])
def test_what_is_not_there_is_not_found(guest: Somebody, path: str) -> None:
    assert guest.client.get(f"/nb/kit/{path}").status_code == 404


def test_nothing_is_sent_to_it(guest: Somebody) -> None:
    assert guest.client.post("/nb/kit/2/scorm.zip").status_code in {403, 405}


def test_a_method_leads_to_its_page(guest: Somebody) -> None:
    page = MethodPage.objects.get(locale__language_code="nn", slug="dot-voting")

    assert 'href="/nn/kit/2/dot-voting/take/"' in guest.client.get(page.url).content.decode()
    assert 'href="/nn/kit/2/take/"' in guest.client.get("/nn/kit/").content.decode()
