"""Papers as files: made once for their words, kept, named so that they are found again, and never a way to tire the machine."""

from __future__ import annotations

import builtins
import datetime as dt
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client

from samskaper.areas.startkit.commands import papers as commands
from samskaper.areas.startkit.models import Edition
from samskaper.areas.startkit.queries import papers as queries
from samskaper.areas.startkit.rules.papers import Form, Paper, makers
from samskaper.commons.people.models import Organisation, Role
from samskaper.editorial.models import MethodPage
from samskaper.editorial.queries import method_text
from samskaper.editorial.texts import MethodText
from samskaper.foundation import clock
from samskaper.foundation.refusals import Busy, Refusal
from tests.areas.startkit.printing import IMPRINT, generous, method, opened
from tests.cast import Somebody, make_person

FORMS = {"sheet.pdf": "application/pdf", "sheet.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Papers that are made of nothing, and which they were."""
    made: list[str] = []
    monkeypatch.setattr(commands, "_make", lambda paper: made.append(f"{paper.method.key}.{paper.form}") or b"%PDF-")
    yield made


def get(address: str, **headers: str) -> Any:
    return Client().get(f"/{address}", headers=headers)


def body(answer: Any) -> bytes:
    return b"".join(answer.streaming_content)


# -- doors -----------------------------------------------------------------------------------------------------------
@pytest.mark.django_db
def test_a_sheet_is_a_file_that_opens_in_the_browser(client: Client) -> None:
    answer = get("nb/kit/2/dot-voting/sheet.pdf")

    assert (answer.status_code, answer["Content-Type"], answer["Content-Language"]) == (200, "application/pdf", "nb")
    assert answer["Content-Disposition"] == 'inline; filename="prikkavstemning-utgave-2.pdf"'
    assert body(answer).startswith(b"%PDF-")


@pytest.mark.django_db
def test_a_word_file_is_taken_home(counted: list[str]) -> None:
    answer = get("da/kit/1/dot-voting/sheet.docx")

    assert answer["Content-Type"] == FORMS["sheet.docx"]
    assert answer["Content-Disposition"].startswith("attachment")
    assert "udgave-1.docx" in answer["Content-Disposition"]


@pytest.mark.django_db
@pytest.mark.parametrize("address", [
    "nb/kit/1/pitch/sheet.pdf", "nb/kit/3/dot-voting/sheet.pdf", "nb/kit/2/nothing/sheet.pdf", "nb/kit/2/dot-voting/poster.pdf", "nb/kit/2/nothing/sheet.docx",
])
def test_what_is_not_in_an_edition_is_not_there(address: str, counted: list[str]) -> None:
    assert get(address).status_code == 404
    assert counted == []


@pytest.mark.django_db
def test_an_edition_in_the_making_is_not_on_paper(counted: list[str]) -> None:
    Edition.objects.create(number=3)

    assert get("nb/kit/3/dot-voting/sheet.pdf").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("form", ["sheet.pdf", "sheet.docx"])
def test_who_has_it_already_gets_nothing(form: str, counted: list[str]) -> None:
    tag = get(f"en/kit/2/pitch/{form}")["ETag"]
    again = get(f"en/kit/2/pitch/{form}", if_none_match=tag)

    assert (again.status_code, again.content) == (304, b"")
    assert len(counted) == 1


@pytest.mark.django_db
def test_the_same_words_are_set_once(counted: list[str]) -> None:
    for _time in range(3):
        get("en/kit/2/pitch/poster.pdf")

    assert counted == ["pitch.poster.pdf"]


@pytest.mark.django_db
def test_what_an_editor_publishes_is_on_paper_at_once(counted: list[str]) -> None:
    old = get("en/kit/2/pitch/sheet.pdf")["ETag"]
    MethodPage.objects.filter(slug="pitch", locale__language_code="en").update(purpose="Something else.")

    assert get("en/kit/2/pitch/sheet.pdf")["ETag"] != old
    assert len(counted) == 2


@pytest.mark.django_db
def test_editions_and_languages_are_files_of_their_own(counted: list[str]) -> None:
    tags = {get(f"{language}/kit/{edition}/dot-voting/sheet.pdf")["ETag"] for language in ("nb", "nn", "da", "en") for edition in (1, 2)}

    assert len(tags) == len(counted) == 8


# -- drafts ----------------------------------------------------------------------------------------------------------
@pytest.mark.django_db
def test_an_editor_sees_how_a_draft_fits_and_nobody_else_does(library_a: Organisation, staff_a: Somebody, guest: Somebody) -> None:
    editor = make_person("Editor A", (library_a, Role.EDITOR))
    page = MethodPage.objects.get(slug="pitch", locale__language_code="en")
    page.title = "Pitching differently"
    page.save_revision()

    answers = [who.client.get("/en/kit/coming/pitch/sheet.pdf") for who in (editor, staff_a, guest)]

    assert [answer.status_code for answer in answers] == [200, 403, 302]
    with opened(answers[0].content).open_metadata() as told:
        assert told["dc:title"] == "Pitching differently"
    assert answers[0]["Cache-Control"] == "private, no-store"
    assert answers[0]["Content-Disposition"] == 'inline; filename="pitching-differently-draft.pdf"'
    assert not default_storage.exists(queries.KEPT)


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["nothing", "pitch"])
def test_a_draft_that_has_no_steps_has_no_sheet_to_see(library_a: Organisation, key: str) -> None:
    editor = make_person("Editor A", (library_a, Role.EDITOR))
    MethodPage.objects.filter(slug="pitch").update(steps="[]")

    assert editor.client.get(f"/nb/kit/coming/{key}/sheet.pdf").status_code == 404


