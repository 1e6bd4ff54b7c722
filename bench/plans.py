"""A project as large as the first real one, tied to a programme: two main goals, eleven sub-goals, 29 activities."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from samskaper.areas.programmes.models import Programme
from samskaper.areas.projects.models import (
    Activity,
    BudgetLine,
    MainGoal,
    Measure,
    Project,
    ProjectPartner,
    ProjectSection,
    SubGoal,
)
from samskaper.commons.anchoring.models import PlanDocument, PlanSection, Tie
from samskaper.commons.feedback.models import AnswerSheet, Question, Questionnaire
from samskaper.commons.mail.models import Letter
from samskaper.commons.people.models import Organisation
from samskaper.commons.record.models import Origin
from samskaper.foundation import clock

COUNTED = ("programmes.completed", "programmes.gathering_held", "programmes.signed_up", "programmes.attended")
LETTERS = 60


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a programme: the project that it came from, a plan, questions with answers, a mailing."""

    project: Project
    document: PlanDocument
    questionnaire: Questionnaire
    letter: Letter


def around(programme: Programme, library: Organisation) -> Around:
    """Write the project of this programme and what hangs on it."""
    project = _project(library)
    Origin.objects.create(
        record_kind="programmes.programme", record_id=programme.pk, source_kind="projects.project", source_id=project.pk
    )
    return Around(project, _document(project, library), _questions(programme, library), _mailing(programme, library))


def _project(library: Organisation) -> Project:
    today = clock.today()
    project = Project.objects.create(
        owner=library, title="Fra plan til praksis", aim="Mål", starts=today - dt.timedelta(days=200),
        ends=today + dt.timedelta(days=200), applicant=library.name,
    )
    mains = [MainGoal.objects.create(project=project, order=n, number=str(n), text=f"Hovedmål {n}") for n in (1, 2)]
    subs = [
        SubGoal.objects.create(project=project, main_goal=mains[n % 2], order=n, number=f"{1 + n % 2}.{n}", text=f"Delmål {n}")
        for n in range(11)
    ]
    for place, sub in enumerate(subs[:8]):
        Measure.objects.create(sub_goal=sub, fact_key=COUNTED[place % 4], target=10 + place)
    for n in range(29):
        starts = today + dt.timedelta(days=12 * n - 190)
        activity = Activity.objects.create(
            project=project, order=n, text=f"Aktivitet {n}", starts=starts, ends=starts + dt.timedelta(days=20),
            fact_key=COUNTED[n % 4] if n % 3 else "",
        )
        if n % 7:
            activity.sub_goals.set({subs[n % 11], subs[n % 5]})
    for n in range(12):
        BudgetLine.objects.create(
            project=project, order=n, side="income" if n < 3 else "expenses", label=f"Post {n}", amount=10_000 * n, status="planned"
        )
    for n in range(4):
        ProjectPartner.objects.create(project=project, order=n, name=f"Partner {n}", contribution="Timer")
        ProjectSection.objects.create(project=project, order=n, heading=f"Del {n}", text="Tekst. " * 40)
    return project


def _document(project: Project, library: Organisation) -> PlanDocument:
    document = PlanDocument.objects.create(owner=library, title="Regional plan for bibliotek")
    for n in range(12):
        section = PlanSection.objects.create(document=document, order=n, heading=f"Kapittel {n}", page=n + 3, sentence=f"Setning {n}")
        if n < 4:
            Tie.objects.create(section=section, record_kind="projects.project", record_id=project.pk, owner=library)
    return document


def _questions(programme: Programme, library: Organisation) -> Questionnaire:
    today = clock.today()
    asked = Questionnaire.objects.create(
        owner=library, about_kind="programmes.programme", about_id=programme.pk, within_kind="programmes.programme",
        within_id=programme.pk, title="Hele kursrekken", opens=today - dt.timedelta(days=14), closes=today, closed=True,
    )
    for n in range(4):
        Question.objects.create(questionnaire=asked, order=n, kind="scale", text=f"Spørsmål {n}")
    AnswerSheet.objects.bulk_create(
        AnswerSheet(questionnaire=asked, day=today, values={str(n): 1 + (place + n) % 5 for n in range(4)}) for place in range(40)
    )
    return asked


def _mailing(programme: Programme, library: Organisation) -> Letter:
    rows = [
        Letter(
            owner=library, key=f"bench-{programme.pk}-{n}", message_id=f"{programme.pk}.{n}@example.org", email=f"bench{n}@example.org",
            name=f"Deltaker {n}", digest="0" * 64, language="nb", template="programmes/letters/invitation.txt", subject="Kom!", text="Kom!",
            about_kind="programmes.programme", about_id=programme.pk, state="sent", settled=clock.now(),
        )
        for n in range(LETTERS)
    ]
    return Letter.objects.bulk_create(rows)[0]
