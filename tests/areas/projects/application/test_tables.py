"""Activities, money and partners in tables of all sorts, and what is wrong with them."""

from __future__ import annotations

from datetime import date

import pytest

from samskaper.areas.projects.application import Application, BudgetLine, Why, read

GOALS = "Mål\n\nHovedmål 1: Alt.\n\nDelmål 1.1: Litt.\n\nDelmål 1.2: Mer.\n\n"
ROW = "Beskrivelse\tDelmål 1.1: Kurset er holdt.\nFra dato\t01.02.2022\nTil dato\t28.02.2022\n"


def plan(rows: str) -> Application:
    return read(f"{GOALS}Aktivitetsplan\n\n{rows}")


def budget(rows: str) -> Application:
    return read(f"Budsjett\n\n1. prosjektår\n\n{rows}")


def whys(app: Application) -> list[tuple[int, str]]:
    return [(left.line, left.why.value) for left in app.not_understood]


@pytest.mark.parametrize(
    "rows",
    [
        ROW,
        ROW.replace("\t", ": "),
        ROW.replace("\t", "\n"),
        ROW.replace("\n", "\n\n"),
        ROW.replace("Kurset er", "Kurset\ner"),
        ROW.replace("Fra", "Aktivitetsperiode\nFra"),
        ROW.replace("Fra dato", "Frå dato").replace("Beskrivelse", "Beskriving"),
        "Delmål 1.1: Kurset er holdt.\t01.02.2022\t28.02.2022\n",
        "Delmål 1.1: Kurset er holdt. 01.02.2022 - 28.02.2022\n",
        "Delmål 1.1: Kurset er holdt. (01.02.2022–28.02.2022)\n",
        "| Delmål 1.1: Kurset er holdt. | 01.02.2022 | 28.02.2022 |\n",
        "Beskrivelse\tFra dato\tTil dato\n---\t---\t---\nDelmål 1.1: Kurset er holdt.\t01.02.2022\t28.02.2022\n",
        "Beskrivelse\tDelmål 1.1: Kurset er holdt.\nAktivitetsperiode\t01.02.2022 - 28.02.2022\n",
        "Beskrivelse\tDelmål 1.1: Kurset er holdt.\nAktivitetsperiode\n01.02.2022 - 28.02.2022\n",
    ],
)
def test_one_activity_in_many_tables(rows: str) -> None:
    (activity,) = plan(rows).activities
    assert (activity.text.rstrip("."), activity.goals) == ("Kurset er holdt", ("1.1",))
    assert (activity.starts, activity.ends) == (date(2022, 2, 1), date(2022, 2, 28))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (ROW.replace("28.02", "30.02"), [(11, "no-dates"), (13, "not-a-date")]),
        (ROW.replace("Til dato\t28.02.2022\n", ""), [(11, "no-dates")]),
        (ROW.replace("1.1", "3.1"), [(11, "unknown-goal")]),
        ("Fra dato\t01.02.2022\nTil dato\t28.02.2022\n", [(11, "no-text")]),
        (ROW + "En løs linje\n", [(14, "no-place")]),
        ("Beskrivelse\nFra dato\nTil dato\n", [(11, "no-text")]),
    ],
)
def test_what_is_wrong_with_an_activity(rows: str, expected: list[tuple[int, str]]) -> None:
    assert whys(plan(rows)) == expected


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        ("Kurset er holdt (delmål 1.2)", ("1.2",)),
        ("1.2: Kurset er holdt", ("1.2",)),
        ("Delmål 1: Kurset", ("1.1",)),
        ("Delmål 1.1: Kurset er holdt. Delmål 1.2: Og evaluert.", ("1.1", "1.2")),
        ("Kurset er holdt", ()),
        ("9.9: Kurset", ()),
        ("Hovedmål 1 og delmål 1.2: Kurset", ("main 1", "1.2")),
    ],
)
def test_goals_of_an_activity(text: str, goals: tuple[str, ...]) -> None:
    assert plan(ROW.replace("Delmål 1.1: Kurset er holdt.", text)).activities[0].goals == goals


def test_letter_that_two_goals_have_is_left_open() -> None:
    goals = "Mål\n\nHovedmål A: En.\n\nDelmål a: Litt.\n\nHovedmål B: To.\n\nDelmål a: Mer.\n\n"
    app = read(f"{goals}Aktivitetsplan\n\n{ROW.replace('1.1', 'a')}")
    assert app.activities[0].goals == ()
    assert [left.why for left in app.not_understood] == [Why.UNSURE_GOAL]


def test_goal_that_comes_twice_is_listed() -> None:
    app = read("Mål\n\nHovedmål 1: En.\n\nHovedmål 1: To.")
    assert [goal.text for goal in app.main_goals] == ["En."]
    assert whys(app) == [(5, "goal-twice")]


def test_goals_may_be_numbers_alone_under_their_heading() -> None:
    app = read("Prosjektbeskrivelse\n\nDelmål til hovedmål 1\n\n1.1 Kurset er holdt.\n\n1.2 Kurset er evaluert.")
    assert [(goal.number, goal.text) for goal in app.sub_goals] == [
        ("1.1", "Kurset er holdt."),
        ("1.2", "Kurset er evaluert."),
    ]


def test_numbered_headings_are_no_goals() -> None:
    app = read("Prosjektbeskrivelse\n\n1.1 Bakgrunn\n\nDet var en gang.")
    assert app.sub_goals == ()


MONEY = "Utgifter 1. prosjektår\n\nBeskrivelse\tReise\nBeløp\t20 000\n"


