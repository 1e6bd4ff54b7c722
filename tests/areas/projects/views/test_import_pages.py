"""An application comes in through the browser."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from samskaper.areas.projects.models import Project
from samskaper.commons.people.models import Organisation
from tests.cast import Somebody, make_person


def bring_in(who: Somebody, **fields: Any) -> Any:
    return who.client.post(reverse("projects:import"), {"language": "nb", **fields})


def test_the_form_opens_for_advisers_only(adviser_a: Somebody, staff_a: Somebody, guest: Somebody) -> None:
    address = reverse("projects:import")

    assert [who.client.get(address).status_code for who in (adviser_a, staff_a, guest)] == [200, 403, 302]


def test_the_preview_tells_the_news_and_saves_nothing(adviser_a: Somebody, sample: str) -> None:
    answer = adviser_a.client.post("/en/projects/import/", {"language": "nb", "text": sample, "do": "look"})

    assert "<h1>11 sub-goals, 29 activities. We understood every line.</h1>" in answer.content.decode()
    assert not Project.objects.exists()


def test_the_preview_names_the_lines_that_were_not_understood(adviser_a: Somebody, sample: str) -> None:
    text = sample.replace("20.05.2022", "in May some time", 1)

    page = bring_in(adviser_a, text=text).content.decode()

    assert "in May some time" in page


def test_the_text_comes_back_in_the_preview(adviser_a: Somebody, sample: str) -> None:
    assert "Samskaping- Fra planverk til hverdagspraksis" in bring_in(adviser_a, text=sample).content.decode()


def test_saving_leads_to_the_project(adviser_a: Somebody, sample: str, library_a: Organisation) -> None:
    answer = bring_in(adviser_a, text=sample, do="save")

    project = Project.objects.get()
    assert answer.status_code == 302 and answer["Location"].endswith(reverse("projects:project", args=[project.pk])[3:])
    assert project.owner == library_a and project.source_text.lstrip().startswith("Søker")


def test_a_file_in_windows_letters_is_read(adviser_a: Somebody, sample: str) -> None:
    file = SimpleUploadedFile("soknad.txt", sample.replace("\n", "\r\n").encode("cp1252", "replace"), "text/plain")

    bring_in(adviser_a, file=file, do="save")

    assert Project.objects.get().sub_goals.count() == 11


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"text": ""}, "Paste the application, or choose a file"),
        ({"text": "\u200b\u200b  "}, "neither a title"),
        ({"text": "Only some words about nothing"}, "neither a title"),
        ({"text": "x" * 2_100_000}, "larger than 2"),
    ],
)
def test_what_is_no_application_gets_a_sentence_and_keeps_its_text(
    adviser_a: Somebody, fields: dict[str, str], said: str
) -> None:
    answer = adviser_a.client.post("/en/projects/import/", {"language": "nb", **fields})

    assert answer.status_code == 422
    assert said in answer.content.decode()


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"%PDF-1.7"])
def test_a_word_or_pdf_file_is_told_apart(adviser_a: Somebody, start: bytes) -> None:
    file = SimpleUploadedFile("soknad.docx", start + b"x" * 50)

    answer = adviser_a.client.post("/en/projects/import/", {"language": "nb", "file": file})

    assert answer.status_code == 422 and "Word or PDF" in answer.content.decode()


def test_nobody_saves_in_the_name_of_another_organisation(
    adviser_a: Somebody, library_b: Organisation, sample: str
) -> None:
    bring_in(adviser_a, text=sample, owner=library_b.pk, do="save")

    assert not Project.objects.filter(owner=library_b).exists()


def test_an_adviser_of_two_libraries_chooses(library_a: Organisation, library_b: Organisation, sample: str) -> None:
    both = make_person("Both", (library_a, "adviser"), (library_b, "adviser"))

    unchosen = bring_in(both, text=sample, do="save")
    bring_in(both, text=sample, owner=library_b.pk, do="save")

    assert unchosen.status_code == 422
    assert Project.objects.get().owner == library_b


def test_markup_in_an_application_stays_text(adviser_a: Somebody, sample: str) -> None:
    text = sample.replace("Samskaping- Fra planverk til hverdagspraksis", "<img src=x onerror=alert(1)>", 1)

    page = bring_in(adviser_a, text=text).content.decode()

    assert "<img src=x" not in page and "&lt;img src=x" in page


def test_a_title_of_ten_thousand_signs_is_saved_short(adviser_a: Somebody, sample: str) -> None:
    text = sample.replace("Samskaping- Fra planverk til hverdagspraksis", "A" * 10_000, 1)

    answer = bring_in(adviser_a, text=text, do="save")

    assert answer.status_code == 302 and len(Project.objects.get().title) == 200


def test_the_same_form_sent_twice_makes_one_project(adviser_a: Somebody, sample: str) -> None:
    for _time in range(2):
        adviser_a.client.post(
            reverse("projects:import"), {"language": "nb", "text": sample, "do": "save"}, once="x" * 20
        )

    assert Project.objects.count() == 1


def test_a_number_leads_to_the_line_in_the_text(adviser_a: Somebody, sample: str) -> None:
    text = sample.replace("20.05.2022", "in May some time", 1)
    number = text[: text.index("in May some time")].count("\n") + 1

    page = bring_in(adviser_a, text=text).content.decode()

    assert f'href="#line-{number}"' in page
    assert f'id="line-{number}"' in page


def test_the_preview_tells_what_was_set_aside_and_what_was_noticed(adviser_a: Somebody, sample: str) -> None:
    page = adviser_a.client.post("/en/projects/import/", {"language": "nb", "text": sample}).content.decode()

    assert "15 lines we read and set aside" in page
    assert page.count('class="remark remark--quiet"') == 6


def test_neither_way_in_is_called_optional(adviser_a: Somebody) -> None:
    page = adviser_a.client.get("/en/projects/import/").content.decode()

    assert "One of the two is enough" in page
    assert "field__optional" not in page


@pytest.mark.parametrize("language", ["nb", "nn", "da", "en"])
def test_one_begins_without_an_application(language: str, adviser_a: Somebody) -> None:
    form = adviser_a.client.get(f"/{language}/projects/import/?begin=empty").context["form"]

    adviser_a.client.post(f"/{language}/projects/import/", {"language": language, "text": form["text"].value(), "do": "save"})

    assert Project.objects.get().sub_goals.count() == 2
