"""Asking what people thought, after a gathering and at the end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from samskaper.areas.programmes import events
from samskaper.areas.programmes.models import Enrolment, Gathering, Programme
from samskaper.areas.programmes.queries.evaluation import who_took_part, who_was_there
from samskaper.areas.programmes.queries.seats import address_of
from samskaper.areas.programmes.rules import evaluation as rules
from samskaper.areas.programmes.rules.words import day
from samskaper.commons.feedback.commands import open_questionnaire
from samskaper.commons.feedback.models import Questionnaire
from samskaper.commons.feedback.queries import of_records
from samskaper.commons.feedback.standard import AFTER_GATHERING, AT_THE_END, Asked
from samskaper.commons.mail.commands import send
from samskaper.commons.mail.letters import Address, absolute
from samskaper.commons.people.doer import Doer
from samskaper.commons.record.commands import note
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref


@transaction.atomic
def ask_about_gathering(*, gathering: Gathering, by: Doer) -> Questionnaire:
    """Ask those who were at a gathering, once, and write to them. The questions close by themselves."""
    rules.must_ask_about(gathering, by=by)
    with translation.override(gathering.programme.language):
        title = _("After “%(title)s”") % {"title": gathering.title}
    people = who_was_there(gathering)
    return _ask(Ref.to(gathering), gathering.programme, title, AFTER_GATHERING, people, by=by)


@transaction.atomic
def ask_at_the_end(*, programme: Programme, by: Doer) -> Questionnaire:
    """Ask everybody with a seat about the whole series, once, and write to them."""
    people = who_took_part(programme)
    rules.must_ask_at_the_end(programme, by=by, people=len(people))
    with translation.override(programme.language):
        title = _("The whole of %(title)s") % {"title": programme.title}
    return _ask(Ref.to(programme), programme, title, AT_THE_END, people, by=by)


def _ask(
    about: Ref, programme: Programme, title: str, questions: Iterable[Asked], people: list[Enrolment], *, by: Doer
) -> Questionnaire:
    if (asked := of_records([about]).first()) is not None:
        return asked
    today, within = clock.today(), Ref.to(programme)
    asked = open_questionnaire(
        about=about, within=within, owner=programme.owner_id, title=title[:160], questions=questions, opens=today,
        closes=today + dt.timedelta(days=rules.OPEN_DAYS), by=by,
    )
    note(events.EvaluationAsked(subject=about, within=within, owner=programme.owner_id), by=by)
    for enrolment in people:
        _write(asked, enrolment, programme, by=by)
    return asked


def _write(asked: Questionnaire, enrolment: Enrolment, programme: Programme, *, by: Doer) -> None:
    person = enrolment.person
    if not (email := address_of(person)):
        return
    send(
        to=Address(email, person.name, person.language, person.pk), template="programmes/letters/evaluation.txt",
        context={
            "programme": programme, "asked": asked, "until": lambda: day(asked.closes),
            "page": lambda: absolute(reverse("feedback:answer", args=[asked.pk])),
        },
        about=Ref.to(asked), owner=programme.owner_id, key=f"evaluation-{asked.pk}-{enrolment.pk}", by=by,
    )


def note_evaluated(*, programme: Programme, answers: int, by: Doer) -> None:
    """Note that a whole series was evaluated, so that a goal that asks for it is met."""
    ref = Ref.to(programme)
    note(events.Evaluated(subject=ref, within=ref, owner=programme.owner_id, data={"answers": answers}), by=by)
