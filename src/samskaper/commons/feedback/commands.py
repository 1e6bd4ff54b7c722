"""Opening, answering and closing questionnaires."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from django.db import IntegrityError, transaction

from samskaper.commons.feedback import rules
from samskaper.commons.feedback.events import Evaluated, QuestionnaireOpened
from samskaper.commons.feedback.models import (
    Answered,
    AnswerSheet,
    AskedOf,
    FreeText,
    Question,
    QuestionKind,
    Questionnaire,
)
from samskaper.commons.feedback.standard import Asked
from samskaper.commons.people.doer import SYSTEM, Doer
from samskaper.commons.people.rules import must_be_somebody
from samskaper.commons.record.commands import note
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict
from samskaper.foundation.text import clean


@transaction.atomic
def open_questionnaire(
    *, about: Ref, within: Ref | None, owner: int, title: str, questions: Iterable[Asked], opens: dt.date, closes: dt.date,
    by: Doer, asked: str = AskedOf.PEOPLE,
) -> Questionnaire:
    """Make a questionnaire about a record. Asking again for the same record and title returns the one there is.

    `asked` says who answers: people who sign in, or those who speak for somebody by a mailed link.
    """
    made, is_new = Questionnaire.objects.get_or_create(
        about_kind=about.kind, about_id=about.id, title=title,
        defaults={
            "owner_id": owner, "opens": opens, "closes": closes, "asked": asked,
            "within_kind": within.kind if within else "", "within_id": within.id if within else None,
        },
    )
    if is_new:
        Question.objects.bulk_create(
            Question(
                questionnaire=made, order=order, kind=question.kind, text=question.text, options=list(question.options),
                standard=question.standard,
            )
            for order, question in enumerate(questions, 1)
        )
        note(QuestionnaireOpened(subject=Ref.to(made), within=within, owner=owner), by=by)
    return made


@transaction.atomic
def answer(*, questionnaire: Questionnaire, values: Mapping[int, str], by: Doer, speaks_for: Ref | None = None) -> None:
    """Keep what somebody answered and, apart from it, that they did. `values` maps question orders to answers.

    Whoever comes by a link answers for `speaks_for`, once whoever holds the link; the area that calls knows that she may.

    Raises Invalid when nothing is answered, and Conflict when they have answered already: an answer cannot be found again to be changed.
    """
    rules.must_answer(by, questionnaire)
    rules.must_say_for_whom(by, speaks_for)
    rules.must_say_something(values.values())
    try:
        with transaction.atomic():
            who = {"speaks_for": str(speaks_for)} if speaks_for else {"person_id": must_be_somebody(by)}
            Answered.objects.create(questionnaire=questionnaire, **who)
    except IntegrityError:
        raise Conflict(rules.ANSWERED) from None
    questions = {question.order: question for question in questionnaire.questions.all()}
    chosen = {}
    for order, value in values.items():
        question = questions[order]
        if question.kind == QuestionKind.TEXT:
            if text := clean(value):
                FreeText.objects.create(question=question, text=text)
        elif value:
            chosen[str(order)] = int(value)
    AnswerSheet.objects.create(questionnaire=questionnaire, day=clock.today(), values=chosen)


def forget_answered(*, speaks_for: Ref, by: Doer) -> int:
    """Forget that somebody who comes by a link has answered. What was answered is nobody's and stays. Returns how many rows went."""
    return Answered.objects.filter(speaks_for=str(speaks_for)).delete()[0]


@transaction.atomic
def close(*, questionnaire: Questionnaire, by: Doer) -> None:
    """Close a questionnaire, so that results can be read. Closing twice changes nothing."""
    if not Questionnaire.objects.filter(pk=questionnaire.pk, closed=False).update(closed=True):
        return
    questionnaire.closed = True
    if answers := questionnaire.sheets.count():
        within = Ref(questionnaire.within_kind, questionnaire.within_id) if questionnaire.within_id else None
        note(
            Evaluated(
                subject=Ref.to(questionnaire), within=within, owner=questionnaire.owner_id, data={"answers": answers}
            ),
            by=by,
        )


@transaction.atomic
def close_now(*, questionnaire: Questionnaire, by: Doer) -> None:
    """Close a questionnaire before its last day. Nobody can answer after that, and it cannot be opened again."""
    questionnaire = Questionnaire.objects.select_for_update().get(pk=questionnaire.pk)
    rules.must_close(by, questionnaire)
    Questionnaire.objects.filter(pk=questionnaire.pk).update(closes=max(questionnaire.opens, clock.today()))
    close(questionnaire=questionnaire, by=by)


def close_those_due() -> int:
    """Close every questionnaire whose last day has passed. Returns how many."""
    due = list(Questionnaire.objects.filter(closed=False, closes__lt=clock.today()))
    for questionnaire in due:
        close(questionnaire=questionnaire, by=SYSTEM)
    return len(due)
