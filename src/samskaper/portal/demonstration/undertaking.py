"""The project around a course series: its plan, what was done of it, how it was told of, and its report."""

from __future__ import annotations

import datetime as dt

from samskaper.areas.projects.application import read
from samskaper.areas.projects.commands.goals import answer_goal, disseminate, hand_in, measure_goal
from samskaper.areas.projects.commands.importing import save_application
from samskaper.areas.projects.commands.plan import accept_remark, mark_activity_done, refuse_remark
from samskaper.areas.projects.models import DisseminationKind, GoalState, Project, SubGoal
from samskaper.areas.projects.queries.plan import checked
from samskaper.areas.projects.queries.report import report_of
from samskaper.foundation import clock
from samskaper.portal.demonstration import plan
from samskaper.portal.demonstration.series import moment
from samskaper.portal.demonstration.world import World

COUNTED: dict[str, dict[str, int]] = {
    "1.3": {"programmes.action_done": 150},
    "1.4": {"programmes.associations_met": 1},
    "1.5": {"projects.disseminated": 3},
}
WRITTEN = dt.date(2022, 2, 15)
# What was said by hand of the goals that nothing counts: (day, goal, state, words).
ANSWERS = (
    ("2022-09-15", "2.1", GoalState.UNDER_WAY, "Første runde med evalueringsgruppene ga 41 merknader til de ni metodene."),
    ("2022-10-17", "2.1", GoalState.REACHED, "Begge rundene er holdt i alle fem fylker. Alt som ble sagt, har fått svar."),
    ("2023-03-01", "2.2", GoalState.REACHED, "Kurset er bygd om etter fasene. Ti personer som ikke kjente det, fant fram på under et minutt."),
    ("2023-03-31", "2.3", GoalState.REACHED, "Fem nye metoder ligger ute, to av dem med video."),
    ("2023-03-31", "2.4", GoalState.REACHED, "Sju metoder har en egen framgangsmåte på nett."),
    ("2023-04-10", "2.5", GoalState.UNDER_WAY, "Ekspertgruppen ble spurt fire ganger. Den skulle vært med oftere i starten."),
    ("2023-04-19", "2.6", GoalState.REACHED, "To lanseringer på nett, 184 påmeldte til sammen."),
)
TOLD = (
    ("2022-11-22", DisseminationKind.TALK, "Hva skjedde så? Om å lytte før man lager", "Fagdag på nett", "Bibliotekansatte", 120),
    ("2023-01-18", DisseminationKind.ARTICLE, "Nøkkelen ingen hadde", "Fagblad", "Bibliotek og kommuner", None),
    ("2023-03-02", DisseminationKind.TALK, "Fra planverk til praksis", "Kommunesamling, Strandfjell", "Planleggere", 60),
)


class Undertaking:
    """Plays one project through, up to a day."""

    def __init__(self, world: World, *, shift: dt.timedelta, until: dt.date) -> None:
        self.world, self.shift, self.until = world, shift, until
        text = plan.as_form(shift)
        with clock.at(moment(WRITTEN + shift)):
            self.project: Project = save_application(
                application=read(text), owner=world.library, by=world.as_adviser, text=text, is_demo=True
            )

    def _past(self, day: str) -> dt.date | None:
        moved = dt.date.fromisoformat(day) + self.shift
        return moved if moved < self.until else None

    def _count(self, goals: dict[str, SubGoal]) -> None:
        """Let the goals that practice can answer count for themselves."""
        with clock.at(moment(WRITTEN + self.shift, 10)):
            for number, targets in COUNTED.items():
                measure_goal(goal=goals[number], version=goals[number].version, targets=targets, by=self.world.as_adviser)

    def _decide(self) -> None:
        """The finished project took some of the plan check's advice and said no to the rest."""
        with clock.at(moment(WRITTEN + self.shift, 11)):
            for place, remark in enumerate(checked(self.project).open):
                if place % 2:
                    accept_remark(project=self.project, fingerprint=remark.fingerprint, by=self.world.as_adviser)
                else:
                    refuse_remark(
                        project=self.project, fingerprint=remark.fingerprint, by=self.world.as_adviser,
                        reason="Vi har snakket om det, og lar det stå.",
                    )

    def play(self) -> None:
        """Let everything happen that had happened by the day `until`."""
        adviser = self.world.as_adviser
        goals = {goal.number: goal for goal in SubGoal.objects.filter(project=self.project)}
        self._count(goals)
        for activity in self.project.activities.exclude(ends=None):
            if activity.ends and activity.ends < self.until:
                with clock.at(moment(activity.ends, 15)):
                    mark_activity_done(activity=activity, done=True, by=adviser)
        for day, number, state, words in ANSWERS:
            if when := self._past(day):
                with clock.at(moment(when, 14)):
                    answer_goal(goal=goals[number], text=words, state=state, by=adviser)
        for day, kind, title, place, audience, reached in TOLD:
            if when := self._past(day):
                with clock.at(moment(when, 16)):
                    disseminate(
                        project=self.project, by=adviser, sub_goal=goals["1.5"], kind=kind, title=title, place=place,
                        audience=audience, reached=reached, day=when,
                    )

    def hand_in(self) -> None:
        """Settle the plan check and hand in the final report, once everything has been counted."""
        self._decide()
        with clock.at(moment(self.until, 12)):
            hand_in(
                project=self.project, snapshot=report_of(self.project), final=True, by=self.world.as_adviser,
                words="Det meste gikk som vi lovte. Det vi ikke lovte, men fikk: ti foreninger som ringer oss nå.",
            )
