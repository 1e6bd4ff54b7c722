"""Moving what is under way in the demonstration along with the days.

The running series and the one that comes next move by whole weeks, so that today always lies between the second and
third gathering of the first; the open day moves by days, so that it is always today. Hours on the wall stay what they
are when the clock is changed between summer and winter.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from operator import attrgetter

from django.db import models, transaction
from django.db.models import Q

from samskaper.areas.cocreation.models import (
    Acceptance,
    Challenge,
    Conversation,
    Grouped,
    Initiative,
    Invited,
    Joining,
    Knock,
    Meeting,
    MeetingDate,
    Notice,
    Partner,
    SpinOff,
    Statement,
    StillGoing,
    Wording,
)
from samskaper.areas.programmes.commands import gatherings
from samskaper.areas.programmes.commands.gatherings import Mark
from samskaper.areas.programmes.models import (
    Action,
    ActionReport,
    Attendance,
    Certificate,
    Consent,
    Enrolment,
    Gathering,
    GatheringState,
    Invitation,
    Material,
    Programme,
)
from samskaper.areas.projects.models import Activity, Dissemination, Evidence, Project, RemarkDecision, Report
from samskaper.commons.anchoring.models import Tie
from samskaper.commons.feedback.models import AnswerSheet, Questionnaire
from samskaper.commons.mail.models import Letter
from samskaper.commons.people.doer import SYSTEM
from samskaper.commons.record.models import Fact
from samskaper.foundation import clock
from samskaper.portal.demonstration import ahead, meeting_plans, plan, rewording
from samskaper.portal.demonstration.series import DAYS, TITLE, season, zone

Rows = models.QuerySet[models.Model]
PROGRAMME, PROJECT = "programmes.programme", "projects.project"
AT_ONCE = 200
# Days that are planned. All others are of what has happened, and what has happened never comes to lie ahead.
PLANNED: dict[type[models.Model], set[str]] = {
    Gathering: {"starts", "ends"}, Action: {"opens", "due"}, Consent: {"deadline"}, Questionnaire: {"opens", "closes"},
    Programme: {"enrol_until"}, Project: {"starts", "ends"}, Activity: {"starts", "ends"}, Letter: {"not_before"},
    Conversation: {"planned_for"}, Initiative: {"next_step_on"}, StillGoing: {"due_on"},
    Meeting: {"starts", "ends", "answer_by"}, MeetingDate: {"starts", "ends"}, Knock: {"due_on"},
}


def _of_programme(programme: Programme) -> list[Rows]:
    """Return every row that belongs to a series and has a day."""
    within = Q(within_kind=PROGRAMME, within_id=programme.pk)
    paths: list[tuple[type[models.Model], str]] = [
        (Gathering, ""), (Action, ""), (Enrolment, ""), (Invitation, ""), (Attendance, "gathering__"),
        (Material, "gathering__"), (ActionReport, "action__"), (Consent, "enrolment__"), (Certificate, "enrolment__"),
    ]
    rows: list[Rows] = [model._default_manager.filter(**{f"{path}programme": programme}) for model, path in paths]
    asked, talks = Questionnaire.objects.filter(within), Conversation.objects.filter(within)
    found = Challenge.objects.filter(within)
    tried, evenings = Initiative.objects.filter(within), Meeting.objects.filter(within)
    return [
        *rows, talks, Statement.objects.filter(conversation__in=talks), Fact.objects.filter(within), asked, AnswerSheet.objects.filter(questionnaire__in=asked),
        Programme.objects.filter(pk=programme.pk), letters_about(programme),
        Tie.objects.filter(record_kind=PROGRAMME, record_id=programme.pk),
        evenings, MeetingDate.objects.filter(meeting__in=evenings), Invited.objects.filter(meeting__in=evenings),
        found, *(model._default_manager.filter(challenge__in=found) for model in (Wording, Grouped, Acceptance, Joining, Notice)),
        tried, *(model._default_manager.filter(initiative__in=tried) for model in (Partner, StillGoing, SpinOff)),
        Tie.objects.filter(record_kind="cocreation.initiative", record_id__in=tried.values("pk")),
    ]


def letters_about(programme: Programme) -> models.QuerySet[Letter]:
    """Return the letters about a series, its gatherings, the places in it and what was asked about it."""
    about: dict[str, Iterable[int]] = {
        PROGRAMME: [programme.pk],
        "programmes.gathering": programme.gatherings.values_list("pk", flat=True),
        "programmes.enrolment": programme.enrolments.values_list("pk", flat=True),
        "cocreation.challenge": Challenge.objects.filter(within_kind=PROGRAMME, within_id=programme.pk).values_list("pk", flat=True),
        "cocreation.initiative": Initiative.objects.filter(within_kind=PROGRAMME, within_id=programme.pk).values_list("pk", flat=True),
        "cocreation.meeting": Meeting.objects.filter(within_kind=PROGRAMME, within_id=programme.pk).values_list("pk", flat=True),
        "cocreation.conversation": Conversation.objects.filter(within_kind=PROGRAMME, within_id=programme.pk).values_list("pk", flat=True),
        "feedback.questionnaire": Questionnaire.objects.filter(within_kind=PROGRAMME, within_id=programme.pk).values_list("pk", flat=True),
    }
    found = Q()
    for kind, numbers in about.items():
        found |= Q(about_kind=kind, about_id__in=list(numbers))
    return Letter.objects.filter(found)


def _of_project(project: Project) -> list[Rows]:
    """Return every row that belongs to a project and has a day."""
    return [
        Fact.objects.filter(within_kind=PROJECT, within_id=project.pk), Project.objects.filter(pk=project.pk),
        Activity.objects.filter(project=project), Evidence.objects.filter(sub_goal__project=project),
        Dissemination.objects.filter(project=project), RemarkDecision.objects.filter(project=project),
        Report.objects.filter(project=project), Tie.objects.filter(record_kind=PROJECT, record_id=project.pk),
    ]


def later(value: dt.date, shift: dt.timedelta) -> dt.date:
    """Return a day, or a moment at the same hour on the wall, moved by `shift`."""
    if not isinstance(value, dt.datetime):
        return value + shift
    return (value.astimezone(zone()).replace(tzinfo=None) + shift).replace(tzinfo=zone()).astimezone(dt.UTC)


def _move(rows: Rows, shift: dt.timedelta, now: dt.datetime) -> None:
    fields = [field.name for field in rows.model._meta.fields if isinstance(field, models.DateField)]
    planned, today = PLANNED.get(rows.model, set()), now.astimezone(zone()).date()
    found = list(rows)
    for row in found:
        for name in fields:
            if (value := getattr(row, name)) is not None:
                moved = later(value, shift)
                latest = now if isinstance(moved, dt.datetime) else today
                setattr(row, name, moved if name in planned else min(moved, latest))
        if isinstance(row, Fact) and "day" in row.data:
            row.data["day"] = min(later(dt.date.fromisoformat(row.data["day"]), shift), today).isoformat()
    if found:
        names = [*fields, *(["data"] if rows.model is Fact else [])]
        one_by_one = rows.model is MeetingDate  # two days of a poll never meet on the way: the farthest goes first
        if one_by_one:
            found.sort(key=attrgetter("starts"), reverse=shift > dt.timedelta())
        rows.model._default_manager.bulk_update(found, names, batch_size=1 if one_by_one else AT_ONCE)


def _first_day(programme: Programme) -> dt.date:
    first = programme.gatherings.order_by("starts").first()
    assert first is not None
    return first.starts.astimezone(zone()).date()


@transaction.atomic
def move_along() -> int:
    """Move what is under way, if it is time. Returns by how many weeks the running series moved."""
    demo = Programme.objects.filter(is_demo=True).select_for_update(of=("self",))
    _move_open_day(demo.filter(title=ahead.OPEN_DAY).first())
    _move_doors()
    meeting_plans.move_along()
    project = Project.objects.filter(is_demo=True).order_by("-pk").first()
    running = demo.exclude(title__in=[ahead.OPEN_DAY, ahead.NEXT_TITLE]).order_by("-pk").first()
    if running is None or project is None:
        return 0
    shift = plan.weeks_to_today(clock.today()) - dt.timedelta(weeks=round((_first_day(running) - DAYS[0]).days / 7))
    if not shift:
        return 0
    _move_series(running, shift, title=TITLE % season(_first_day(running) + shift))
    if following := demo.filter(title=ahead.NEXT_TITLE).first():
        _move_series(following, shift)
    with rewording.of_project(project, shift):
        for rows in _of_project(project):
            _move(rows, shift, clock.now())
    return shift.days // 7


def _move_series(programme: Programme, shift: dt.timedelta, *, title: str = "") -> None:
    """Move all rows of a series, and the days that its letters speak of."""
    now = clock.now()
    with rewording.of_letters(programme, letters_about(programme)):
        for rows in _of_programme(programme):
            _move(rows, shift, now)
        if title:
            Programme.objects.filter(pk=programme.pk).update(title=title)


def _move_doors() -> None:
    """Let what came by open doors have come lately: the last of it two days ago."""
    knocks = Knock.objects.filter(conversation__party__is_demo=True)
    last = knocks.order_by("came").last()
    if last is None:
        return
    shift = clock.today() - 2 * dt.timedelta(days=1) - last.came.astimezone(zone()).date()
    if not shift:
        return
    # By their numbers: PostgreSQL has no statistics of tables that were filled a moment ago, and nests the questions badly.
    talks = list(knocks.values_list("conversation_id", flat=True))
    said = Statement.objects.filter(conversation_id__in=talks)
    about = Q(subject_kind="cocreation.conversation", subject_id__in=talks)
    about |= Q(subject_kind="cocreation.statement", subject_id__in=list(said.values_list("pk", flat=True)))
    letters = Letter.objects.filter(about_kind="cocreation.conversation", about_id__in=talks)
    for rows in (knocks, Conversation.objects.filter(pk__in=talks), said, Fact.objects.filter(about), letters):
        _move(rows, shift, clock.now())


def _move_open_day(programme: Programme | None) -> None:
    """Let the open day be today: take back who came on the day that it was, and begin anew."""
    gathering = programme.gatherings.first() if programme else None
    if programme is None or gathering is None or _first_day(programme) == clock.today():
        return
    came = gathering.attendances.values_list("enrolment_id", "state")
    gatherings.record_attendance(gathering=gathering, marks={row: Mark(state, "") for row, state in came}, by=SYSTEM)
    gathering.refresh_from_db()
    if gathering.state != GatheringState.PLANNED:
        gatherings.plan_again(gathering=gathering, by=SYSTEM)
    shift = clock.today() - _first_day(programme)
    _move_series(programme, shift)
