"""Questions about questionnaires and their results."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from statistics import median

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from samskaper.commons.feedback import rules
from samskaper.commons.feedback.models import AnswerSheet, AskedOf, FreeText, Question, QuestionKind, Questionnaire
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
    if not refs:
        return Questionnaire.objects.none()
    today = clock.today()
    return (
        of_records(refs)
        .filter(closed=False, opens__lte=today, closes__gte=today, asked=AskedOf.PEOPLE)
        .exclude(answered__person=doer.person)
    )


def has_answered(questionnaire: Questionnaire, doer: Doer, *, speaks_for: Ref | None = None) -> bool:
    """Return whether this person, or somebody on behalf of `speaks_for`, has answered; what was answered, nobody can tell."""
    if speaks_for:
        return questionnaire.answered.filter(speaks_for=str(speaks_for)).exists()
    return doer.person is not None and questionnaire.answered.filter(person=doer.person).exists()


@dataclass(slots=True)
class QuestionResult:
    """The spread of one question. `median` is of scale questions; `texts` of questions in own words, shuffled.

    `hidden` where too few answered it; `together` names the options that are only counted as one.
    """

    question: Question
    spread: Funnel | None = None
    median: float | None = None
    texts: list[str] = field(default_factory=list)
    together: list[str] = field(default_factory=list)
    hidden: bool = False


@dataclass(slots=True)
class Results:
    """What was answered. `questions` is empty when fewer than rules.FEWEST answered."""

    answers: int
    questions: list[QuestionResult]
    slices: list[tuple[str, str]]
    slice: str = ""


def results(questionnaire: Questionnaire, *, slice_: str = "") -> Results | None:
    """Return the results of a closed questionnaire, or None while it is open.

    `slice_` is an option of its first choice question; one that is too small is not shown (the whole is).
    """
    if not questionnaire.closed:
        return None
    questions, sheets = list(questionnaire.questions.all()), list(questionnaire.sheets.all())
    if not rules.enough(len(sheets)):
        return Results(len(sheets), [], [])
    divider = next((question for question in questions if question.kind == QuestionKind.CHOICE), None)
    shown = rules.slices_that_may_be_shown(_sizes(divider, sheets)) if divider else []
    slices = [(value, words) for value, words in divider.choices() if value in shown] if divider else []
    if divider and slice_ in shown:
        marks = [question for question in questions if question.kind == QuestionKind.SCALE]
        part = [sheet for sheet in sheets if _value(divider, sheet) == slice_]
        return Results(len(part), [_in_slice(q, divider, sheets, slice_) for q in marks], slices, slice_)
    texts = _texts(questionnaire)
    return Results(len(sheets), [_result(q, sheets, texts) for q in questions], slices)


def _value(question: Question, sheet: AnswerSheet) -> str:
    return str(sheet.values.get(str(question.order), ""))


def _sizes(divider: Question, sheets: list[AnswerSheet]) -> dict[str, int]:
    return dict(Counter(_value(divider, sheet) for sheet in sheets))


def _texts(questionnaire: Questionnaire) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for row in FreeText.objects.filter(question__questionnaire=questionnaire):
        found.setdefault(row.question_id, []).append(row.text)
    for texts in found.values():
        random.SystemRandom().shuffle(texts)
    return found


def _result(question: Question, sheets: list[AnswerSheet], texts: dict[int, list[str]]) -> QuestionResult:
    if question.kind == QuestionKind.TEXT:
        said = texts.get(question.pk, [])
        return QuestionResult(question, texts=said) if rules.enough(len(said)) else QuestionResult(question, hidden=True)
    values = [value for sheet in sheets if (value := _value(question, sheet))]
    if not rules.enough(len(values)):
        return QuestionResult(question, hidden=True)
    return _marks(question, values) if question.kind == QuestionKind.SCALE else _choices(question, Counter(values))


def _in_slice(question: Question, divider: Question, sheets: list[AnswerSheet], slice_: str) -> QuestionResult:
    """Return the marks that those of a slice gave, if enough of them and enough of the others gave one."""
    answered = [sheet for sheet in sheets if _value(question, sheet)]
    if slice_ not in rules.slices_that_may_be_shown(_sizes(divider, answered)):
        return QuestionResult(question, hidden=True)
    return _marks(question, [_value(question, sheet) for sheet in answered if _value(divider, sheet) == slice_])


def _marks(question: Question, values: list[str]) -> QuestionResult:
    counted = Counter(values)
    spread = Funnel([Stage(words, counted[value]) for value, words in question.choices()])
    return QuestionResult(question, spread, float(median(map(int, values))))


def _choices(question: Question, counted: Counter[str]) -> QuestionResult:
    sizes = {value: counted[value] for value, _words in question.choices()}
    together = rules.cells_to_put_together(sizes)
    stages = [Stage(words, sizes[value]) for value, words in question.choices() if value not in together]
    if together:
        stages.append(Stage(_("Others") if stages else _("All of these"), sum(sizes[value] for value in together)))
    return QuestionResult(question, Funnel(stages), together=[words for value, words in question.choices() if value in together])


@dataclass(frozen=True, slots=True)
class Compared:
    """A question that two sides were asked, with the spread of each; `hidden` where either has too few answers."""

    question: Question
    sides: tuple[QuestionResult, QuestionResult]

    @property
    def hidden(self) -> bool:
        """Whether neither side is shown, because one of them would be recognised."""
        return any(side.hidden for side in self.sides)


def compared(one: Questionnaire, other: Questionnaire) -> list[Compared] | None:
    """Return two sides' answers to the same questions beside each other; None until both are closed.

    A question is shown when each side has enough answers to it: with one side alone, the other would show by its absence.
    """
    found, theirs = results(one), results(other)
    if found is None or theirs is None:
        return None
    if not found.questions or not theirs.questions:
        return []
    return [Compared(mine.question, (mine, its)) for mine, its in zip(found.questions, theirs.questions, strict=True)]
