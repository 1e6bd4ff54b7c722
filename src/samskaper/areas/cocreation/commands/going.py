"""Whether an initiative is still going after six and twelve months: the answer, which may be no."""

from __future__ import annotations

from typing import Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from samskaper.areas.cocreation import events
from samskaper.areas.cocreation.commands.initiatives import become, fact, locked
from samskaper.areas.cocreation.models import GoingAnswer, InitiativeState, StillGoing
from samskaper.areas.cocreation.rules import initiatives as rules
from samskaper.areas.cocreation.rules.challenges import Side
from samskaper.areas.cocreation.rules.challenges import side as side_of
from samskaper.areas.cocreation.rules.initiatives import Who
from samskaper.commons.people.doer import Doer
from samskaper.commons.record import commands as record
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict, Invalid, Missing, Stale
from samskaper.foundation.text import clean_line


@transaction.atomic
def answer(*, initiative: int, question: int, answer: str, words: str, before: str, by: Doer, **who: Unpack[Who]) -> StillGoing:
    """Say whether it is still going. Whoever takes part may answer first, and the others may correct it.

    `before` is the answer that stood on the page. Raises Stale with both texts when somebody has answered meanwhile.
    """
    on_behalf = side_of(by, **who)
    if answer not in GoingAnswer.values:
        raise Invalid(_("Press one of the buttons."))
    found, partners = locked(initiative)
    rules.must_be_in(rules.place_of(partners, on_behalf))
    row = found.asked_after.select_for_update(of=("self",)).filter(pk=question).first()
    if row is None:
        raise Missing()
    if row.due_on > clock.today():
        raise Conflict(_("It is too early to say. This is asked %(months)d months after the beginning.") % {"months": row.months})
    words = clean_line(words)[:600]
    rules.must_fit(words)
    if row.answer != before:
        raise Stale(
            _("Somebody has answered while you were writing. Nothing is lost: here are both texts."),
            mine={"answer": answer, "words": words}, theirs={"answer": row.answer, "words": row.words}, version=0,
        )
    _keep(row, answer, words, on_behalf, by=by)
    _follow(row, by=by)
    return row


def _keep(row: StillGoing, answer: str, words: str, side: Side, *, by: Doer) -> None:
    row.answer, row.words, row.answered_on = answer, words, clock.today()
    for column, value in side.fields.items():
        setattr(row, column, value)
    row.save()
    record.note(fact(events.StillGoingAnswered, row.initiative, months=row.months, answer=answer), by=by)


def _follow(row: StillGoing, *, by: Doer) -> None:
    """Let the state and what is counted follow the latest question that was answered."""
    initiative = row.initiative
    initiative.refresh_from_db()
    answered = initiative.asked_after.exclude(answer="").order_by("-months").first()
    assert answered is not None
    if rules.goes_on(answered.answer):
        if initiative.state == InitiativeState.ENDED:
            become(initiative, InitiativeState.GOING, by=by)
        record.take_back(key=events.GoesOn.key, subject=Ref.to(initiative), because="answered again", by=by)
        record.note(fact(events.GoesOn, initiative, months=answered.months), by=by)
    elif initiative.state == InitiativeState.GOING:
        become(initiative, InitiativeState.ENDED, by=by)
