"""A municipal plan of the demonstration: what it promises, what serves it, and what nobody has touched."""

from __future__ import annotations

import datetime as dt

from samskaper.areas.programmes.models import Programme
from samskaper.areas.projects.models import Project
from samskaper.commons.anchoring.commands import add_section, save_document, tie_to_section
from samskaper.commons.anchoring.models import PlanKind
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.portal.demonstration.series import moment
from samskaper.portal.demonstration.world import World

TITLE = "Kommuneplanens samfunnsdel for Tverrdal"
SENTENCES = (
    ("Møteplasser", 11, "Alle bygdene i kommunen skal ha en møteplass som er åpen også når ingen er på jobb."),
    ("Frivillighet", 14, "Kommunen skal spørre lag og foreninger om hva som er vanskelig, før den foreslår hva som skal gjøres."),
    ("Frivillighet", 15, "Ansatte i kommunen skal lære å arbeide samskapende med innbyggerne."),
    ("Folkehelse", 22, "Ingen skal være alene med å flytte hit."),
    ("Ungdom", 27, "Ungdom skal få ansvar for rom de selv vil bruke."),
)
LISTENS, LEARNS = 1, 2  # the sentences that something serves, by their place


def lay_down(world: World, *, project: Project, programme: Programme, day: dt.date) -> None:
    """Write the plan down, and tie the project and its course series to the two sentences that they serve."""
    with clock.at(moment(day, 13)):
        document = save_document(
            owner=world.planner.memberships.get().organisation, by=world.as_planner, title=TITLE, publisher="Tverrdal kommune",
            kind=PlanKind.PLAN, first_year=day.year - 1, last_year=day.year + 11,
        )
        sections = [
            add_section(document=document, sentence=sentence, heading=heading, page=page, by=world.as_planner)
            for heading, page, sentence in SENTENCES
        ]
        tie_to_section(
            section=sections[LISTENS], record=Ref.to(project), by=world.as_adviser,
            says="Hver deltaker spør tre lag hva som er vanskelig, uten å ha svaret med seg.",
        )
        tie_to_section(
            section=sections[LEARNS], record=Ref.to(programme), by=world.as_adviser,
            says="Fire fra Tverrdal bibliotek er med på kursrekken.",
        )
