"""What was asked about a programme, and who may answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from samskaper.areas.programmes.models import Attendance, AttendanceState, Enrolment, Gathering, Programme
from samskaper.areas.programmes.rules.evaluation import may_ask_about
from samskaper.areas.programmes.rules.running import must_run
from samskaper.commons.feedback.models import Questionnaire
from samskaper.commons.feedback.queries import of_records
from samskaper.commons.people.doer import Doer
from samskaper.foundation.refs import Ref

HERE = AttendanceState.PRESENT


@dataclass(frozen=True, slots=True)
class Asked:
    """A gathering, or the whole series when `gathering` is None, and the questions about it."""

    gathering: Gathering | None
    questionnaire: Questionnaire | None
    may_ask: bool
    answers: int


def evaluation(programme: Programme, *, visible_to: Doer) -> list[Asked]:
    """Return what was asked about each gathering and about the whole, to those who run the programme."""
    must_run(visible_to, programme)
    gatherings = list(Gathering.objects.filter(programme=programme, for_participants=True).order_by("number"))
    refs = [Ref.to(programme), *(Ref.to(row) for row in gatherings)]
    found = {Ref(row.about_kind, row.about_id): row for row in of_records(refs).prefetch_related("sheets")}
    lines = [_line(row, found.get(Ref.to(row)), may_ask_about(row)) for row in gatherings]
    return [*lines, _line(None, found.get(Ref.to(programme)), True)]


def _line(gathering: Gathering | None, asked: Questionnaire | None, may_ask: bool) -> Asked:
    return Asked(gathering, asked, may_ask and asked is None, len(asked.sheets.all()) if asked else 0)


def who_was_there(gathering: Gathering) -> list[Enrolment]:
    """Return those with a seat who were at a gathering."""
    rows = Enrolment.objects.filter(attendances__gathering=gathering, attendances__state=HERE, state__in=Enrolment.SEATED)
    return list(rows.select_related("person__account"))


def who_took_part(programme: Programme) -> list[Enrolment]:
    """Return those with a seat in a programme."""
    rows = Enrolment.objects.filter(programme=programme, state__in=Enrolment.SEATED)
    return list(rows.select_related("person__account"))


def may_answer_about_gathering(ref: Ref, doer: Doer) -> bool:
    """Whoever was at the gathering."""
    rows = Attendance.objects.filter(
        gathering=ref.id, state=HERE, enrolment__person=doer.person, enrolment__state__in=Enrolment.SEATED
    )
    return doer.person is not None and rows.exists()


def may_answer_about_programme(ref: Ref, doer: Doer) -> bool:
    """Whoever has a seat in it."""
    rows = Enrolment.objects.filter(programme=ref.id, person=doer.person, state__in=Enrolment.SEATED)
    return doer.person is not None and rows.exists()


def answerable_gatherings(doer: Doer) -> Iterable[Ref]:
    """Return the gatherings that a person was at."""
    rows = Attendance.objects.filter(state=HERE, enrolment__person=doer.person, enrolment__state__in=Enrolment.SEATED)
    return [Ref("programmes.gathering", number) for number in rows.values_list("gathering_id", flat=True)]


def answerable_programmes(doer: Doer) -> Iterable[Ref]:
    """Return the programmes that a person has a seat in."""
    rows = Enrolment.objects.filter(person=doer.person, state__in=Enrolment.SEATED)
    return [Ref("programmes.programme", number) for number in rows.values_list("programme_id", flat=True)]


def programme_evaluated_by(questionnaire: Ref) -> Programme | None:
    """Return the programme that a questionnaire was about as a whole, or None."""
    asked = Questionnaire.objects.filter(pk=questionnaire.id, about_kind="programmes.programme").first()
    return Programme.objects.filter(pk=asked.about_id).first() if asked else None
