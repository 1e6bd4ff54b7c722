"""What was asked about a programme, and who may answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Model, QuerySet

from samskaper.areas.programmes.models import Attendance, AttendanceState, Enrolment, Gathering, Programme
from samskaper.areas.programmes.queries.seats import address_of
from samskaper.areas.programmes.rules.evaluation import is_ahead, may_ask_about
from samskaper.areas.programmes.rules.running import must_run
from samskaper.commons.feedback.models import Question, Questionnaire
from samskaper.commons.feedback.queries import of_records
from samskaper.commons.feedback.standard import AFTER_GATHERING, AT_THE_END
from samskaper.commons.feedback.standard import Asked as Standard
from samskaper.commons.people.doer import Doer
from samskaper.foundation import clock
from samskaper.foundation.prepared import prepared
from samskaper.foundation.refs import Ref

HERE = AttendanceState.PRESENT


@dataclass(frozen=True, slots=True)
class Asked:
    """A gathering, or the whole series when `gathering` is None, and the questions about it."""

    gathering: Gathering | None
    questionnaire: Questionnaire | None
    may_ask: bool
    answers: int
    ahead: int = 0


def evaluation(programme: Programme, *, visible_to: Doer) -> list[Asked]:
    """Return what was asked about each gathering and about the whole, to those who run the programme."""
    must_run(visible_to, programme)
    gatherings = _gatherings(programme.pk)
    refs = [Ref.to(programme), *(Ref.to(row) for row in gatherings)]
    asked = of_records(refs).annotate(number=Count("sheets"))
    found = {Ref(row.about_kind, row.about_id): (row, row.number) for row in asked}
    lines = [_line(row, found.get(Ref.to(row)), may_ask_about(row)) for row in gatherings]
    ahead = sum(is_ahead(row, now=clock.now()) for row in gatherings)
    return [*lines, _line(None, found.get(Ref.to(programme)), True, ahead)]


@prepared
def _gatherings(programme: int) -> QuerySet[Gathering]:
    return Gathering.objects.filter(programme=programme, for_participants=True).order_by("number")


def _line(gathering: Gathering | None, asked: tuple[Questionnaire, int] | None, may_ask: bool, ahead: int = 0) -> Asked:
    questionnaire, answers = asked or (None, 0)
    return Asked(gathering, questionnaire, may_ask and questionnaire is None, answers, ahead)


@dataclass(frozen=True, slots=True)
class ToAsk:
    """What would be asked, and of whom. `ahead` are the gatherings that are still to come, `unwritten` those without an address."""

    title: str
    questions: tuple[Question, ...]
    people: int
    unwritten: int
    ahead: tuple[Gathering, ...] = ()
    asked: Questionnaire | None = None

    @property
    def letters(self) -> int:
        """How many get a letter."""
        return self.people - self.unwritten


def about_gathering(gathering: Gathering, *, visible_to: Doer) -> ToAsk:
    """Return what would be asked about a gathering, to those who run the programme."""
    must_run(visible_to, gathering.programme)
    return _to_ask(gathering, gathering.title, AFTER_GATHERING, who_was_there(gathering))


def about_programme(programme: Programme, *, visible_to: Doer) -> ToAsk:
    """Return what would be asked about a whole series, to those who run it."""
    must_run(visible_to, programme)
    now, rows = clock.now(), programme.gatherings.filter(for_participants=True).order_by("number")
    return _to_ask(programme, programme.title, AT_THE_END, who_took_part(programme), tuple(row for row in rows if is_ahead(row, now=now)))


def _to_ask(
    about: Model, title: str, questions: Iterable[Standard], people: list[Enrolment], ahead: tuple[Gathering, ...] = ()
) -> ToAsk:
    rows = tuple(Question(kind=row.kind, text=row.text, options=list(row.options), standard=row.standard) for row in questions)
    unwritten = sum(not address_of(row.person) for row in people)
    return ToAsk(title, rows, len(people), unwritten, ahead, of_records([Ref.to(about)]).first())


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
    return [Ref("programmes.gathering", number) for number in _was_at(doer.person)] if doer.person else []


@prepared
def _was_at(person: int) -> QuerySet[Attendance, int]:
    rows = Attendance.objects.filter(state=HERE, enrolment__person=person, enrolment__state__in=Enrolment.SEATED)
    return rows.order_by("pk").values_list("gathering_id", flat=True)


@prepared
def _has_a_seat_in(person: int) -> QuerySet[Enrolment, int]:
    rows = Enrolment.objects.filter(person=person, state__in=Enrolment.SEATED)
    return rows.order_by("pk").values_list("programme_id", flat=True)


def answerable_programmes(doer: Doer) -> Iterable[Ref]:
    """Return the programmes that a person has a seat in."""
    return [Ref("programmes.programme", number) for number in _has_a_seat_in(doer.person)] if doer.person else []


def programme_evaluated_by(questionnaire: Ref) -> Programme | None:
    """Return the programme that a questionnaire was about as a whole, or None."""
    asked = Questionnaire.objects.filter(pk=questionnaire.id, about_kind="programmes.programme").first()
    return Programme.objects.filter(pk=asked.about_id).first() if asked else None
