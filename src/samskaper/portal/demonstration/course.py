"""What happens in a series once it runs: who comes, who does what between the gatherings, and what they thought of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial

from django.core.files.base import ContentFile

from samskaper.areas.programmes.commands import actions, evaluation, gatherings, groups, lead, material
from samskaper.areas.programmes.commands.certificates import show_certificate
from samskaper.areas.programmes.commands.gatherings import Mark
from samskaper.areas.programmes.models import (
    Action,
    ActionKind,
    ActionReport,
    Attendance,
    Certificate,
    Enrolment,
    Gathering,
    GatheringKind,
)
from samskaper.areas.programmes.queries.lead import stuck
from samskaper.commons.feedback.commands import answer, close_those_due
from samskaper.commons.feedback.models import QuestionKind, Questionnaire
from samskaper.commons.people.doer import Doer
from samskaper.foundation.refs import Ref
from samskaper.portal.demonstration import words
from samskaper.portal.demonstration.challenges import Challenges
from samskaper.portal.demonstration.series import DAYS, WINDOWS, Deed, Series, do
from samskaper.portal.demonstration.talks import Talks

AN_HOUR, A_DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
ASKED_ABOUT = {True: (1, 2), False: (2,)}  # the gatherings after which people are asked, by their place; while it runs or not
NEXT = 4  # the gathering that comes next in the series that is under way, by its place
BY_CODE = range(4, 8)  # who records herself by the code on the wall
SWITCHED_OFF = 6  # who does not show her certificate
GROUPS_OF = 5


def is_stuck(place: int) -> bool:
    """One in eight does not get through: the others complete, as fifty of them are to."""
    return place % 8 == 3


def was_present(place: int, date: int) -> bool:
    """Who was there: everybody who completes, and those who do not for most of the time."""
    return not is_stuck(place) or (place // 8 + date) % 4 != 1


def half_done(place: int, number: int) -> str:
    """Return what somebody has written of an action while there is still time: nothing, a draft, or «done»."""
    if number == 4 and place % 13 == 0:
        return words.DRAFTS[place % len(words.DRAFTS)]
    if number == 3 and place % 13 == 5:
        return words.DRAFTS[(place + 1) % len(words.DRAFTS)]
    return "" if number == 4 and place % 5 in (0, 2) else "done"


class Course:
    """Plays a series from its first day, up to the day of `series.until`."""

    def __init__(self, series: Series) -> None:
        self.series, self.programme, self.adviser = series, series.programme, series.world.as_adviser
        self.talks = Talks(series)

    @property
    def is_under_way(self) -> bool:
        """Whether the day until which it is played lies before its end."""
        return self.series.gatherings[-1].starts > self.series.until

    def play(self) -> None:
        """Let everything happen that had happened by then, in the order of time."""
        do(self._deeds(), until=self.series.until)

    def _deeds(self) -> Iterator[Deed]:
        series = self.series
        yield series.day(DAYS[0], 8), series.begin
        for place, gathering in enumerate(series.gatherings):
            yield from self._gathering(place, gathering)
        for action, (opens, due) in zip(series.actions, WINDOWS, strict=True):
            for number, row in enumerate(series.seated):
                yield from self._action(action, opens, due, number, row)
        yield series.day(DAYS[2] + 5 * A_DAY, 10), self._write_to_stuck
        yield from self._evaluation(DAYS[-1], partial(evaluation.ask_at_the_end, programme=self.programme, by=self.adviser), Ref.to(self.programme))
        yield series.day(DAYS[-1] + 16 * A_DAY, 15), series.close
        yield series.day(DAYS[-1] + 20 * A_DAY, 20), self._switch_off
        yield from Challenges(series).deeds()

    def _gathering(self, place: int, gathering: Gathering) -> Iterator[Deed]:
        if not gathering.for_participants:
            yield gathering.ends, partial(gatherings.hold, gathering=gathering, by=self.adviser)
            return
        if place == NEXT and self.is_under_way:
            for number in words.CAN_NOT_COME:
                word = partial(gatherings.send_word, gathering=gathering, comes=False, by=self._doer(number))
                yield self.series.day(DAYS[2] + 6 * A_DAY, 11, number), word
        for number in BY_CODE:
            yield gathering.starts + dt.timedelta(minutes=number), partial(gatherings.check_in, gathering=gathering, by=self._doer(number))
        yield gathering.starts + dt.timedelta(minutes=20), partial(self._take_attendance, place, gathering)
        if gathering.kind == GatheringKind.GATHERING:
            yield gathering.starts + AN_HOUR, partial(groups.make_groups, gathering=gathering, size=GROUPS_OF, by=self.adviser)
        if words.MATERIALS[place][0]:
            yield gathering.ends + AN_HOUR, partial(self._leave_material, gathering, *words.MATERIALS[place])
        if place in ASKED_ABOUT[self.is_under_way]:
            yield from self._evaluation(DAYS[place], partial(self._ask_about, gathering), Ref.to(gathering))

    def _doer(self, number: int) -> Doer:
        return self.series.doer(self.series.seated[number].person)

    def _take_attendance(self, place: int, gathering: Gathering) -> None:
        """The adviser fills in the list, over what people have recorded themselves."""
        known = dict(Attendance.objects.filter(gathering=gathering).values_list("enrolment_id", "state"))
        marks = {
            row.pk: Mark("", "present" if was_present(number, place) else ("excused", "absent")[number % 2])
            for number, row in enumerate(self.series.seated)
            if row.pk not in known
        }
        gatherings.record_attendance(gathering=gathering, marks=marks, by=self.adviser)

    def _ask_about(self, gathering: Gathering) -> Questionnaire:
        gathering.refresh_from_db()
        return evaluation.ask_about_gathering(gathering=gathering, by=self.adviser)

    def _leave_material(self, gathering: Gathering, title: str, text: str) -> None:
        file = ContentFile(text.encode(), name=f"{title}.txt")
        material.add_material(gathering=gathering, title=title, file=file, by=self.adviser)

    def _action(self, action: Action, opens: dt.date, due: dt.date, number: int, row: Enrolment) -> Iterator[Deed]:
        if is_stuck(number) and (number + action.number) % 3 == 0:
            return
        day = opens + dt.timedelta(days=3 + number * 5 % max(1, (due - opens).days - 3))
        text = half_done(number, action.number) if self.series.day(due, 23) >= self.series.until else "done"
        if action.kind == ActionKind.CONVERSATION and text == "done":
            if self.is_under_way or number % 3 == 0:  # in the finished series the others only said that they had talked
                yield from self.talks.hold(action, row, number, day)
        elif action.kind == ActionKind.CONVERSATION and number % 2 == 0:
            yield from self.talks.ahead(action, row, number, opens)
        if text:
            yield self.series.day(day, 15, number % 60), partial(self._report, action, row, number, day, text)

    def _report(self, action: Action, row: Enrolment, number: int, day: dt.date, text: str) -> None:
        meeting = action.kind == ActionKind.LEADER_MEETING
        said = words.AGREEMENTS[number % len(words.AGREEMENTS)] if meeting else words.REFLECTIONS[(number + 7 * action.number) % len(words.REFLECTIONS)]
        is_done = text == "done"
        begun = ActionReport.objects.filter(action=action, enrolment=row).first()
        actions.save_report(
            action=action, enrolment=row, done_on=day + self.series.shift if is_done else None, version=begun.version if begun else 0,
            reflection=said if is_done else text, by=self.series.doer(row.person),
            thoughts=words.THOUGHTS[number // 9 % len(words.THOUGHTS)] if number % 9 == 0 and not meeting else "",
        )

    def _write_to_stuck(self) -> None:
        """The adviser writes to some of those who are stuck; the others can still be written to."""
        rows = stuck(self.programme, visible_to=self.adviser)
        chosen = [row.standing.enrolment.pk for row in rows][: len(rows) // 2]
        if chosen:
            lead.write_to_stuck(
                programme=self.programme, enrolments=chosen, subject=words.STUCK_SUBJECT, words=words.STUCK_WORDS, by=self.adviser
            )

    def _evaluation(self, day: dt.date, ask: partial[Questionnaire], about: Ref) -> Iterator[Deed]:
        """Ask on the day; most of those who were there answer within a week, and after two weeks it closes."""
        yield self.series.day(day, 16), ask
        for number, row in enumerate(self.series.seated):
            if number and number % 4 != 1 and not is_stuck(number):
                yield self.series.day(day + number % 7 * A_DAY, 18, number % 60), partial(self._say, about, row, number)
        yield self.series.day(day + 15 * A_DAY, 5), close_those_due

    def _say(self, about: Ref, row: Enrolment, number: int) -> None:
        asked = Questionnaire.objects.get(about_kind=about.kind, about_id=about.id)
        values = {question.order: self._value(question.kind, question.order, number, about) for question in asked.questions.all()}
        answer(questionnaire=asked, values=values, by=self.series.doer(row.person))

    def _value(self, kind: str, order: int, number: int, about: Ref) -> str:
        """What one person answers: mostly fours and fives with a tail, nearly all from public libraries, few words."""
        if kind == QuestionKind.SCALE:
            return "4553454254534435"[(number * 7 + order * 5 + about.id) % 16]
        if kind == QuestionKind.CHOICE:
            return "4" if number == 34 else "3" if number % 12 == 0 else "2" if number % 7 == 2 else "1"
        at_the_end = about.kind == "programmes.programme"
        said, less = (words.DO_NOW, words.DID_NOT_WORK) if at_the_end else (words.TAKE_HOME, words.DO_DIFFERENTLY)
        if order == (6 if at_the_end else 5):
            return said[number // 2] if number % 2 == 0 and number // 2 < len(said) else ""
        return less[number // 4] if number % 4 == 0 and number // 4 < len(less) else ""

    def _switch_off(self) -> None:
        row = self.series.seated[SWITCHED_OFF]
        certificate = Certificate.objects.filter(enrolment=row).first()
        if certificate is not None:
            show_certificate(certificate=certificate, shown=False, by=self.series.doer(row.person))
