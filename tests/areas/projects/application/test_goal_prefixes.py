"""The many ways in which people name the goal that a sentence serves."""

from __future__ import annotations

import pytest

from samskaper.areas.projects.application.refs import (
    Ref,
    read_bracketed,
    read_number,
    read_prefix,
    split_goals,
)


def sub(*numbers: str) -> tuple[Ref, ...]:
    return tuple(Ref("sub", tuple(number.split("."))) for number in numbers)


def main(*numbers: str) -> tuple[Ref, ...]:
    return tuple(Ref("main", (number,)) for number in numbers)


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("Delmål 1.2: Kurset er holdt.", sub("1.2")),
        ("Delmål: 1.1: Kurset er holdt.", sub("1.1")),
        ("Delmål 1.2 : Kurset er holdt.", sub("1.2")),
        ("Delmål 1.2. Kurset er holdt.", sub("1.2")),
        ("Delmål 1.2) Kurset er holdt.", sub("1.2")),
        ("Delmål 1.2 – Kurset er holdt.", sub("1.2")),
        ("Delmål 1.2 Kurset er holdt.", sub("1.2")),
        ("Delmål1.2: Kurset er holdt.", sub("1.2")),
        ("DELMÅL 1.2: Kurset er holdt.", sub("1.2")),
        ("Delmaal 1.2: Kurset er holdt.", sub("1.2")),
        ("Delmål nr. 1.2: Kurset er holdt.", sub("1.2")),
        ("Delmål 1.10: Kurset er holdt.", sub("1.10")),
        ("Delmål 2.3 og 2.4: Kurset er holdt.", sub("2.3", "2.4")),
        ("Delmåla 2.3 og 2.4: Kurset er holdt.", sub("2.3", "2.4")),
        ("Delmål 2.3, 2.4 og 2.5: Kurset er holdt.", sub("2.3", "2.4", "2.5")),
        ("Delmål 2.3/2.4: Kurset er holdt.", sub("2.3", "2.4")),
        ("Delmål 2.3 & 2.4: Kurset er holdt.", sub("2.3", "2.4")),
        ("Delmål 2.3; 2.4: Kurset er holdt.", sub("2.3", "2.4")),
        ("Delmål 2.3 samt 2.4: Kurset er holdt.", sub("2.3", "2.4")),
        ("Delmål 1.1-1.3: Kurset er holdt.", sub("1.1", "1.2", "1.3")),
        ("Delmåla 1.1–1.3: Kurset er holdt.", sub("1.1", "1.2", "1.3")),
        ("Delmål 1.1 til 1.3: Kurset er holdt.", sub("1.1", "1.2", "1.3")),
        ("Delmål 1.2: Delmål 1.3: Kurset er holdt.", sub("1.2", "1.3")),
        ("Delmål 1.2 og delmål 1.3: Kurset er holdt.", sub("1.2", "1.3")),
        ("Delmål 1.2, 1.2: Kurset er holdt.", sub("1.2")),
        ("Hovedmål 1: Kurset er holdt.", main("1")),
        ("Hovedmål 1.: Kurset er holdt.", main("1")),
        ("Hovudmål 2: Kurset er holdt.", main("2")),
        ("Hovedmål 1 og 2: Kurset er holdt.", main("1", "2")),
        ("Hovedmål 1, delmål 1.2: Kurset er holdt.", main("1") + sub("1.2")),
        ("Delmål 1.2 og hovedmål 2: Kurset er holdt.", sub("1.2") + main("2")),
        ("Hovedmål A: Kurset er holdt.", main("A")),
        ("Delmål a: Kurset er holdt.", sub("a")),
        ("Delmål a) Kurset er holdt.", sub("a")),
        ("Delmål a og b: Kurset er holdt.", sub("a", "b")),
        ("Delmål A.a: Kurset er holdt.", sub("A.a")),
        ("Delmål Aa: Kurset er holdt.", sub("A.a")),
        ("Delmål A1: Kurset er holdt.", sub("A.1")),
        ("Delmål 1a: Kurset er holdt.", sub("1.a")),
        ("Mål 1.2: Kurset er holdt.", sub("1.2")),
        ("Mål 1: Kurset er holdt.", main("1")),
        ("Main goal 1: Kurset er holdt.", main("1")),
        ("Sub-goal 1.2: Kurset er holdt.", sub("1.2")),
    ],
)
def test_prefix_is_taken_off(text: str, refs: tuple[Ref, ...]) -> None:
    prefix = read_prefix(text)
    assert prefix
    assert (prefix.refs, prefix.rest) == (refs, "Kurset er holdt.")


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("Hovedmål 1 er evaluert.", main("1")),
        ("Hovudmål 1 er evaluert", main("1")),
        ("Hovedmål A er evaluert.", main("A")),
        ("Delmål 1.2 er nådd.", sub("1.2")),
        ("Delmål b og c er nådd.", sub("b", "c")),
    ],
)
def test_goal_that_is_part_of_the_sentence_stays_there(text: str, refs: tuple[Ref, ...]) -> None:
    prefix = read_prefix(text)
    assert prefix
    assert (prefix.refs, prefix.rest) == (refs, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Sluttrapport er levert",
        "Delmål",
        "Delmål:",
        "Delmål i kurset er nådd",
        "Delmål å nå",
        "Målet er 50.",
        "Mål for kurset",
        "Kurset (delmål 1.2)",
        "Hovedmålgruppen er bred",
        "1.2: Kurset",
        "Delmålene er nådd",
    ],
)
def test_text_without_prefix(text: str) -> None:
    assert read_prefix(text) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("1.2: Kurset er holdt.", "Kurset er holdt."),
        ("1.2 Kurset", "Kurset"),
        ("1.2) Kurset", "Kurset"),
        ("1.2. Kurset", "Kurset"),
    ],
)
def test_number_alone_can_name_a_goal(text: str, rest: str) -> None:
    prefix = read_number(text)
    assert prefix
    assert (prefix.refs, prefix.rest) == (sub("1.2"), rest)


@pytest.mark.parametrize("text", ["12 personer", "1.2 prosent", "20.04.2022", "1. Kurset", "1.2"])
def test_number_that_names_no_goal(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("Kurset er holdt (delmål 1.2).", sub("1.2")),
        ("Kurset (delmål 1.2 og 1.3) er holdt", sub("1.2", "1.3")),
        ("Begge (hovedmål 1) og (delmål 2.1)", main("1") + sub("2.1")),
        ("Kurset (delmål i alt) er holdt", ()),
        ("Kurset er holdt (s. 12)", ()),
    ],
)
def test_goals_in_brackets(text: str, refs: tuple[Ref, ...]) -> None:
    assert read_bracketed(text) == refs


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Delmål 1.1: En. Delmål 1.2: To.", ["Delmål 1.1: En.", "Delmål 1.2: To."]),
        ("Hovedmål 1: En; delmål 1.1: To", ["Hovedmål 1: En", "delmål 1.1: To"]),
        ("Delmål 1.1: Vi når delmål 1.2 også.", ["Delmål 1.1: Vi når delmål 1.2 også."]),
        ("Ingen mål her", ["Ingen mål her"]),
        ("", []),
    ],
)
def test_goals_on_one_line_are_parted(text: str, pieces: list[str]) -> None:
    assert split_goals(text) == pieces


def test_long_ranges_are_not_counted_out() -> None:
    prefix = read_prefix("Delmål 1.1-1.999: Kurset")
    assert prefix
    assert prefix.refs == sub("1.1", "1.999")
