"""Other forms, other people, other programs: the same project."""

from __future__ import annotations

import pytest

from samskaper.areas.projects.application import Application, Status, Why, read
from tests.areas.projects.application import variants
from tests.areas.projects.application.variants import SAMPLE, VARIANTS


def gist(app: Application) -> dict[str, object]:
    """What an application says, whatever its lines."""
    return {
        "name": app.applicant.name,
        "title": app.title,
        "main": [goal.number for goal in app.main_goals],
        "sub": [(goal.number, goal.text) for goal in app.sub_goals],
        "activities": {
            (each.text.replace("Hovud", "Hoved").rstrip(".,"), each.starts, each.ends, each.goals)
            for each in app.activities
        },
        "income": [(line.amount, line.status) for line in app.budget.income],
        "expenses": [(line.label.replace("Hovud", "Hoved"), line.amount) for line in app.budget.expenses],
        "partners": [(partner.name, partner.contribution) for partner in app.partners],
        "anchorings": [(tie.title, tie.page) for tie in app.anchorings],
    }


@pytest.mark.parametrize("name", VARIANTS)
def test_variant_says_the_same_as_the_sample(name: str) -> None:
    expected = gist(read(SAMPLE))
    found = gist(read(VARIANTS[name]))
    for key, value in expected.items():
        assert found[key] == value, key


@pytest.mark.parametrize("name", VARIANTS)
def test_variant_leaves_nothing_over(name: str) -> None:
    assert read(VARIANTS[name]).not_understood == ()


def test_three_years_have_their_own_lines_and_totals() -> None:
    app = read(variants.three_years())
    assert app.duration == "Treårig"
    assert [line.year for line in app.budget.income] == [1, 1, 1, 2, 2, 2, 3, 3, 3]
    assert len(app.budget.expenses) == 27
    assert [(total.side.value, total.year) for total in app.budget.stated][:6] == [
        ("income", 1),
        ("expenses", 1),
        ("income", 2),
        ("expenses", 2),
        ("income", 3),
        ("expenses", 3),
    ]
    assert app.not_understood == ()


def test_three_years_ask_for_the_grant_each_year() -> None:
    income = read(variants.three_years()).budget.income
    assert [line.amount for line in income if line.status is Status.REQUESTED] == [500_000] * 3


def test_no_partners_is_an_answer() -> None:
    app = read(variants.no_partners())
    assert app.has_partners is False
    assert app.partners == ()
    assert app.not_understood == ()


def test_lettered_goals_keep_their_letters() -> None:
    app = read(variants.lettered())
    assert [goal.number for goal in app.main_goals] == ["A", "B"]
    assert [goal.number for goal in app.sub_goals] == [
        "A.a",
        "A.b",
        "A.c",
        "A.d",
        "A.e",
        "B.a",
        "B.b",
        "B.c",
        "B.d",
        "B.e",
        "B.f",
    ]


def test_lettered_goals_are_served_like_numbered_ones() -> None:
    lettered, numbered = read(variants.lettered()), read(SAMPLE)
    assert lettered.not_understood == ()
    assert [len(each.goals) for each in lettered.activities] == [len(each.goals) for each in numbered.activities]
    assert lettered.activities[20].goals == ("B.c", "B.d")
    assert lettered.activities[13].goals == ("main A",)


def test_eighty_activities_are_all_there() -> None:
    app = read(variants.eighty_activities())
    assert len(app.activities) == 80
    assert app.activities[79].text == "Aktivitet nummer 50 er gjennomført."
    assert app.not_understood == ()


def test_first_half_keeps_what_came_before_the_cut() -> None:
    app = read(variants.first_half())
    assert (len(app.main_goals), len(app.sub_goals), len(app.activities)) == (2, 11, 7)
    assert app.activities[-1].starts is not None
    assert app.activities[-1].ends is None
    assert [(left.why, left.line) for left in app.not_understood] == [(Why.NO_DATES, 214)]


def test_second_half_keeps_what_came_after_the_cut() -> None:
    app = read(variants.second_half())
    assert len(app.activities) == 23
    assert (len(app.budget.income), len(app.budget.expenses), len(app.partners)) == (3, 9, 4)
    assert {left.why for left in app.not_understood} == {Why.NO_TEXT, Why.NO_DATES, Why.UNKNOWN_GOAL} - {Why.NO_DATES}


