"""Evaluations: answers and who answered cannot be brought together again."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from samskaper.commons.feedback import commands, queries, rules
from samskaper.commons.feedback.models import Answered, AnswerSheet, FreeText, Questionnaire
from samskaper.commons.feedback.register import audiences
from samskaper.commons.feedback.standard import AFTER_GATHERING
from samskaper.commons.people.doer import SYSTEM
from samskaper.commons.people.models import Organisation
from samskaper.commons.record.models import Fact
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict, Gone, Invalid, Missing
from tests.cast import Somebody, make_person

ABOUT = Ref("tests.thing", 1)
ALLOWED: set[int] = set()
audiences.add("tests.thing", lambda ref, doer: doer.person in ALLOWED)


@pytest.fixture
def questionnaire(library_a: Organisation) -> Questionnaire:
    ALLOWED.clear()
    today = clock.today()
    return commands.open_questionnaire(
        about=ABOUT, within=None, owner=library_a.pk, title="After gathering 1", questions=AFTER_GATHERING,
        opens=today, closes=today + dt.timedelta(days=7), by=SYSTEM,
    )


def people(number: int, name: str = "P") -> list[Somebody]:
    made = [make_person(f"{name} {n}") for n in range(number)]
    ALLOWED.update(somebody.person.pk for somebody in made if somebody.person)
    return made


def give(questionnaire: Questionnaire, somebody: Somebody, **values: Any) -> None:
    commands.answer(
        questionnaire=questionnaire, values={int(key[1:]): value for key, value in values.items()}, by=somebody.doer
    )


def test_tables_share_no_column_but_the_questionnaire() -> None:
    def columns(model: Any) -> set[str]:
        return {field.column for field in model._meta.fields} - {"id"}

    assert columns(AnswerSheet) & columns(Answered) == {"questionnaire_id"}
    assert columns(FreeText) & (columns(Answered) | columns(AnswerSheet)) == set()


def test_ids_do_not_follow_the_order_of_answering(questionnaire: Questionnaire) -> None:
    for somebody in people(12):
        give(questionnaire, somebody, q1="4", q5="Thanks")
    sheets = list(AnswerSheet.objects.order_by("pk").values_list("pk", flat=True))
    assert max(sheets) - min(sheets) > 1_000_000
    assert set(sheets).isdisjoint(Answered.objects.values_list("pk", flat=True))


def test_answering_leaves_no_fact(questionnaire: Questionnaire) -> None:
    before = Fact.objects.count()
    give(questionnaire, people(1)[0], q1="5")
    assert Fact.objects.count() == before


def test_second_answer_is_refused_and_changes_nothing(questionnaire: Questionnaire) -> None:
    somebody = people(1)[0]
    give(questionnaire, somebody, q1="5")
    with pytest.raises(Conflict):
        give(questionnaire, somebody, q1="1")
    assert AnswerSheet.objects.get().values == {"1": 5}


def test_stranger_does_not_learn_that_it_exists(questionnaire: Questionnaire, staff_b: Somebody) -> None:
    with pytest.raises(Missing):
        give(questionnaire, staff_b, q1="5")
    assert staff_b.client.get(f"/en/questions/{questionnaire.pk}/").status_code == 404
    assert staff_b.client.get(f"/en/questions/{questionnaire.pk}/results/").status_code == 404


def test_closed_questionnaire_takes_no_answers(questionnaire: Questionnaire) -> None:
    somebody = people(1)[0]
    commands.close(questionnaire=questionnaire, by=SYSTEM)
    with pytest.raises(Gone):
        give(questionnaire, somebody, q1="5")


def test_open_questionnaire_has_no_results(questionnaire: Questionnaire) -> None:
    for somebody in people(6):
        give(questionnaire, somebody, q1="4")
    assert queries.results(questionnaire) is None


def test_four_answers_are_not_shown(questionnaire: Questionnaire) -> None:
    for somebody in people(4):
        give(questionnaire, somebody, q1="4")
    commands.close(questionnaire=questionnaire, by=SYSTEM)
    found = queries.results(questionnaire)
    assert found is not None and (found.answers, found.questions) == (4, [])


def test_spread_and_median_of_five_answers(questionnaire: Questionnaire) -> None:
    for somebody, value in zip(people(5), "12445", strict=True):
        give(questionnaire, somebody, q1=value)
    commands.close(questionnaire=questionnaire, by=SYSTEM)
    found = queries.results(questionnaire)
    assert found is not None
    spread = found.questions[0].spread
    assert spread is not None and [stage.count for stage in spread.stages] == [1, 1, 0, 2, 1]
    assert found.questions[0].median == 4


def shown(questionnaire: Questionnaire, answers: list[dict[str, Any]], slice_: str = "") -> dict[int, queries.QuestionResult]:
    """Let one person give each of these answers, close, and return what is shown of each question."""
    for somebody, given in zip(people(len(answers)), answers, strict=True):
        give(questionnaire, somebody, **given)
    commands.close(questionnaire=questionnaire, by=SYSTEM)
    found = queries.results(questionnaire, slice_=slice_)
    assert found is not None and found.slice == slice_
    return {result.question.order: result for result in found.questions}


def cells(result: queries.QuestionResult) -> list[int]:
    assert result.spread is not None
    return [stage.count for stage in result.spread.stages]


def test_question_that_four_of_many_answered_is_not_shown(questionnaire: Questionnaire) -> None:
    answers = [{"q1": "4"} | ({"q2": "1"} if number < 4 else {}) for number in range(12)]
    found = shown(questionnaire, answers)
    assert (found[1].hidden, found[2].hidden) == (False, True)
    assert found[2].spread is None and found[2].median is None


@pytest.mark.parametrize(("wrote", "texts"), [(4, 0), (5, 5)])
def test_own_words_are_shown_when_five_wrote_there(questionnaire: Questionnaire, wrote: int, texts: int) -> None:
    found = shown(questionnaire, [{"q1": "4"} | ({"q5": f"words {number}"} if number < wrote else {}) for number in range(12)])
    assert len(found[5].texts) == texts
    assert found[5].hidden is (not texts)


def test_workplace_of_one_person_is_counted_with_others(questionnaire: Questionnaire) -> None:
    found = shown(questionnaire, [{"q1": "4", "q4": workplace} for workplace in "1" * 9 + "2" * 6 + "3"])
    assert cells(found[4]) == [9, 7]
    assert len(found[4].together) == 3


def test_workplaces_that_are_all_few_are_one_number(questionnaire: Questionnaire) -> None:
    found = shown(questionnaire, [{"q1": "4", "q4": workplace} for workplace in "112234"])
    assert cells(found[4]) == [6]


def test_slice_hides_own_words_and_other_choices(questionnaire: Questionnaire) -> None:
    found = shown(questionnaire, [{"q1": "4", "q4": "1" if n < 5 else "2", "q5": f"words {n}"} for n in range(10)], slice_="1")
    assert sorted(found) == [1, 2, 3]
    assert cells(found[1]) == [0, 0, 0, 5, 0]


@pytest.mark.parametrize(("others", "hidden"), [(4, True), (5, False)])
def test_slice_hides_a_question_that_few_outside_it_answered(questionnaire: Questionnaire, others: int, hidden: bool) -> None:
    inside = [{"q1": "4", "q4": "1"}] * 6
    outside = [{"q4": "2"} | ({"q1": "1"} if number < others else {}) for number in range(6)]
    assert shown(questionnaire, inside + outside, slice_="1")[1].hidden is hidden


def test_page_says_why_a_question_is_not_shown(questionnaire: Questionnaire) -> None:
    shown(questionnaire, [{"q1": "4", "q4": "1"}] * 5 + [{"q1": "3", "q4": "2"}] * 5 + [{"q4": "3"}])
    page = people(1, "Reader")[0].client.get(f"/en/questions/{questionnaire.pk}/results/").content.decode()
    assert "Fewer than 5 answered this" in page
    assert "Counted together, so that nobody stands alone" in page


@pytest.mark.parametrize(
    ("sizes", "together"),
    [
        ({"1": 9, "2": 6, "3": 1, "4": 0}, ["2", "3", "4"]),
        ({"1": 9, "2": 3, "3": 2, "4": 0}, ["2", "3", "4"]),
        ({"1": 10, "2": 10, "3": 0}, []),
        ({"1": 8, "2": 4}, ["1", "2"]),
        ({"1": 4}, ["1"]),
    ],
)
def test_small_cells_are_put_together_until_they_are_five(sizes: dict[str, int], together: list[str]) -> None:
    assert rules.cells_to_put_together(sizes) == together


@pytest.mark.parametrize(
    ("sizes", "shown"),
    [
        ({"1": 5, "2": 5}, ["1", "2"]),
        ({"1": 10, "2": 4}, []),  # the complement of 1 is too small
        ({"1": 10, "2": 6, "3": 2}, ["1"]),  # 3 could be found by subtraction
        ({"1": 10, "2": 6, "3": 5}, ["1", "2", "3"]),
        ({"1": 6, "2": 6, "3": 3, "4": 2}, ["1", "2"]),
        ({"1": 30}, []),
        ({"1": 6, "": 6}, ["1"]),
        ({"1": 6, "2": 6, "": 2}, ["1"]),
        ({}, []),
    ],
)
def test_slices_leave_at_least_five_on_both_sides(sizes: dict[str, int], shown: list[str]) -> None:
    assert rules.slices_that_may_be_shown(sizes) == shown


EMPTY = [{}, {"q1": "", "q5": ""}, {"q5": "   "}, {"q5": "\u200b\u2060"}, {"q5": "\u2800\u3164\u180e\ufe0f"}]


@pytest.mark.parametrize("values", EMPTY)
def test_an_empty_questionnaire_is_no_answer(questionnaire: Questionnaire, values: dict[str, str]) -> None:
    somebody = people(1)[0]

    with pytest.raises(Invalid):
        give(questionnaire, somebody, **values)

    assert not Answered.objects.exists() and not AnswerSheet.objects.exists()


@pytest.mark.parametrize("values", EMPTY)
def test_an_empty_form_says_what_is_missing_and_can_be_sent_again(questionnaire: Questionnaire, values: dict[str, str]) -> None:
    client, address = people(1)[0].client, f"/en/questions/{questionnaire.pk}/"

    empty = client.post(address, values)
    filled = client.post(address, {"q1": "4"})

    assert empty.status_code == 422
    assert "Answer one question at least" in empty.content.decode()
    assert filled.status_code == 302
    assert AnswerSheet.objects.count() == 1


def test_a_form_whose_key_came_in_the_header_alone_says_what_is_missing(questionnaire: Questionnaire) -> None:
    client = people(1)[0].client

    answer = client.generic("POST", f"/en/questions/{questionnaire.pk}/", headers={"Idempotency-Key": "k" * 20})

    assert answer.status_code == 422
    assert not Answered.objects.exists()


def test_whoever_has_answered_is_not_shown_an_empty_form_again(questionnaire: Questionnaire) -> None:
    client, address = people(1)[0].client, f"/en/questions/{questionnaire.pk}/"
    before = client.get(address).status_code
    client.post(address, {"q1": "4"})

    again = client.get(address, follow=True)

    assert before == 200
    assert again.redirect_chain == [(f"{address}results/", 302)]
    assert "You have answered already" in again.content.decode()
    assert client.post(address, {"q1": "5"}).status_code == 409