# -- the ways to it --------------------------------------------------------------------------------------------------
@pytest.mark.django_db
def test_the_methods_page_offers_the_sheet_first_and_no_poster_where_there_is_none() -> None:
    def ways(key: str) -> list[str]:
        text = method_text(key, "nb")
        assert text is not None
        return [way.url for way in queries.on_paper(text)]

    assert ways("dot-voting") == ["/nb/kit/2/dot-voting/sheet.pdf", "/nb/kit/2/dot-voting/sheet.docx"]
    assert ways("pitch") == [f"/nb/kit/2/pitch/{form}" for form in ("sheet.pdf", "poster.pdf", "sheet.docx")]
    assert "/nb/kit/2/dot-voting/sheet.pdf" in get("nb/dot-voting/").content.decode()


@pytest.mark.django_db
def test_a_method_without_steps_has_no_sheet() -> None:
    MethodPage.objects.filter(slug="pitch", locale__language_code="nn").update(steps="[]")

    assert [queries.has_sheet("pitch", language) for language in ("nb", "nn", "xx")] == [True, False, False]
    assert get("nn/kit/2/pitch/sheet.pdf").status_code == 404


# -- making and keeping ----------------------------------------------------------------------------------------------
def test_two_who_ask_at_once_get_one_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []
    began, go_on = threading.Event(), threading.Event()

    def slowly(paper: Paper) -> bytes:
        made.append(1)
        began.set()
        go_on.wait(5)
        return b"%PDF-"

    monkeypatch.setattr(commands, "_make", slowly)
    what, paths = Paper(Form.SHEET, method(), IMPRINT), []
    both = [threading.Thread(target=lambda: paths.append(commands.made(what))) for _one in range(2)]
    both[0].start()
    began.wait(5)
    both[1].start()
    go_on.set()
    for one in both:
        one.join(10)

    assert len(made) == 1
    assert len(set(paths)) == 1 and len(paths) == 2
    assert default_storage.listdir(queries.KEPT)[1] == [f"{what.fingerprint}.pdf"]


def test_two_processes_that_make_the_same_leave_one_file(monkeypatch: pytest.MonkeyPatch) -> None:
    what = Paper(Form.SHEET, method(), IMPRINT)

    def meanwhile(paper: Paper) -> bytes:
        default_storage.save(queries.path_of(what), ContentFile(b"%PDF- of another"))
        return b"%PDF-"

    monkeypatch.setattr(commands, "_make", meanwhile)

    assert commands.made(what) == queries.path_of(what)
    assert len(default_storage.listdir(queries.KEPT)[1]) == 1


