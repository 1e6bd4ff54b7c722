"""How whole the kit is: what counts as a gap, at the command line and on the editors' page."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from samskaper.areas.startkit.cli import app
from samskaper.areas.startkit.queries.status import gaps_in_drafts, status
from samskaper.areas.startkit.rules.status import FILMED
from samskaper.commons.people.models import Organisation, Role
from samskaper.editorial import queries as editorial
from samskaper.editorial.models import MethodPage
from tests.cast import Somebody, make_person

pytestmark = pytest.mark.django_db
KEY = "brainwriting"


@pytest.fixture(autouse=True)
def films(monkeypatch: pytest.MonkeyPatch) -> None:
    """The two films are there, whatever has been rendered on this machine."""
    monkeypatch.setattr(editorial, "has_film", lambda key, language: key in FILMED)


def page(language: str = "nb") -> MethodPage:
    found: MethodPage = MethodPage.objects.get(slug=KEY, locale__language_code=language)
    return found


def gaps() -> list[tuple[str, str, str]]:
    return [(gap.key, gap.language, gap.what) for row in status() for gap in row.gaps]


def test_the_kit_is_born_whole() -> None:
    assert gaps() == [] and len(status()) == 14 * 4


def test_the_command_ends_well_when_nothing_is_missing() -> None:
    answer = CliRunner().invoke(app, ["status"])

    assert answer.exit_code == 0 and "14 methods, 4 languages, 0 gaps." in answer.output


def test_a_text_that_is_not_published_is_a_gap_and_the_command_says_which() -> None:
    page("da").unpublish()
    answer = CliRunner().invoke(app, ["status"])

    assert gaps() == [(KEY, "da", "text")]
    assert answer.exit_code == 1 and f"{KEY} da text: the text is missing" in answer.output


def test_an_empty_kit_is_no_whole_kit() -> None:
    MethodPage.objects.update(live=False)

    assert CliRunner().invoke(app, ["status"]).exit_code == 1


@pytest.mark.parametrize(("field", "what"), [("with_40", "text"), ("follow_up", "text"), ("steps", "sheet")])
def test_what_a_draft_lacks_is_a_gap(field: str, what: str) -> None:
    found = page()
    setattr(found, field, "" if field != "steps" else "[]")
    found.save_revision(clean=False)

    assert what in {gap.what for gap in gaps_in_drafts([KEY]) if gap.language == "nb"}


def test_the_same_words_in_two_languages_are_not_a_translation() -> None:
    found, source = page("da"), page("nb")
    found.steps = source.steps
    found.save_revision()

    assert [(gap.language, gap.what) for gap in gaps_in_drafts([KEY])] == [("da", "text")]


def test_a_film_is_asked_for_where_one_is_promised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editorial, "has_film", lambda key, language: False)

    assert {(key, what) for key, _language, what in gaps()} == {(key, "film") for key in FILMED}


def test_a_picture_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editorial, "has_picture", lambda key: key != KEY)

    assert {(key, what) for key, _language, what in gaps()} == {(KEY, "picture")}


def test_editors_see_the_table_and_what_is_behind(library_a: Organisation, adviser_a: Somebody) -> None:
    editor = make_person("Editor A", (library_a, Role.EDITOR))
    found = page()
    found.purpose = "Ny setning."
    found.save_revision().publish()
    answer = editor.client.get("/nb/kit/status/").content.decode()

    assert "ligger etter" in answer and "Ingenting mangler" in answer
    assert adviser_a.client.get("/nb/kit/status/").status_code == 403


def test_the_table_costs_the_same_whatever_it_holds(library_a: Organisation, django_assert_max_num_queries: object) -> None:
    editor = make_person("Editor A", (library_a, Role.EDITOR))
    editor.client.get("/nb/kit/status/")

    with django_assert_max_num_queries(25):  # type: ignore[operator]
        editor.client.get("/nb/kit/status/")
