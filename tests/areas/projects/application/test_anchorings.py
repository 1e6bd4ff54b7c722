"""Plan documents, pages and the words that are claimed."""

from __future__ import annotations

import pytest

from samskaper.areas.projects.application import Anchoring, read


def ties(text: str, heading: str = "FORANKRING") -> tuple[Anchoring, ...]:
    return read(f"Prosjektbeskrivelse\n\n{heading}\n\n{text}\n").anchorings


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Vi bygger på Kommuneplanens samfunnsdel 2020-2032 (s. 14).",
            [("Kommuneplanens samfunnsdel 2020-2032", "plan", 14)],
        ),
        (
            "Kulturplan for Innlandet sier at bibliotek er møteplasser (side 7).",
            [("Kulturplan for Innlandet", "plan", 7)],
        ),
        ("Prosjektet følger Meld. St. 10 (2018–2019), s. 83.", [("Meld. St. 10 (2018–2019)", "white_paper", 83)]),
        ("Jf. NOU 2020: 13 s. 5.", [("NOU 2020: 13", "report", 5)]),
        ("Folkebibliotekloven krever uavhengige møteplasser.", [("Folkebibliotekloven", "law", None)]),
        (
            "Nasjonal bibliotekstrategi 2020-2023 (s. 4 og 28).",
            [
                ("Nasjonal bibliotekstrategi 2020-2023", "strategy", 4),
                ("Nasjonal bibliotekstrategi 2020-2023", "strategy", 28),
            ],
        ),
        ("Bibliotekstrategien (s. 4-6).", [("Bibliotekstrategien", "strategy", 4)]),
        (
            "Planstrategi 2024-2028 og Frivillighedspolitik 2022.",
            [("Planstrategi 2024-2028", "strategy", None), ("Frivillighedspolitik", "policy", None)],
        ),
        ("Det står i planverket til kommunen.", [("planverket til kommunen", "plan", None)]),
        ("Frivilligmeldinga og Frivilligmeldinga.", [("Frivilligmeldinga", "white_paper", None)]),
        ("Vi har en plan og en strategi, se aktivitetsplanen.", []),
        ("Se s. 12.", []),
        ("", []),
    ],
)
def test_documents_and_pages(text: str, found: list[tuple[str, str, int | None]]) -> None:
    assert [(tie.title, tie.kind, tie.page) for tie in ties(text)] == found


def test_page_belongs_to_the_document_named_last() -> None:
    found = ties("Bibliotekstrategien er klar. Strategien vil ha partnerskap (s. 28).")
    assert [(tie.title, tie.page) for tie in found] == [("Bibliotekstrategien", 28)]


def test_document_is_remembered_over_a_paragraph() -> None:
    found = ties("Kulturplanen er vedtatt.\n\nPå s. 3 står det om møteplasser.")
    assert [(tie.title, tie.page) for tie in found] == [("Kulturplanen", 3)]


def test_words_in_quotation_marks_are_quoted() -> None:
    (tie,) = ties("Kulturplanen sier: «Alle skal med» (s. 3).")
    assert (tie.quotation, tie.quoted) == ("Alle skal med", True)


def test_words_without_marks_are_claimed() -> None:
    (tie,) = ties("Kulturplanen sier at alle skal med (s. 3).")
    assert (tie.quotation, tie.quoted) == ("alle skal med", False)


def test_sentence_is_the_one_around_the_page() -> None:
    (tie,) = ties("Først dette. Kulturplanen vil at alle skal med (s. 3). Så noe annet.")
    assert tie.sentence == "Kulturplanen vil at alle skal med (s. 3)."


@pytest.mark.parametrize("heading", ["FORANKRING", "Forankring", "FORANKRING I PLANVERK", "Anchoring"])
def test_heading_of_the_section(heading: str) -> None:
    assert len(ties("Kulturplanen (s. 3).", heading)) == 1


def test_other_sections_are_read_only_without_one_on_anchoring() -> None:
    text = "BAKGRUNN\n\nProsjektet er forankret i Kulturplanen (s. 3).\n\nVi kjenner Skoleplanen (s. 4)."
    assert [tie.title for tie in read(f"Prosjektbeskrivelse\n\n{text}").anchorings] == ["Kulturplanen"]
    both = f"Prosjektbeskrivelse\n\n{text}\n\nFORANKRING\n\nBibliotekplanen (s. 5)."
    assert [tie.title for tie in read(both).anchorings] == ["Bibliotekplanen"]


def test_anchoring_knows_its_lines() -> None:
    (tie,) = ties("Kulturplanen (s. 3).")
    assert tie.lines == (5,)