@pytest.mark.parametrize(
    "rows",
    [
        MONEY,
        MONEY.replace("\t", ": "),
        MONEY.replace("\t", "\n"),
        MONEY.replace("20 000", "kr 20.000,-"),
        "Utgifter 1. prosjektår\n\nReise\t20 000\n",
        "Utgifter 1. prosjektår\n\nReise 20 000\n",
        "Utgifter\n\nReise\t20 000 kr\n",
        "Kostnader\n\nBeskrivelse\tBeløp\nReise\t20 000\n",
        "Udgifter 1. projektår\n\nBeskrivelse\tReise\nBeløb\t20.000\n",
    ],
)
def test_one_expense_in_many_tables(rows: str) -> None:
    (line,) = budget(rows).budget.expenses
    assert (line.label, line.amount, line.year) == ("Reise", 20_000, 1)


@pytest.mark.parametrize(
    ("label", "clean", "status"),
    [
        ("Eigendel (stadfesta tilskot)", "Eigendel", "confirmed"),
        ("Egenandel (bekreftet)", "Egenandel", "confirmed"),
        ("Egenfinansiering (bekræftet)", "Egenfinansiering", "confirmed"),
        ("Fylket (omsøkt)", "Fylket", "requested"),
        ("Fylket (ikke bekreftet)", "Fylket", "expected"),
        ("Fylket (ubekreftet)", "Fylket", "expected"),
        ("Fylket", "Fylket", "expected"),
        ("Fylket (arbeid)", "Fylket (arbeid)", "expected"),
        ("(bekreftet) Fylket", "Fylket", "confirmed"),
        ("Fylket (forventet tilskudd)", "Fylket", "expected"),
    ],
)
def test_status_of_income(label: str, clean: str, status: str) -> None:
    (line,) = budget(f"Andre inntekter 1. prosjektår\n\nBeskrivelse\t{label}\nBeløp\t10\n").budget.income
    assert (line.label, line.status.value) == (clean, status)


@pytest.mark.parametrize(
    "label",
    ["Søknadsbeløp fra Nasjonalbiblioteket", "Søknadsbeløp frå Nasjonalbiblioteket", "Ansøgt beløb", "Omsøkt beløp"],
)
def test_grant_is_requested_income(label: str) -> None:
    (line,) = budget(f"{label}\t500 000\n").budget.income
    assert (line.label, line.amount, line.status.value) == (label, 500_000, "requested")


def test_expenses_without_heading_follow_the_total_of_the_income() -> None:
    rows = MONEY.removeprefix("Utgifter 1. prosjektår\n\n")
    app = budget(f"Søknadsbeløp\t20 000\nInntekter totalt\t20 000\n{rows}Utgifter totalt\t20 000\n")
    assert [line.label for line in app.budget.expenses] == ["Reise"]
    assert app.not_understood == ()


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("Utgifter\nBeskrivelse\tReise\n", [(6, "no-amount")]),
        ("Utgifter\nBeskrivelse\tReise\nBeløp\tmye\n", [(6, "no-amount"), (7, "not-an-amount")]),
        ("Utgifter\nBeløp\t10\n", [(6, "no-text")]),
        ("Utgifter\nUtgifter totalt\tmye\n", [(6, "not-an-amount")]),
        ("Utgifter\nReise\t10\nEn løs linje\n", [(7, "no-place")]),
        ("Inntekter totalt\t10\nReise\t10\n", [(6, "no-side")]),
    ],
)
def test_what_is_wrong_with_money(rows: str, expected: list[tuple[int, str]]) -> None:
    assert whys(budget(rows)) == expected


def test_years_follow_their_headings() -> None:
    years = "".join(
        f"{n}. prosjektår\nUtgifter {n}. prosjektår\nReise\t{n} 000\nUtgifter totalt {n}. prosjektår:\t{n} 000\n"
        for n in (1, 2, 3)
    )
    app = read(f"Budsjett\n{years}")
    found: list[BudgetLine] = list(app.budget.expenses)
    assert [(line.year, line.amount) for line in found] == [(1, 1000), (2, 2000), (3, 3000)]
    assert [(total.year, total.amount) for total in app.budget.stated] == [(1, 1000), (2, 2000), (3, 3000)]


@pytest.mark.parametrize(
    "rows",
    [
        "Navn\tEn kommune\nBeskriv samarbeidet\tEr med\n",
        "Navn: En kommune\nBeskriv samarbeidet: Er med\n",
        "Namn\tEn kommune\nSkildr samarbeidet\tEr med\n",
        "Navn\nEn kommune\nBeskriv samarbeidet\nEr med\n",
        "En kommune\tEr med\n",
        "Navn\tBidrag\nEn kommune\tEr med\n",
        "Navn\tEn\nkommune\nBeskriv samarbeidet\tEr\nmed\n",
    ],
)
def test_one_partner_in_many_tables(rows: str) -> None:
    app = read(f"Samarbeidspartnere\n\n{rows}")
    assert [(partner.name, partner.contribution) for partner in app.partners] == [("En kommune", "Er med")]
    assert app.not_understood == ()


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ("Har du samarbeidspartner(e)?\tJa", True),
        ("Har du samarbeidspartner(e)? Nei", False),
        ("Har du samarbeidspartner(e)?\nNei", False),
        ("Har du samarbejdspartner(e)?\tNej", False),
        ("", None),
    ],
)
def test_question_about_partners(answer: str, says: bool | None) -> None:
    assert read(f"Samarbeidspartnere\n\n{answer}\n").has_partners is says
