"""Questionnaires that are answered by those who come by a link, and two sides beside each other."""

from __future__ import annotations

import datetime as dt

import pytest

from samskaper.commons.feedback import commands, queries
from samskaper.commons.feedback.models import Answered, AnswerSheet, AskedOf, QuestionKind, Questionnaire
from samskaper.commons.feedback.register import audiences
from samskaper.commons.feedback.standard import Asked
from samskaper.commons.people.doer import SYSTEM, Doer, DoerKind
from samskaper.commons.people.models import Organisation
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict, Gone, Invalid, Missing
from tests.cast import Somebody, make_person

ABOUT = Ref("tests.evening", 1)
ASKED = (Asked(QuestionKind.SCALE, "Was it worth the time?", standard=False), Asked(QuestionKind.TEXT, "What did you gain?", standard=False))
audiences.add("tests.evening", lambda ref, doer: doer.link is None or doer.link[1].id < 100)


def club(number: int) -> Ref:
    return Ref("tests.club", number)


def bearer(number: int) -> Doer:
    return Doer(DoerKind.BEARER, link=("tests.club", club(number)))


def asking(library: Organisation, asked: str) -> Questionnaire:
    today = clock.today()
    return commands.open_questionnaire(
        about=ABOUT, within=None, owner=library.pk, title=f"Afterwards: {asked}", questions=ASKED, opens=today,
        closes=today + dt.timedelta(days=21), asked=asked, by=SYSTEM,
    )


@pytest.fixture
def theirs(library_a: Organisation) -> Questionnaire:
    return asking(library_a, AskedOf.BEARERS)


@pytest.fixture
def ours(library_a: Organisation) -> Questionnaire:
    return asking(library_a, AskedOf.PEOPLE)


def give(asked: Questionnaire, number: int, mark: str = "4", words: str = "") -> None:
    commands.answer(questionnaire=asked, values={1: mark, 2: words}, by=bearer(number), speaks_for=club(number))


def give_as_person(asked: Questionnaire, number: int, mark: str = "3") -> None:
    commands.answer(questionnaire=asked, values={1: mark}, by=make_person(f"P {number}").doer)


def test_one_answer_each_whoever_holds_the_link(theirs: Questionnaire) -> None:
    give(theirs, 1)
    with pytest.raises(Conflict):
        commands.answer(questionnaire=theirs, values={1: "1"}, by=bearer(2), speaks_for=club(1))

    assert queries.has_answered(theirs, bearer(1), speaks_for=club(1)) and AnswerSheet.objects.get().values == {"1": 4}


def test_what_was_answered_and_who_answered_share_nothing(theirs: Questionnaire) -> None:
    for number in range(1, 9):
        give(theirs, number, words=f"Words {number}")

    assert list(AnswerSheet.objects.order_by("pk").values_list("values", flat=True)) == [{"1": 4}] * 8
    assert list(Answered.objects.order_by("pk").values_list("speaks_for", flat=True)) != [str(club(number)) for number in range(1, 9)]


def test_each_side_answers_its_own(theirs: Questionnaire, ours: Questionnaire, staff_a: Somebody) -> None:
    for asked, by, speaks_for in ((theirs, staff_a.doer, None), (theirs, staff_a.doer, club(1)), (ours, bearer(1), club(1)), (theirs, bearer(1), None)):
        with pytest.raises(Missing):
            commands.answer(questionnaire=asked, values={1: "4"}, by=by, speaks_for=speaks_for)

    assert not AnswerSheet.objects.exists() and not Answered.objects.exists()


def test_a_stranger_with_a_link_learns_nothing(theirs: Questionnaire) -> None:
    with pytest.raises(Missing):
        commands.answer(questionnaire=theirs, values={1: "4"}, by=bearer(100), speaks_for=club(100))


def test_nothing_said_and_too_late(theirs: Questionnaire) -> None:
    with pytest.raises(Invalid):
        give(theirs, 1, mark="")
    commands.close(questionnaire=theirs, by=SYSTEM)
    with pytest.raises(Gone):
        give(theirs, 1)


def test_people_are_not_asked_what_is_for_others(theirs: Questionnaire, ours: Questionnaire, staff_a: Somebody) -> None:
    from samskaper.commons.feedback.register import answerable

    answerable.add("tests.evening", lambda doer: [ABOUT])

    assert list(queries.waiting_for(staff_a.doer)) == [ours]


@pytest.mark.parametrize(("clubs", "people", "shown"), [(5, 5, True), (4, 9, False), (9, 4, False), (5, 6, True)])
def test_sides_stand_beside_each_other_when_both_are_enough(theirs: Questionnaire, ours: Questionnaire, clubs: int, people: int, shown: bool) -> None:
    for number in range(1, clubs + 1):
        give(theirs, number)
    for number in range(people):
        give_as_person(ours, number)
    commands.close(questionnaire=theirs, by=SYSTEM)
    assert queries.compared(theirs, ours) is None
    commands.close(questionnaire=ours, by=SYSTEM)
    rows = queries.compared(theirs, ours)

    assert rows is not None and [row.question.text for row in rows if not row.hidden] == (["Was it worth the time?"] if shown else [])


def test_forgetting_one_leaves_what_was_answered(theirs: Questionnaire) -> None:
    give(theirs, 1)
    assert commands.forget_answered(speaks_for=club(1), by=SYSTEM) == 1

    assert AnswerSheet.objects.count() == 1 and not Answered.objects.exists()
