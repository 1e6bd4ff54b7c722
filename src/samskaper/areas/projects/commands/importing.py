"""An application becomes a project."""

from __future__ import annotations

from django.db import transaction

from samskaper.areas.projects.application import Anchoring, Application
from samskaper.areas.projects.commands.plan import count_remarks
from samskaper.areas.projects.events import ProjectSaved
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
from samskaper.areas.projects.plancheck import Plan
from samskaper.areas.projects.queries.organisations import funder_named_in, organisations_named
from samskaper.areas.projects.rules import measures
from samskaper.areas.projects.rules.access import must_import_for
from samskaper.areas.projects.rules.state import state_of
from samskaper.commons.anchoring import commands as anchoring
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Organisation
from samskaper.commons.record.commands import note
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.text import clean, clean_line


@transaction.atomic
def save_application(
    *,
    application: Application,
    owner: Organisation,
    by: Doer,
    text: str = "",
    language: str = "nb",
    is_demo: bool = False,
) -> Project:
    """Save what was understood as a project of `owner`, tied to the plans that it names. Returns the project."""
    must_import_for(by, owner.pk)
    project = _project(application, owner, text, language, is_demo)
    _sections(project, application)
    mains, subs = _goals(project, application)
    _measures(project, application, subs)
    _activities(project, application, mains, subs)
    _money(project, application)
    _partners(project, application)
    for anchor in application.anchorings:
        _anchor(project, anchor, owner=owner, by=by)
    count_remarks(project=project, by=by)
    ref = Ref.to(project)
    note(ProjectSaved(subject=ref, within=ref, owner=owner.pk, data={"what": "imported"}), by=by)
    return project


def _project(app: Application, owner: Organisation, text: str, language: str, is_demo: bool) -> Project:
    plan = Plan.from_application(app)
    in_order = not (plan.starts and plan.ends and plan.ends < plan.starts)
    starts, ends = (plan.starts, plan.ends) if in_order else (None, None)
    return Project.objects.create(
        owner=owner,
        title=clean_line(app.title)[:200] or str(owner),
        aim=clean(app.aim),
        introduction=clean(app.introduction),
        applicant=clean_line(app.applicant.name)[:200],
        funder=funder_named_in([line.label for line in app.budget.income]),
        starts=starts,
        ends=ends,
        duration_words=clean_line(app.duration)[:80],
        focus_areas=[clean_line(area) for area in app.focus_areas],
        state=state_of(starts, ends, clock.today()),
        language=language,
        stated_totals=[
            {"side": total.side.value, "year": total.year, "amount": total.amount} for total in app.budget.stated
        ],
        not_understood=[{"line": left.line, "text": left.text, "why": left.why.value} for left in app.not_understood],
        source_text=text,
        is_demo=is_demo,
    )


def _sections(project: Project, app: Application) -> None:
    ProjectSection.objects.bulk_create(
        ProjectSection(
            project=project,
            order=order,
            level=part.level,
            heading=clean_line(part.heading)[:200],
            text=clean(part.text),
        )
        for order, part in enumerate(app.sections, start=1)
    )


def _goals(project: Project, app: Application) -> tuple[dict[str, MainGoal], dict[str, SubGoal]]:
    """Return main goals and sub-goals by their refs. A number that is told twice is kept once."""
    mains = {
        goal.ref: MainGoal(project=project, order=order, number=goal.number[:12], text=clean(goal.text))
        for order, goal in enumerate(app.main_goals, start=1)
    }
    MainGoal.objects.bulk_create(mains.values())
    subs = {
        goal.ref: SubGoal(
            project=project,
            main_goal=mains.get(f"main {goal.main_goal}"),
            order=order,
            number=goal.number[:16],
            text=clean(goal.text),
        )
        for order, goal in enumerate(app.sub_goals, start=1)
    }
    SubGoal.objects.bulk_create(subs.values())
    return mains, subs


def _measures(project: Project, app: Application, subs: dict[str, SubGoal]) -> None:
    participants = expected = measures.expected_to_complete(" ".join(part.text for part in app.sections))
    rows: list[Measure] = []
    for goal in subs.values():
        asked = measures.asked_by_goal(goal.text, participants=participants)
        if expected and any(one.fact_key == measures.HELD for one in asked):
            asked = [
                measures.Asked(measures.COMPLETED, expected),
                *(one for one in asked if one.fact_key != measures.COMPLETED),
            ]
            expected = None
        rows += [
            Measure(sub_goal=goal, order=order, fact_key=one.fact_key, target=one.target)
            for order, one in enumerate(asked, start=1)
        ]
    Measure.objects.bulk_create(rows)


def _activities(project: Project, app: Application, mains: dict[str, MainGoal], subs: dict[str, SubGoal]) -> None:
    rows = []
    for order, each in enumerate(app.activities, start=1):
        shown = measures.shown_by_fact(each.text) or measures.Shown("")
        rows.append(
            Activity(
                project=project,
                order=order,
                written=clean(each.written),
                text=clean(each.text),
                starts=each.starts,
                ends=each.ends,
                fact_key=shown.fact_key,
                fact_number=shown.number,
            )
        )
    Activity.objects.bulk_create(rows)
    serves = list(zip(rows, app.activities, strict=True))
    Activity.sub_goals.through.objects.bulk_create(
        Activity.sub_goals.through(activity_id=row.pk, subgoal_id=subs[ref].pk)
        for row, each in serves
        for ref in dict.fromkeys(each.goals)
        if ref in subs
    )
    Activity.main_goals.through.objects.bulk_create(
        Activity.main_goals.through(activity_id=row.pk, maingoal_id=mains[ref].pk)
        for row, each in serves
        for ref in dict.fromkeys(each.goals)
        if ref in mains
    )


def _money(project: Project, app: Application) -> None:
    sides = (("income", app.budget.income), ("expenses", app.budget.expenses))
    BudgetLine.objects.bulk_create(
        BudgetLine(
            project=project,
            side=side,
            order=order,
            label=clean_line(line.label)[:300],
            amount=line.amount,
            status=line.status.value,
            year=line.year,
        )
        for side, lines in sides
        for order, line in enumerate(lines, start=1)
    )


def _partners(project: Project, app: Application) -> None:
    known = organisations_named([partner.name for partner in app.partners])
    ProjectPartner.objects.bulk_create(
        ProjectPartner(
            project=project,
            order=order,
            organisation=known.get(partner.name.casefold()),
            name=clean_line(partner.name)[:200],
            contribution=clean(partner.contribution),
        )
        for order, partner in enumerate(app.partners, start=1)
    )


def _anchor(project: Project, anchor: Anchoring, *, owner: Organisation, by: Doer) -> None:
    document = anchoring.find_or_add_document(
        owner=owner, title=anchor.title or anchor.sentence[:200], kind=anchor.kind, by=by
    )
    section = anchoring.find_or_add_section(document=document, sentence=anchor.quotation, page=anchor.page, by=by)
    anchoring.tie_to_section(section=section, record=Ref.to(project), says=anchor.sentence, owner=owner.pk, by=by)
