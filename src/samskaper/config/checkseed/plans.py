"""The plan documents and the project of one side."""

from __future__ import annotations

import datetime as dt

from samskaper.areas.programmes.models import Programme
from samskaper.areas.projects.application import read
from samskaper.areas.projects.commands import goals, importing, plan
from samskaper.areas.projects.models import Project
from samskaper.areas.projects.queries.plan import checked
from samskaper.areas.projects.queries.report import report_of
from samskaper.commons.anchoring import commands as anchoring
from samskaper.commons.anchoring.models import PlanKind
from samskaper.commons.record.commands import tie
from samskaper.config.checkseed.world import World
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref

READS = ("adviser", "planner", "reader")  # who reads a project: of its owner, and of its funder


def play(world: World) -> None:
    """Write a plan document and a project down, tied to each other and to the course series."""
    project = _project(world)
    _document(world, project)
    _goals(world, project)
    _remarks(world, project)
    snapshot = report_of(project)
    words = world.cage.plant("words with a report that was handed in", *READS)
    frozen = goals.hand_in(project=project, snapshot=snapshot, words=words, final=False, by=world.doer("adviser"))
    world.ids |= {"project": project.pk, "report": frozen.number}


def _form(world: World) -> str:
    """Return an application with small mistakes, so that the plan check has something to say."""
    plant, today = world.cage.plant, clock.today()

    def day(days: int) -> str:
        return f"{today + dt.timedelta(days=days):%d.%m.%Y}"

    activities = (("Delmål 1.1: Kursrekken er holdt.", -50, 60), ("Delmål 1.2: Erfaringene er spredt.", -400, -390))
    lines = [
        "Søker", "Institusjonsopplysninger", f"Institusjonsnavn\t{world.library.name}", "", "Prosjekt", "Beskriv prosjektet",
        "Prosjekttittel", f"Prosjekt {plant('title of a project', *READS)}", "", "Mål",
        f"Prosjektets formål: {plant('aim of a project', *READS)}",
        f"Hovedmål 1: {plant('a main goal', *READS)}", "", "Prosjektbeskrivelse", "GJENNOMFØRING OG METODE",
        f"Bare de som søker, leser dette: {plant('description in an application', 'adviser')}.",
        "Delmål til hovedmål 1", f"Delmål 1.1: {plant('a sub-goal', *READS)}",
        "Delmål 1.2: Erfaringene er delt offentlig.", "Målet er at minst 5 bibliotekansatte deltar og fullfører kursrekken.",
        "", "Framdriftsplan", "Prosjektet er\tEttårig", "", "Aktivitetsplan for prosjektet",
    ]
    for text, starts, ends in activities:
        lines += [f"Beskrivelse\t{text}", "Aktivitetsperiode", f"Fra dato\t{day(starts)}", f"Til dato\t{day(ends)}", ""]
    lines += [
        "Budsjett", "1. prosjektår", "Andre inntekter 1. prosjektår", f"Beskrivelse\tTilskudd fra {world.funder.name}",
        "Beløp\t100 000", "Inntekter totalt 1. prosjektår:\t100 000", "", "Utgifter 1. prosjektår",
        f"Beskrivelse\tDesign {plant('a line of a budget', *READS)}", "Beløp\t100 000",
        "Utgifter totalt 1. prosjektår:\t100 000",
    ]
    return "\n".join(lines) + "\n"


def _project(world: World) -> Project:
    text = _form(world)
    made = importing.save_application(
        application=read(text), owner=world.library, text=text, language=world.library.language, by=world.doer("adviser")
    )
    plan.change_project(
        project=made, version=made.version, by=world.doer("adviser"), funder=world.funder,
        case_reference=world.cage.plant("case number of a project", *READS),
    )
    made.refresh_from_db()
    programme = Programme.objects.get(pk=world.ids["programme"])
    tie(record=Ref.to(programme), source=Ref.to(made), by=world.doer("adviser"))
    return made


def _document(world: World, project: Project) -> None:
    """A plan is public; in whose words something serves it is for those who may see that something."""
    planner = world.doer("planner")
    document = anchoring.save_document(owner=world.library, by=planner, title=f"Plan {world.side.upper()}", kind=PlanKind.PLAN)
    section = anchoring.add_section(document=document, sentence="We do it together.", page=3, by=planner)
    anchoring.add_section(document=document, sentence="Nobody has touched this.", page=4, by=planner)
    says = world.cage.plant("words that tie a project to a plan", *READS)
    tied = anchoring.tie_to_section(section=section, record=Ref.to(project), says=says, by=planner)
    world.ids |= {"document": document.pk, "section": section.pk, "tie": tied.pk}


def _goals(world: World, project: Project) -> None:
    plant, adviser = world.cage.plant, world.doer("adviser")
    goal = project.sub_goals.order_by("order")[0]
    goals.answer_goal(goal=goal, text=plant("evidence for a goal", *READS), state="under_way", by=adviser)
    told = goals.disseminate(
        project=project, sub_goal=goal, kind="talk", title=plant("title of a talk", *READS),
        place="Town", audience="Libraries", reached=20, day=clock.today(), by=adviser,
    )
    activity = plan.add_activity(
        project=project, text=plant("an activity", *READS), starts=None, ends=None, goals=[goal.number], by=adviser
    )
    world.ids |= {"goal": goal.pk, "dissemination": told.pk, "activity": activity.pk, "fact": "programmes.attended"}


def _remarks(world: World, project: Project) -> None:
    """Refuse the first remark of the plan check with a reason; the others wait."""
    adviser = world.doer("adviser")
    waiting = [remark.fingerprint for remark in checked(project).open]
    reason = world.cage.plant("reason for a no to the plan check", "adviser", "planner")
    plan.refuse_remark(project=project, fingerprint=waiting[0], reason=reason, by=adviser)
    world.ids["remark"] = waiting[1]
