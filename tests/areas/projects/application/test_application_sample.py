"""The real application of 2022, read as it left the funder's form."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from samskaper.areas.projects.application import Application, Side, Status, read
from tests.areas.projects.application.variants import SAMPLE


@pytest.fixture(scope="module")
def app() -> Application:
    return read(SAMPLE)


def test_every_line_is_understood(app: Application) -> None:
    assert app.not_understood == ()
    assert len(app.account) == len(SAMPLE.split("\n"))
    assert all(app.account)


def test_applicant_is_the_institution(app: Application) -> None:
    assert app.applicant.name == "Innlandet fylkesbibliotek"
    assert app.applicant.address == "Postboks 4404 Bedriftsenteret"
    assert app.applicant.postcode == "2325 Hamar"
    assert app.applicant.place == "Innlandet fylkeskommune/Hamar"
    assert app.applicant.account == "00 000 000 000"


def test_leader_and_contact_are_two_people(app: Application) -> None:
    assert app.applicant.leader.name == "Leder Biblioteksjef"
    assert app.applicant.leader.email == "leder@example.org"
    assert app.applicant.contact.name == "Kontakt Rådgiver"
    assert app.applicant.contact.phone == "00 000 002"


def test_question_broken_over_two_lines_is_answered(app: Application) -> None:
    assert app.applicant.leader_is_contact is False


def test_title_aim_and_focus_areas(app: Application) -> None:
    assert app.title == "Samskaping- Fra planverk til hverdagspraksis"
    assert app.aim.startswith("Gjennom praktisk erfaring har bibliotek")
    assert app.aim.endswith("i lokalsamfunnet.")
    assert app.introduction.startswith("Med dette prosjektet ønsker")
    assert app.focus_areas == ("Nye samarbeidsformer",)
    assert app.duration == "Ettårig"


def test_two_main_goals(app: Application) -> None:
    assert [goal.number for goal in app.main_goals] == ["1", "2"]
    assert app.main_goals[0].text.startswith("Bibliotekene har invitert lag og foreninger")
    assert app.main_goals[0].lines == (55,)


def test_eleven_sub_goals_under_their_main_goals(app: Application) -> None:
    numbers = ["1.1", "1.2", "1.3", "1.4", "1.5", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6"]
    assert [goal.number for goal in app.sub_goals] == numbers
    assert [goal.main_goal for goal in app.sub_goals] == [number[0] for number in numbers]


def test_prefix_with_two_colons_is_no_part_of_the_goal(app: Application) -> None:
    assert app.sub_goals[0].text == "Det har blitt gjennomført et introduksjonskurs i samskaping."


def test_sections_have_their_headings(app: Application) -> None:
    assert [part.heading for part in app.sections if part.level == 1] == [
        "FORANKRING",
        "BAKGRUNN",
        "GJENNOMFØRING OG METODE",
        "ORGANISERING",
        "SPREDNING, ERFARINGSOVERFØRING OG KUNNSKAPSDELING",
    ]
    assert [part.heading for part in app.sections if part.level == 2] == [
        "Prosjektet Biblioteket som samskaper",
        "Spredning av samskaperkompetanse",
        "Delmål til hovedmål 1",
        "Delmål til hovedmål 2",
    ]


@pytest.mark.parametrize(
    "together",
    ["skape morgendagens tjenester.", "har lang erfaring med kompetanseutvikling og samskappingsprosesser i praksis."],
)
def test_sentence_broken_by_a_page_is_whole_again(app: Application, together: str) -> None:
    assert any(together in part.text for part in app.sections)


def test_goals_are_not_told_twice(app: Application) -> None:
    told = " ".join(part.text for part in app.sections)
    assert not any(goal.text in told for goal in app.sub_goals)


def test_twentynine_activities_have_dates(app: Application) -> None:
    assert len(app.activities) == 29
    assert all(activity.starts and activity.ends for activity in app.activities)


def test_activities_serve_none_one_or_several_goals(app: Application) -> None:
    assert Counter(len(activity.goals) for activity in app.activities) == {1: 25, 2: 3, 0: 1}
    assert app.activities[-1].text == "Sluttrapport er levert"
    assert app.activities[-1].goals == ()
    assert app.activities[20].goals == ("2.3", "2.4")


@pytest.mark.parametrize(
    ("number", "goals", "text", "starts", "ends"),
    [
        (1, ("1.2",), "De digitale samlingene er ferdig planlagt.", "2022-04-20", "2022-05-20"),
        (3, ("1.2",), "Alle eksterne bidragsyttere til samlingene er på plass.", "2022-05-20", "2022-06-01"),
        (10, ("1.2",), "Andre aksjon er gjennomført.", "2022-09-19", "2022-10-06"),
        (14, ("main 1",), "Hovedmål 1 er evaluert.", "2022-12-12", "2023-04-20"),
        (18, ("2.1",), "Første workshops med evalueringsgruppene er gjennomført.", "2022-09-01", "2022-09-15"),
        (28, ("main 2",), "Hovedmål 2 er evaluert", "2023-04-20", "2023-05-19"),
    ],
)
def test_activity_says_what_stands_there(
    app: Application, number: int, goals: tuple[str, ...], text: str, starts: str, ends: str
) -> None:
    activity = app.activities[number - 1]
    assert (activity.goals, activity.text) == (goals, text)
    assert (activity.starts, activity.ends) == (date.fromisoformat(starts), date.fromisoformat(ends))


def test_written_text_keeps_the_prefix(app: Application) -> None:
    assert app.activities[2].written == "Delmål: 1.2: Alle eksterne bidragsyttere til samlingene er på plass."


def test_three_lines_of_income_with_status(app: Application) -> None:
    assert [(line.amount, line.status) for line in app.budget.income] == [
        (500_000, Status.REQUESTED),
        (230_000, Status.CONFIRMED),
        (640_000, Status.CONFIRMED),
    ]
    assert app.budget.income[1].label == "Egenandel prosjektledelse"


def test_nine_lines_of_expenses(app: Application) -> None:
    amounts = [230_000, 640_000, 95_000, 130_000, 150_000, 60_000, 35_000, 20_000, 10_000]
    assert [line.amount for line in app.budget.expenses] == amounts
    assert {line.status for line in app.budget.expenses} == {Status.PLANNED}
    assert app.budget.expenses[0].label == "Prosjektledelse: 30 prosent stilling"


def test_both_sides_are_the_same_as_stated(app: Application) -> None:
    assert sum(line.amount for line in app.budget.income) == 1_370_000
    assert sum(line.amount for line in app.budget.expenses) == 1_370_000
    assert [(total.side, total.year, total.amount) for total in app.budget.stated] == [
        (Side.INCOME, 1, 1_370_000),
        (Side.EXPENSES, 1, 1_370_000),
        (Side.BOTH, 1, 0),
    ]


def test_four_partners_with_their_part(app: Application) -> None:
    assert app.has_partners is True
    assert [partner.name.removesuffix(" fylkesbibliotek") for partner in app.partners] == [
        "Rogaland",
        "Vestfold og Telemark",
        "Troms og Finnmark",
        "Viken",
    ]
    assert {partner.contribution for partner in app.partners} == {"Prosjektdeltaker i 20 prosent stilling"}


def test_four_anchorings_with_their_pages(app: Application) -> None:
    assert [(tie.title, tie.kind, tie.page) for tie in app.anchorings] == [
        ("Nasjonal bibliotekstrategi 2020-2023", "strategy", 4),
        ("Nasjonal bibliotekstrategi 2020-2023", "strategy", 28),
        ("Frivillighetsmeldingen", "white_paper", 83),
        ("planverk i alle de fem deltakende fylkeskommuner", "plan", None),
    ]


def test_anchoring_has_the_words_that_are_claimed(app: Application) -> None:
    claimed, called, quoted, plans = app.anchorings
    assert claimed.quotation == "moderne bibliotek skal være relevante institusjoner i lokalsamfunn"
    assert called.quotation.startswith("strategiens oppfordring til samarbeid og partnerskap")
    assert quoted.quotation.startswith("Innovasjonsarbeidet i offentlig sektor")
    assert (claimed.quoted, quoted.quoted) == (False, True)
    assert plans.sentence == "Videre er prosjektet forankret i planverk i alle de fem deltakende fylkeskommuner."
