"""What facts a text asks for."""

from __future__ import annotations

import pytest

from samskaper.areas.projects.rules.measures import asked_by_goal, expected_to_complete, shown_by_fact


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Det har blitt gjennomført et introduksjonskurs i samskaping.", {"programmes.introduction_held": 1}),
        ("Minst 50 ansatte fullfører kursrekka", {"programmes.completed": 50}),
        ("Minst femti tilsette fullfører kursrekkja", {"programmes.completed": 50}),
        ("Mindst 30 ansatte gennemfører kursusrækken", {"programmes.completed": 30}),
        ("At least fifty employees complete the series", {"programmes.completed": 50}),
        ("Det er gjennomført en kursrekke på tre digitale samlinger", {"programmes.gathering_held": 3}),
        ("Det er halde to nettbaserte samlingar", {"programmes.gathering_held": 2}),
        ("Det har blitt holdt en digital samling rettet mot lag og foreninger", {"programmes.associations_met": 1}),
        ("Deltakerne har mellom kursdagene hatt samtaler med tre lag eller foreninger", {}),
        ("Det er holdt 150 utforskende samtaler med lag og foreninger", {"programmes.conversation_held": 150}),
        ("Det er avholdt to digitale lanseringer", {}),
        ("De har oppdaget felles utfordringer de kan løse sammen.", {"cocreation.challenge_shared": 1}),
        ("Minst åtte felles utfordringar er funne", {"cocreation.challenge_shared": 8}),
        ("Der er fundet 12 fælles udfordringer", {"cocreation.challenge_shared": 12}),
        ("Det er satt i gang fem felles tiltak", {"cocreation.initiative_begun": 5}),
        ("", {}),
    ],
)
def test_goals_ask_for_facts(text: str, asked: dict[str, int]) -> None:
    assert {one.fact_key: one.target for one in asked_by_goal(text)} == asked


def test_three_conversations_each_asks_as_many_as_should_take_part() -> None:
    goal = "Deltakerne har mellom kursdagene hatt utforskende samtaler med tre lag eller foreninger."

    assert [(one.fact_key, one.target) for one in asked_by_goal(goal, participants=50)] == [("programmes.all_conversations_held", 50)]


@pytest.mark.parametrize(
    ("text", "key", "number"),
    [
        ("Første samling er gjennomført.", "programmes.gathering_held", 1),
        ("Tredje samling er gjennomført.", "programmes.gathering_held", 3),
        ("Andre aksjon er gjennomført.", "programmes.action_done", 2),
        ("Fyrste aksjon er gjennomført", "programmes.action_done", 1),
        ("Anden aktion er gennemført", "programmes.action_done", 2),
        ("Ferdig program er sendt til alle bibliotekansatte.", "programmes.programme_sent", 0),
        ("Vi har holdt introduksjonskurset", "programmes.introduction_held", 0),
        ("En digital samling for frivillige lag og foreninger er gjennomført.", "programmes.associations_met", 0),
    ],
)
def test_activities_show_by_facts(text: str, key: str, number: int) -> None:
    shown = shown_by_fact(text)

    assert shown and (shown.fact_key, shown.number) == (key, number)


@pytest.mark.parametrize(
    "text",
    [
        "De digitale samlingene er ferdig planlagt.",
        "Første workshops med evalueringsgruppene er gjennomført.",
        "Programmet til lanseringssamlingen er sendt til bibliotekansatte og andre interesserte",
        "Sluttrapport er levert",
        "",
    ],
)
def test_other_activities_are_said_by_hand(text: str) -> None:
    assert shown_by_fact(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Målet er at minst 50 bibliotekansatte deltar og fullfører kursrekka.", 50),
        ("Minst tjue deltek og fullfører kursrekkja.", 20),
        ("Vi håper at mange fullfører.", None),
    ],
)
def test_the_description_may_say_how_many_complete(text: str, number: int | None) -> None:
    assert expected_to_complete(text) == number
