"""Running text: paragraphs, headings, sections."""

from __future__ import annotations

import pytest

from samskaper.areas.projects.application import read


def sections(text: str) -> list[tuple[str, int, str]]:
    return [(part.heading, part.level, part.text) for part in read(f"Prosjektbeskrivelse\n\n{text}").sections]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("BAKGRUNN\n\nDet var en gang.", [("BAKGRUNN", 1, "Det var en gang.")]),
        ("Bakgrunn\nDet var en gang.", [("Bakgrunn", 1, "Det var en gang.")]),
        ("Bakgrunn:\n\nDet var en gang.", [("Bakgrunn:", 1, "Det var en gang.")]),
        ("Det var en gang.", [("", 1, "Det var en gang.")]),
        ("Hvem vi er\n\nVi er mange.", [("Hvem vi er", 2, "Vi er mange.")]),
        ("Vi er mange.\n\nVi er få.", [("", 1, "Vi er mange.\n\nVi er få.")]),
        ("En setning som brytes midt\n\ni en side.", [("", 1, "En setning som brytes midt i en side.")]),
        ("BUDSJETT\n\nSe vedlegg.", [("BUDSJETT", 1, "Se vedlegg.")]),
    ],
)
def test_sections(text: str, found: list[tuple[str, int, str]]) -> None:
    assert sections(text) == found


def test_bullets_stay_apart() -> None:
    ((_, _, text),) = sections("Temaer:\n- En\n- To")
    assert text == "Temaer:\n\n- En\n\n- To"


def test_wrapped_lines_become_one_paragraph() -> None:
    ((_, _, text),) = sections("Dette er brutt.\nOver flere linjer.\nUten blanke.")
    assert text == "Dette er brutt. Over flere linjer. Uten blanke."


def test_heading_in_capitals_ends_the_description_where_all_headings_are_in_capitals() -> None:
    app = read("PROSJEKTBESKRIVELSE\n\nVi vil.\n\nBUDSJETT\n\nUTGIFTER\n\nReise\t10\n")
    assert [line.amount for line in app.budget.expenses] == [10]


@pytest.mark.parametrize(
    "line",
    [
        "Prosjektets formål: Alle er med.",
        "Formål: Alle er med.",
        "Føremål: Alle er med.",
        "Projektets formål: Alle er med.",
        "Formålet med prosjektet: Alle er med.",
    ],
)
def test_aim(line: str) -> None:
    assert read(f"Mål\n\n{line}\n").aim == "Alle er med."


def test_remarks_on_the_schedule_are_a_section() -> None:
    app = read("Andre opplysninger\n\nVi tar forbehold.")
    assert [(part.heading, part.text) for part in app.sections] == [("Andre opplysninger", "Vi tar forbehold.")]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Prosjekttittel\n\nFra plan til hverdag\n", "Fra plan til hverdag"),
        ("Prosjekttittel\tFra plan til hverdag", "Fra plan til hverdag"),
        ("Prosjekttittel: Fra plan til hverdag", "Fra plan til hverdag"),
        ("## Prosjekttittel\nFra plan til hverdag", "Fra plan til hverdag"),
        ("2. Prosjekttittel\nFra plan til hverdag", "Fra plan til hverdag"),
        ("PROSJEKTTITTEL\nFra plan\ntil hverdag", "Fra plan til hverdag"),
        ("Projekttitel\nFra plan til hverdag", "Fra plan til hverdag"),
        ("Prosjekttittel\n", ""),
    ],
)
def test_title(text: str, title: str) -> None:
    assert read(text).title == title


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("Framdriftsplan\n\nProsjektet er\tEttårig", "Ettårig"),
        ("Framdriftsplan\n\nProsjektet er ettårig.", "ettårig"),
        ("Framdriftsplan\n\nProsjektet er\n\nToårig", "Toårig"),
        ("Tidsplan\n\nProjektet er\t2-årigt", "2-årigt"),
        ("Prosjektet er\tTreårig", "Treårig"),
        ("Framdriftsplan\n", ""),
    ],
)
def test_duration(text: str, duration: str) -> None:
    assert read(text).duration == duration


@pytest.mark.parametrize("bullet", ["• ", "- ", "* ", "· ", ""])
def test_focus_areas(bullet: str) -> None:
    app = read(f"Innsatsområder\n\n{bullet}Nye samarbeidsformer\n{bullet}Åpen forskning\n")
    assert app.focus_areas == ("Nye samarbeidsformer", "Åpen forskning")
