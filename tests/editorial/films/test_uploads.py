"""What editors upload is read before it is kept."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from samskaper.commons.people import commands as people
from samskaper.commons.people.models import Organisation, Role
from samskaper.editorial.models import UploadedFilm
from samskaper.editorial.models.films import MOST
from tests.cast import Somebody, make_person
from tests.editorial.films.files import mp4, webm

CAPTIONS = b"WEBVTT\n\n00:01.000 --> 00:04.000\nHei\n"
NEW = "/cms/snippets/editorial/uploadedfilm/add/"


def png(width: int = 40, kind: str = "PNG") -> bytes:
    kept = io.BytesIO()
    Image.new("RGB", (width, 30), "#0b4f60").save(kept, kind)
    return kept.getvalue()


def film(**files: bytes) -> UploadedFilm:
    given: dict[str, Any] = {"mp4": mp4(), "captions": CAPTIONS, **files}
    made = UploadedFilm(title="Ours", language="nn", transcript="We met.")
    for name, content in given.items():
        setattr(made, name, SimpleUploadedFile(f"{name}.{name}", content) if content else "")
    return made


def wrong(**files: bytes) -> set[str]:
    try:
        film(**files).full_clean(exclude=["poster"] if "poster" not in files else [])
    except ValidationError as refused:
        return set(refused.message_dict)
    return set()


def test_a_film_with_captions_and_text_is_taken() -> None:
    made = film(webm=webm(60), mp4=mp4(60.4))
    made.full_clean()

    assert made.seconds == 60
    assert set(made.marks) == {"mp4", "webm"} and all(len(mark) == 20 for mark in made.marks.values())


@pytest.mark.parametrize(("files", "field"), [
    ({"mp4": b"<svg onload=alert(1)>"}, "mp4"), ({"mp4": b"<!doctype html>"}, "mp4"), ({"mp4": mp4()[:-100]}, "mp4"), ({"mp4": webm()}, "mp4"),
    ({"webm": mp4()}, "webm"), ({"webm": webm()[:-1]}, "webm"), ({"mp4": mp4(11 * 60)}, "mp4"), ({"mp4": mp4() + bytes(MOST)}, "mp4"),
    ({"captions": b"1\n00:00:01,000"}, "captions"), ({"captions": b"WEBVTT\n\n00:01.000 --> 00:04.000\n<script>alert(1)</script>\n"}, "captions"),
    ({"captions": b"WEBVTT\n\n09:01.000 --> 09:04.000\nLate\n"}, "captions"), ({"captions": b""}, "captions"), ({"mp4": b""}, "mp4"),
    ({"poster": b"<svg/>"}, "poster"), ({"poster": b"GIF89a" + bytes(40)}, "poster"), ({"poster": png()[:40]}, "poster"),
], ids=lambda value: value if isinstance(value, str) else next(iter(value)))
def test_what_is_not_what_it_should_be_is_refused_at_its_field(files: dict[str, bytes], field: str) -> None:
    assert wrong(**files) == {field}


def test_a_film_without_text_is_refused() -> None:
    made = film()
    made.transcript = ""

    with pytest.raises(ValidationError, match="transcript"):
        made.full_clean()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_is_drawn_anew_and_keeps_nothing_else(kind: str) -> None:
    made = film(poster=png(3000, kind) + b"<script>alert(1)</script>")
    made.full_clean()

    content = made.poster.read()
    assert content[:2] == b"\xff\xd8" and b"script" not in content
    assert Image.open(io.BytesIO(content)).width == 1280


def test_a_saved_film_is_not_read_again(db: None, settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    made = film()
    made.full_clean()
    made.save()
    kept = UploadedFilm.objects.get()
    kept.title = "Another"
    kept.full_clean()

    assert kept.marks == made.marks and kept.seconds == 60


@pytest.fixture
def editor(library_a: Organisation, adviser_a: Somebody) -> Somebody:
    somebody = make_person("Editor A")
    people.give_role(organisation=library_a, person=somebody.person, role=Role.EDITOR, by=adviser_a.doer)
    return somebody


def sent(**files: bytes) -> dict[str, Any]:
    given = {"mp4": mp4(), "captions": CAPTIONS, **files}
    return {"title": "Ours", "language": "nb", "transcript": "We met.", **{name: SimpleUploadedFile(f"{name}.bin", content) for name, content in given.items()}}


def test_an_editor_uploads_a_film_in_the_tool(editor: Somebody, settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    assert editor.client.get(NEW).status_code == 200

    answer = editor.client.post(NEW, sent())

    assert answer.status_code == 302
    kept = UploadedFilm.objects.get()
    assert (kept.title, kept.seconds) == ("Ours", 60)
    assert editor.client.get(f"/films/{kept.pk}.mp4").status_code == 200


def test_the_tool_says_what_to_mend(editor: Somebody, settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    answer = editor.client.post(NEW, sent(mp4=b"<svg/>", captions=b"Hei"))

    assert "WEBVTT" in answer.content.decode()
    assert not UploadedFilm.objects.exists()
    assert not list(tmp_path.rglob("*.*"))


@pytest.mark.parametrize("name", ["adviser_a", "staff_a"])
def test_only_editors_upload_films(name: str, request: pytest.FixtureRequest) -> None:
    assert request.getfixturevalue(name).client.get(NEW).status_code == 403