def test_who_would_wait_too_long_is_asked_to_come_back(monkeypatch: pytest.MonkeyPatch, counted: list[str]) -> None:
    monkeypatch.setattr(commands, "PATIENCE", 0.01)
    with commands._making, pytest.raises(Busy, match="Vent et halvt minutt") as refused:
        commands.made(Paper(Form.SHEET, method(), IMPRINT))

    assert refused.value.status == 503
    assert counted == []


def test_only_a_few_wait_so_that_others_can_read(counted: list[str]) -> None:
    with ExitStack() as waiting:
        for _one in range(1 + commands.WAITING):
            waiting.enter_context(commands._places)
        with pytest.raises(Busy):
            commands.made(Paper(Form.SHEET, method(), IMPRINT))

    assert commands.made(Paper(Form.SHEET, method(), IMPRINT))


def test_a_paper_that_cannot_be_made_lets_the_next_one_through(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(paper: Paper) -> bytes:
        raise ValueError("no")

    monkeypatch.setattr(commands, "_make", fail)
    for _time in range(2):
        with pytest.raises(ValueError, match="no"):
            commands.made(Paper(Form.SHEET, method(), IMPRINT))

    assert commands._making.acquire(blocking=False)
    commands._making.release()


def test_a_machine_without_pango_says_what_to_do_and_still_writes_word(monkeypatch: pytest.MonkeyPatch) -> None:
    really = builtins.__import__

    def lacking(name: str, *args: Any, **named: Any) -> Any:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return really(name, *args, **named)

    monkeypatch.setattr(builtins, "__import__", lacking)

    with pytest.raises(Refusal, match="Pango") as refused:
        commands.made(Paper(Form.SHEET, method(), IMPRINT))
    assert refused.value.status == 503
    assert commands.made(Paper(Form.WORD, method(), IMPRINT)).endswith(".docx")


@pytest.mark.django_db
def test_the_newest_editions_papers_are_made_ahead_a_few_at_a_time(counted: list[str]) -> None:
    assert commands.make_ahead() == commands.AHEAD
    assert commands.make_ahead() == commands.AHEAD
    assert len(set(counted)) == 2 * commands.AHEAD
    assert all(name.endswith("sheet.pdf") for name in counted)


@pytest.mark.django_db
def test_the_round_rests_when_everything_is_made(counted: list[str]) -> None:
    every = list(queries.current_papers())
    for one in every:
        commands.made(one)

    assert commands.make_ahead() == 0
    assert len(every) == 4 * (14 + 8 + 1)


@pytest.mark.django_db
def test_the_round_goes_on_quietly_where_no_pdf_can_be_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "made", lambda _paper: (_ for _ in ()).throw(Refusal("no", status=503)))

    assert commands.make_ahead() == 0


def test_what_was_made_long_ago_is_deleted(counted: list[str]) -> None:
    assert commands.tidy_papers() == 0
    commands.made(Paper(Form.SHEET, method(), IMPRINT))

    assert commands.tidy_papers() == 0
    with clock.at(clock.now() + commands.KEPT_FOR + dt.timedelta(days=1)):
        assert commands.tidy_papers() == 1


def test_every_form_has_somebody_who_makes_it() -> None:
    assert sorted(makers.keys()) == sorted(Form)


# -- names -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("form", "language", "name"), [
    (Form.SHEET, "nb", "prikkavstemning-utgave-2"), (Form.POSTER, "nn", "prikkavstemning-plakat-utgåve-2"), (Form.WORD, "da", "prikkavstemning-udgave-2"),
])
def test_a_file_is_named_in_its_own_language(form: Form, language: str, name: str) -> None:
    assert Paper(form, method(language=language), IMPRINT).name == name


@pytest.mark.parametrize("one", [generous(), method(title="../../etc/passwd\r\nX: y"), method(title="«»")])
def test_a_name_is_short_and_harmless(one: MethodText) -> None:
    name = Paper(Form.SHEET, one, IMPRINT).name

    assert len(name) < 90
    assert not set(name) & set("/\\\r\n\"'.:")
    assert name.endswith("utgave-2")
