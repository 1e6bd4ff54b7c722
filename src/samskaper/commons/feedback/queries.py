"""Questions about questionnaires and their results."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field

from django.db.models import QuerySet

from samskaper.commons.feedback import rules
from samskaper.commons.feedback.models import AnswerSheet, FreeText, Question, QuestionKind, Questionnaire
from samskaper.commons.feedback.register import answerable
from samskaper.commons.people.doer import Doer
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.ui.numbers import Funnel, Stage


def of_records(refs: list[Ref]) -> QuerySet[Questionnaire]:
    """Return the questionnaires about these records, oldest first."""
    found = Questionnaire.objects.none()
    for kind in {ref.kind for ref in refs}:
        found = found | Questionnaire.objects.filter(about_kind=kind, about_id__in=[r.id for r in refs if r.kind == kind])
    return found.order_by("opens", "pk")


def number_of_answers(questionnaire: Questionnaire) -> int:
    """Return how many have answered."""
    return questionnaire.sheets.count()


def waiting_for(doer: Doer) -> QuerySet[Questionnaire]:
    """Return the open questionnaires that this person may answer and has not."""
    refs = [ref for source in answerable for ref in source(doer)]
    today = clock.today()
    return (
        of_records(refs).filter(closed=False, opens__lte=today, closes__gte=today).exclude(answered__person=doer.person)
    )


@dataclass(slots=True)
class QuestionResult:
    """The spread of one question. `median` is of scale questions; `texts` of questions in own words, shuffled."""

    question: Question
    spread: Funnel | None = None
    median: float | None = None
    texts: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Results:
    """What was answered. `questions` is empty when fewer than rules.FEWEST answered."""

    answers: int
    questions: list[QuestionResult]
    slices: list[tuple[str, str]]
    slice: str = ""


def _median(values: list[int]) -> float | None:
    if not values:
        return None
    values = sorted(values)
    middle = len(values) // 2
    return float(values[middle]) if len(values) % 2 else (values[middle - 1] + values[middle]) / 2


def _slices(question: Question | None, sheets: list[AnswerSheet]) -> list[tuple[str, str]]:
    if question is None:
        return []
    sizes = Counter(str(sheet.values.get(str(question.order), "")) for sheet in sheets)
    shown = rules.slices_that_may_be_shown(dict(sizes))
    return [(value, words) for value, words in question.choices() if value in shown]


def results(questionnaire: Questionnaire, *, slice_: str = "") -> Results | None:
    """Return the results of a closed questionnaire, or None while it is open.

    `slice_` is an option of its first choice question; one that is too small is not shown (the whole is).
    Own words are never sliced: they are not tied to what the same person chose.
    """
    if not questionnaire.closed:
        return None
    questions = list(questionnaire.questions.all())
    sheets = list(questionnaire.sheets.all())
    if len(sheets) < rules.FEWEST:
        return Results(len(sheets), [], [])
    divider = next((question for question in questions if question.kind == QuestionKind.CHOICE), None)
    slices = _slices(divider, sheets)
    if divider and slice_ in {value for value, _words in slices}:
        sheets = [sheet for sheet in sheets if str(sheet.values.get(str(divider.order), "")) == slice_]
    else:
        slice_ = ""
    texts = _texts(questionnaire) if not slice_ else {}
    return Results(len(sheets), [_result(q, sheets, texts) for q in questions], slices, slice_)


def _texts(questionnaire: Questionnaire) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for row in FreeText.objects.filter(question__questionnaire=questionnaire):
        found.setdefault(row.question_id, []).append(row.text)
    for texts in found.values():
        random.SystemRandom().shuffle(texts)
    return found


def _result(question: Question, sheets: list[AnswerSheet], texts: dict[int, list[str]]) -> QuestionResult:
    if question.kind == QuestionKind.TEXT:
        return QuestionResult(question, texts=texts.get(question.pk, []))
    values = [sheet.values[str(question.order)] for sheet in sheets if str(question.order) in sheet.values]
    counted = Counter(values)
    spread = Funnel([Stage(words, counted[int(value)]) for value, words in question.choices()])
    return QuestionResult(question, spread, _median(values) if question.kind == QuestionKind.SCALE else None)
