"""The project around a course series: its plan, what was done of it, how it was told of, and its report."""

from __future__ import annotations

import datetime as dt

from samskaper.areas.projects.application import read
from samskaper.areas.projects.commands.goals import answer_goal, disseminate, hand_in, measure_goal
from samskaper.areas.projects.commands.importing import save_application
from samskaper.areas.projects.commands.plan import accept_remark, change_activity, change_project, refuse_remark
from samskaper.areas.projects.models import Activity, DisseminationKind, GoalState, Project, ProjectState, SubGoal
from samskaper.areas.projects.queries.plan import checked
from samskaper.areas.projects.queries.report import report_of
from samskaper.foundation import clock
from samskaper.portal.demonstration import plan
from samskaper.portal.demonstration.series import moment
from samskaper.portal.demonstration.world import World

COUNTED: dict[str, dict[str, int]] = {
    "1.3": {"programmes.conversation_held": 150},
    "1.4": {"programmes.associations_met": 1},
    "1.5": {"projects.disseminated": 3},
}
WRITTEN = dt.date(2022, 2, 15)
# What was said by hand of the goals that nothing counts: (day, goal, state, words).
ANSWERS = (
    ("2022-09-08", "2.5", GoalState.UNDER_WAY, "Ekspertgruppen har hatt sitt første møte. De ba om å få se utkastene, ikke bare resultatet."),
    ("2022-09-15", "2.1", GoalState.UNDER_WAY, "Første runde med evalueringsgruppene ga 41 merknader til de ni metodene."),
    ("2022-10-17", "2.1", GoalState.REACHED, "Begge rundene er holdt i alle fem fylker. Alt som ble sagt, har fått svar."),
    ("2023-03-01", "2.2", GoalState.REACHED, "Kurset er bygd om etter fasene. Ti personer som ikke kjente det, fant fram på under et minutt."),
    ("2023-03-31", "2.3", GoalState.REACHED, "Fem nye metoder ligger ute, to av dem med video."),
    ("2023-03-31", "2.4", GoalState.REACHED, "Sju metoder har en egen framgangsmåte på nett."),
    ("2023-04-10", "2.5", GoalState.UNDER_WAY, "Ekspertgruppen ble spurt fire ganger. Den skulle vært med oftere i starten."),
    ("2023-04-19", "2.6", GoalState.REACHED, "To lanseringer på nett, 184 påmeldte til sammen."),
)
TOLD = (
    ("2022-09-13", DisseminationKind.ARTICLE, "Biblioteket spør først", "Lokalavisa i Tverrdal", "Alle som bor her", 4200),
    ("2022-11-22", DisseminationKind.TALK, "Hva skjedde så? Om å lytte før man lager", "Fagdag på nett", "Bibliotekansatte", 120),
    ("2023-01-18", DisseminationKind.ARTICLE, "Nøkkelen ingen hadde", "Fagblad", "Bibliotek og kommuner", None),
    ("2023-03-02", DisseminationKind.TALK, "Fra planverk til praksis", "Kommunesamling, Strandfjell", "Planleggere", 60),
)
# What the finished project answered the plan check: the codes that it followed, and why it did not follow the others.
FOLLOWED = {"year-off", "filed-apart"}
REASONS = {
    "duration": "Skjemaet kjenner bare hele år. Månedene står i framdriftsplanen.",
    "gathering-before-action": "De som ble møtt etter kvelden, fikk en telefon hver. Det sto i arket om aksjonen.",
    "money-without-activity": "Designet ble bestilt sammen med ombyggingen av kurset, og står der.",
    "only-planned": "Ekspertgruppen er med i møtene som alt står i planen.",
}
USUAL_REASON = "Vi har snakket om det, og lar det stå."
LATE = (-4, 0, -1, 6, -2)  # days by which activities were done after they should have been, in turn


