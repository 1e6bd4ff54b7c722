"""Somebody of B sends forms of her own with numbers of A in them, and the other way round."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps

from samskaper.config.checkseed.seed import Seed
from samskaper.config.checkseed.world import World
from tests.config.doors.answers import is_refused, words_of
from tests.config.seeding import Visitor

Case = tuple[str, str, Callable[[World, World], str], Callable[[World, World], dict[str, Any]]]


def path(pattern: str, *keys: str) -> Callable[[World, World], str]:
    """Return how to make an address of one's own side."""
    return lambda mine, theirs: pattern.format(*(mine.ids[key] for key in keys))


def sent(**fields: str) -> Callable[[World, World], dict[str, Any]]:
    """Return how to make a form: «>key» is the other side's number, «<key» one's own, anything else stands for itself."""
    return lambda mine, theirs: {name: value_of(text, mine, theirs) for name, text in fields.items()}


def value_of(text: str, mine: World, theirs: World) -> str:
    if text[:1] not in "<>":
        return text
    return str((theirs if text[0] == ">" else mine).ids[text[1:]])


REFUSED: list[Case] = [
    ("a series in the name of their library", "adviser", path("/nb/programmes/new/"),
     sent(pattern="single", title="X", owner=">library", language="nb", first="2030-03-05", hour="09:00")),
    ("somebody of theirs into a group", "adviser", path("/nb/programmes/gatherings/{}/groups/move/", "gathering"),
     sent(enrolment=">enrolment", number="1")),
    ("a letter to somebody of theirs", "adviser", path("/nb/programmes/{}/lead/write/", "programme"),
     sent(subject="Hei", words="Hei", to=">enrolment")),
    ("a talk for a goal of theirs", "adviser", path("/nb/projects/{}/dissemination/", "project"),
     sent(kind="talk", title="X", day="2026-01-05", sub_goal=">goal")),
    ("an application in the name of their library", "adviser", path("/nb/projects/import/"),
     sent(text="Prosjekttittel\nX", owner=">library", language="nb", do="save")),
    ("an answer to a remark about their plan", "adviser", path("/nb/projects/{}/remarks/f00/accept/", "project"), sent()),
    ("the end of a role of theirs", "leader",
     lambda mine, theirs: f"/nb/organisations/{mine.ids['town']}/roles/{theirs.ids['membership']}/end/", sent()),
    ("a tie of their project to our plan", "planner", path("/nb/plans/tie/"),
     lambda mine, theirs: {"record": f"projects.project:{theirs.ids['project']}", "section": str(mine.ids["section"]), "says": "X"}),
    ("a person of theirs to be", "participant", path("/nb/arrive/?ask=1"),
     lambda mine, theirs: {"who": str(theirs.people["participant"].pk)}),
]
PASSED_OVER: list[Case] = [
    ("marks for their participants", "adviser", path("/nb/programmes/gatherings/{}/attendance/", "gathering"),
     lambda mine, theirs: {f"mark-{theirs.ids['enrolment']}": "absent", f"was-{theirs.ids['enrolment']}": "present"}),
    ("their invited off the list", "adviser", path("/nb/programmes/{}/publish/list/remove/", "draft"), sent(invitation=">invitation")),
]


def name_of(case: Case) -> str:
    return case[0]


def either_way(seed: Seed) -> list[tuple[World, World]]:
    return [(seed.sides["a"], seed.sides["b"]), (seed.sides["b"], seed.sides["a"])]


def theirs_now(theirs: World) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of the other side that these forms are about."""
    wanted = {"programmes.Enrolment": "enrolment", "programmes.Attendance": "", "programmes.Invitation": "", "people.Membership": ""}
    found = {}
    for name, key in wanted.items():
        rows = apps.get_model(name)._default_manager.order_by("pk")
        found[name] = list(rows.filter(pk=theirs.ids[key]).values() if key else rows.values())
    return found


@pytest.mark.parametrize("case", REFUSED, ids=name_of)
def test_what_is_sent_with_their_numbers_is_refused(seed: Seed, browsers: dict[str, Visitor], case: Case) -> None:
    _name, role, address, form = case

    for mine, theirs in either_way(seed):
        answer = browsers[f"{role}_{mine.side}"].knock("POST", address(mine, theirs), form(mine, theirs))

        assert is_refused(answer) or answer.status_code in {409, 422}, answer.status_code
        assert not [bird.where for bird in theirs.cage.birds if bird.word in words_of(answer)]


@pytest.mark.parametrize("case", PASSED_OVER, ids=name_of)
def test_their_numbers_among_ours_change_nothing_of_theirs(seed: Seed, browsers: dict[str, Visitor], case: Case) -> None:
    _name, role, address, form = case

    for mine, theirs in either_way(seed):
        visitor = browsers[f"{role}_{mine.side}"]
        before = theirs_now(theirs)

        with visitor.lasting():
            answer = visitor.knock("POST", address(mine, theirs), form(mine, theirs))
            after = theirs_now(theirs)

        assert answer.status_code < 500
        assert after == before


@pytest.mark.parametrize("query", [
    "/nb/programmes/new/?from=projects.project:{project}", "/nb/plans/tie/?record=projects.project:{project}",
    "/nb/projects/{own}/numbers/programmes.attended/?page=2", "/nb/questions/{questionnaire_closed}/results/?only=1",
    "/nb/organisations/?words=kanari", "/nb/plans/?q=kanari", "/nb/mail/?page=1", "/nb/desk/?person=1",
    "/nb/calendar/programmes/{entry}.ics",
])
def test_their_numbers_in_a_query_show_nothing_of_theirs(seed: Seed, browsers: dict[str, Visitor], query: str) -> None:
    for mine, theirs in either_way(seed):
        for role in ("adviser", "participant", "planner", "leader"):
            answer = browsers[f"{role}_{mine.side}"].knock("GET", query.format(own=mine.ids["project"], **theirs.ids))

            assert answer.status_code < 500
            assert not [bird.where for bird in theirs.cage.birds if bird.word in words_of(answer)]