def test_second_half_still_tells_which_goals_were_meant() -> None:
    app = read(variants.second_half())
    assert app.activities[1].goals == ("1.2",)
    assert app.activities[-2].goals == ("main 2",)


def test_page_furniture_is_told_apart_from_text() -> None:
    app = read(variants.broken_over_pages())
    assert app.account.count("page") >= 16
    assert not any("Side 3" in activity.written for activity in app.activities)


@pytest.mark.parametrize("heading", variants.PARTS)
def test_missing_part_harms_no_other(heading: str) -> None:
    whole, less = gist(read(SAMPLE)), gist(read(SAMPLE.replace(variants.part(heading), "")))
    touched = {
        "Søker": {"name"},
        "Prosjekttittel": {"title"},
        "Mål": {"main"},
        "Prosjektbeskrivelse": {"sub", "anchorings"},
        "Framdriftsplan": {"activities"},
        "Budsjett": {"income", "expenses"},
        "Samarbeidspartnere": {"partners"},
    }.get(heading, set())
    assert {key for key in whole if whole[key] != less[key]} == touched


@pytest.mark.parametrize(
    "heading",
    [
        "Aktivitetsplan for prosjektet\n",
        "Framdriftsplan\n",
        "Budsjett\n",
        "1. prosjektår\n",
        "Prosjektbeskrivelse\n",
        "Utgifter 1. prosjektår\n",
        "Prosjekt\n",
        "Beskriv prosjektet\n",
    ],
)
def test_missing_heading_is_made_up_for_by_the_labels(heading: str) -> None:
    assert f"\n{heading}" in SAMPLE
    assert gist(read(SAMPLE.replace(f"\n{heading}", "\n", 1))) == gist(read(SAMPLE))


def test_danish_application() -> None:
    app = read(DANISH)
    assert app.not_understood == ()
    assert app.applicant.name == "Centralbiblioteket"
    assert app.title == "Fra plan til hverdag"
    assert app.duration == "2-årig"
    assert [goal.number for goal in app.sub_goals] == ["1.1", "1.2"]
    assert [each.goals for each in app.activities] == [("1.1",), ("1.1", "1.2"), ("main 1",)]
    assert [(line.label, line.amount, line.status.value) for line in app.budget.income] == [
        ("Ansøgt beløb", 300_000, "requested"),
        ("Egenfinansiering", 200_000, "confirmed"),
    ]
    assert [(line.label, line.amount) for line in app.budget.expenses] == [("Løn", 450_000), ("Trykning", 50_000)]
    assert [(partner.name, partner.contribution) for partner in app.partners] == [
        ("En kommune", "Deltager i styregruppen")
    ]
    assert [(tie.title, tie.page) for tie in app.anchorings] == [("Planstrategi 2024-2028", 12)]


DANISH = """Ansøger

Institutionsnavn\tCentralbiblioteket
Postnummer\t0000

Projekttitel

Fra plan til hverdag

Projektets mål

Projektets formål: Foreninger og bibliotek løser opgaver sammen.

Hovedmål 1: Biblioteket samskaber i hverdagen.

Projektbeskrivelse

BAGGRUND

Der er lang vej fra plan til hverdag.

FORANKRING

Projektet bygger på Planstrategi 2024-2028 om at borgere skal med (s. 12).

Delmål 1.1: Tre samlinger er holdt.

Delmål 1.2: Foreninger har været med.

Tidsplan

Projektet er\t2-årig

Aktivitetsplan for projektet

Beskrivelse\tDelmål 1.1: Første samling er holdt.
Fra dato\t1. februar 2025
Til dato\t28.02.2025
Beskrivelse\tDelmål 1.1 og 1.2: Anden samling er holdt.
Fra dato\t1/3 2025
Til dato\t2025-03-31
Beskrivelse\tHovedmål 1 er evalueret.
Fra dato\t01-11-2025
Til dato\t30-11-2025

Budget

1. projektår

Ansøgt beløb\t300.000 kr.

Andre indtægter 1. projektår

Beskrivelse\tEgenfinansiering (bekræftet)
Beløb\t200.000,00

Indtægter i alt 1. projektår:\t500.000

Udgifter 1. projektår

Beskrivelse\tLøn
Beløb\tkr. 450.000,-
Beskrivelse\tTrykning
Beløb\t50.000

Udgifter i alt 1. projektår:\t500.000

Samarbejdspartnere

Har du samarbejdspartner(e)?\tJa

Navn\tEn kommune
Beskriv samarbejdet\tDeltager i styregruppen
"""