class Undertaking:
    """Plays one project through, up to a day."""

    def __init__(self, world: World, *, shift: dt.timedelta, until: dt.date) -> None:
        self.world, self.shift, self.until = world, shift, until
        text = plan.as_form(shift)
        with clock.at(moment(WRITTEN + shift)):
            self.project: Project = save_application(
                application=read(text), owner=world.library, by=world.as_adviser, text=text, is_demo=True
            )
            change_project(project=self.project, version=self.project.version, by=world.as_adviser, funder=world.funder)

    def _past(self, day: str) -> dt.date | None:
        moved = dt.date.fromisoformat(day) + self.shift
        return moved if moved < self.until else None

    def _count(self, goals: dict[str, SubGoal]) -> None:
        """Let the goals that practice can answer count for themselves."""
        with clock.at(moment(WRITTEN + self.shift, 10)):
            for number, targets in COUNTED.items():
                measure_goal(goal=goals[number], version=goals[number].version, targets=targets, by=self.world.as_adviser)

    def decide(self) -> None:
        """Answer the plan check as the finished project did: follow two proposals, and say why not to the others."""
        with clock.at(moment(WRITTEN + self.shift, 11)):
            for remark in checked(self.project).open:
                if remark.code in FOLLOWED:
                    accept_remark(project=self.project, fingerprint=remark.fingerprint, by=self.world.as_adviser)
                else:
                    refuse_remark(
                        project=self.project, fingerprint=remark.fingerprint, by=self.world.as_adviser,
                        reason=REASONS.get(remark.code, USUAL_REASON),
                    )

    def play(self) -> None:
        """Let everything happen that had happened by the day `until`."""
        goals = {goal.number: goal for goal in SubGoal.objects.filter(project=self.project)}
        self._count(goals)
        for activity in self.project.activities.filter(fact_key="").exclude(starts=None).exclude(ends=None):
            self._carry_out(activity)
        for day, number, state, words in ANSWERS:
            if when := self._past(day):
                with clock.at(moment(when, 14)):
                    answer_goal(goal=goals[number], text=words, state=state, by=self.world.as_adviser)
        for day, kind, title, place, audience, reached in TOLD:
            if when := self._past(day):
                with clock.at(moment(when, 16)):
                    disseminate(
                        project=self.project, by=self.world.as_adviser, sub_goal=goals["1.5"], kind=kind, title=title,
                        place=place, audience=audience, reached=reached, day=when,
                    )

    def _carry_out(self, activity: Activity) -> None:
        """Write down when an activity began and was done, as far as that lies in the past; few go by the day.

        Activities that facts of the series show need nobody's word.
        """
        assert activity.starts and activity.ends
        begun = min(activity.starts + dt.timedelta(days=activity.order * 3 % 9), activity.ends)
        done = max(begun, activity.ends + dt.timedelta(days=LATE[activity.order % len(LATE)]))
        if begun >= self.until or (self.project.starts and activity.ends < self.project.starts):
            return
        is_done = done < self.until
        with clock.at(moment(done if is_done else begun, 15)):
            change_activity(
                activity=activity, version=activity.version, by=self.world.as_adviser, text=activity.text,
                starts=activity.starts, ends=activity.ends, goals=list(activity.goal_refs()),
                fact_key=activity.fact_key, fact_number=activity.fact_number, begun=begun, done=done if is_done else None,
            )

    def hand_in(self) -> None:
        """Hand in the final report, once everything has been counted, and say that the project is finished."""
        with clock.at(moment(self.until, 12)):
            hand_in(
                project=self.project, snapshot=report_of(self.project), final=True, by=self.world.as_adviser,
                words="Det meste gikk som vi lovte. Det vi ikke lovte, men fikk: ti foreninger som ringer oss nå.",
            )
            self.project.refresh_from_db()
            change_project(
                project=self.project, version=self.project.version, by=self.world.as_adviser, state=ProjectState.FINISHED
            )
