"""A participant's own page: what is done, what is next, and what is missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samskaper.areas.programmes.models import (
    Action,
    ActionKind,
    ActionReport,
    AttendanceState,
    Certificate,
    CompletionPart,
    Enrolment,
    EnrolmentState,
    Gathering,
    GatheringState,
    Group,
    Material,
    Programme,
)
from samskaper.areas.programmes.queries.actions import latest_shared, my_enrolment
from samskaper.areas.programmes.queries.completion import Standing, standings_of
from samskaper.areas.programmes.queries.making_up import MissedGathering, missed
from samskaper.areas.programmes.rules import words
from samskaper.areas.programmes.rules.completion import ACTIONS_OF
from samskaper.areas.programmes.rules.gatherings import may_send_word
from samskaper.areas.programmes.rules.running import NOT_HERE
from samskaper.commons.people.doer import Doer
from samskaper.foundation import clock
from samskaper.foundation.prepared import prepared
from samskaper.foundation.refusals import Refusal

NEWS: tuple[tuple[float, Promise], ...] = (
    (0.75, gettext_lazy("You are almost there")),
    (0.4, gettext_lazy("You are halfway")),
    (0.01, gettext_lazy("You are on your way")),
    (0.0, gettext_lazy("You have a seat")),
)


@dataclass(frozen=True, slots=True)
class ActionLine:
    """One of my actions: what it is, and how far I am."""

    action: Action
    done_on: dt.date | None
    begun: bool

    @property
    def opens_later(self) -> bool:
        """Whether it cannot be written about yet."""
        return self.action.opens > clock.today()

    @property
    def late(self) -> bool:
        """Whether its last day has been without it."""
        return self.done_on is None and self.action.due < clock.today()

    @property
    def note(self) -> str:
        """Return the line under its title."""
        if self.done_on:
            between_two = _("Only the two of you see what you agreed on.") if self.action.kind == ActionKind.LEADER_MEETING else ""
            return " ".join(filter(None, [_("Done %(day)s.") % {"day": words.day(self.done_on)}, between_two]))
        if self.opens_later:
            return _("Opens %(day)s.") % {"day": words.day(self.action.opens)}
        if self.late:
            return _("You wanted to do this by %(day)s. What happened? Two lines are enough.") % {"day": words.day(self.action.due)}
        begun = _("You have begun.") if self.begun else ""
        return " ".join(filter(None, [_("Until %(day)s.") % {"day": words.day(self.action.due)}, begun]))


@dataclass(frozen=True, slots=True)
class Check:
    """A part of the rule, as the list of what is missing shows it."""

    title: str
    note: str
    done: bool
    href: str = ""


@dataclass(frozen=True, slots=True)
class DateLine:
    """One of my dates, as the line of dates shows it."""

    title: str
    note: str
    state: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class MyPage:
    """Everything on a participant's own page."""

    programme: Programme
    enrolment: Enrolment
    standing: Standing
    gatherings: tuple[Gathering, ...]
    marks: dict[int, str]
    actions: tuple[ActionLine, ...]
    group: Group | None
    groupmates: tuple[str, ...]
    shared: tuple[ActionReport, ...]
    materials: tuple[Material, ...]
    certificate: Certificate | None
    missed: tuple[MissedGathering, ...]

    @property
    def certain(self) -> bool:
        """Whether the seat is certain."""
        return self.enrolment.state == EnrolmentState.ENROLLED

    @property
    def news(self) -> str:
        """Return the page's heading."""
        if self.standing.complete:
            return _("You have completed")
        return str(next(sentence for share, sentence in NEWS if self.standing.share >= share))

    @property
    def next_gathering(self) -> Gathering | None:
        """The gathering that is on or comes next."""
        ahead = (row for row in self.gatherings if row.ends >= clock.now() and row.state == GatheringState.PLANNED)
        return next(ahead, None)

    @property
    def next_action(self) -> ActionLine | None:
        """What can be done now and is not done, the most urgent first; nothing of a part of which enough is done."""
        met = {kind for part in self.standing.parts if part.met for kind in ACTIONS_OF.get(CompletionPart(part.part), ())}
        lacking = {kind for part in self.standing.parts if not part.met for kind in ACTIONS_OF.get(CompletionPart(part.part), ())}
        spare = met - lacking
        open_ = [line for line in self.actions if line.done_on is None and not line.opens_later and line.action.kind not in spare]
        return min(open_, key=lambda line: line.action.due, default=None)

    @property
    def summary(self) -> str:
        """Return the sentence under the heading: what is done, and the next step."""
        if self.standing.complete:
            return _("All that the course series asks is done. Your certificate is ready.")
        done = sum(min(part.done, part.needed) for part in self.standing.parts)
        needed = sum(part.needed for part in self.standing.parts)
        sentences = [_("%(done)d of %(needed)d things are done.") % {"done": done, "needed": needed}] if done else []
        if line := self.next_action:
            sentences.append(_("The next step: %(title)s.") % {"title": line.action.title})
        elif (gathering := self.next_gathering) and self.marks.get(gathering.pk) != AttendanceState.PRESENT:
            sentences.append(_("The next step: %(title)s.") % {"title": f"{gathering.title}, {words.day(gathering.starts)}"})
        return " ".join(sentences)

    @property
    def is_on(self) -> bool:
        """Whether that gathering has begun."""
        upcoming = self.next_gathering
        return upcoming is not None and upcoming.starts <= clock.now()

    @property
    def may_send_word(self) -> bool:
        """Whether I can still say that I cannot come."""
        upcoming = self.next_gathering
        return upcoming is not None and may_send_word(upcoming)

    @property
    def cannot_come(self) -> bool:
        """Whether I have sent word about the next gathering."""
        upcoming = self.next_gathering
        return upcoming is not None and self.marks.get(upcoming.pk) == AttendanceState.EXCUSED

    @property
    def checks(self) -> list[Check]:
        """What is done and what is missing, part by part."""
        return [Check(words.part_title(part), words.part_note(part), part.met) for part in self.standing.parts]

    @property
    def dates(self) -> list[DateLine]:
        """My dates that lie ahead, gatherings and last days of actions, in order."""
        return [line for _when, line in sorted(self._dates(), key=lambda pair: pair[0])]

    def _dates(self) -> Iterator[tuple[dt.date, DateLine]]:
        upcoming = self.next_gathering
        for row in self.gatherings:
            if row.ends >= clock.now() and row.state == GatheringState.PLANNED:
                title = f"{words.day(row.starts)} {words.span(row.starts, row.ends)}"
                state = "done" if upcoming and row.pk == upcoming.pk else ""
                yield row.starts.date(), DateLine(title, row.title, state)
        for line in self.actions:
            if line.done_on is None and line.action.due >= clock.today():
                href = "" if line.opens_later else reverse("programmes:action", args=[line.action.pk])
                yield line.action.due, DateLine(words.day(line.action.due), _("Last day: %(title)s") % {"title": line.action.title}, "", href)


def my_page(programme: int, *, visible_to: Doer) -> MyPage:
    """Return a participant's own page. Raises Refusal (404) for those who never signed up."""
    enrolment = my_enrolment(programme, visible_to=visible_to)
    if enrolment is None:
        raise Refusal(NOT_HERE, status=404)
    found = standings_of([enrolment])[0]
    gatherings = tuple(_gatherings(programme))
    marks = dict(found.deeds.attendance)
    group = _group(enrolment)
    return MyPage(
        programme=enrolment.programme, enrolment=enrolment, standing=found, gatherings=gatherings, marks=marks,
        actions=_actions(enrolment, found), group=group, groupmates=_groupmates(group, enrolment),
        shared=tuple(latest_shared(enrolment, visible_to=visible_to)),
        materials=_materials(enrolment), certificate=next(iter(_certificates(enrolment.pk)), None),
        missed=_missed(gatherings, enrolment, marks),
    )


def _missed(gatherings: tuple[Gathering, ...], enrolment: Enrolment, marks: dict[int, str]) -> tuple[MissedGathering, ...]:
    """What I was not at, with how I can make up for it; they are of one programme, which is at hand."""
    for row in gatherings:
        row.programme = enrolment.programme
    return tuple(missed(gatherings, enrolment, marks=marks))


def _actions(enrolment: Enrolment, standing: Standing) -> tuple[ActionLine, ...]:
    mine = {action: report.done_on for action, report in standing.deeds.reports.items()}
    rows = _actions_of(enrolment.programme_id)
    return tuple(ActionLine(row, mine.get(row.pk), row.pk in mine) for row in rows)


@prepared
def _gatherings(programme: int) -> QuerySet[Gathering]:
    return Gathering.objects.filter(programme=programme, for_participants=True).order_by("starts")


@prepared
def _actions_of(programme: int) -> QuerySet[Action]:
    return Action.objects.filter(programme=programme).order_by("number")


@prepared
def _groups(enrolment: int, now: dt.datetime) -> QuerySet[Group]:
    rows = Group.objects.filter(places__enrolment=enrolment, gathering__ends__gte=now)
    return rows.order_by("gathering__starts", "pk")[:1]


@prepared
def _materials_of(programme: int) -> QuerySet[Material]:
    rows = Material.objects.filter(gathering__programme=programme, gathering__for_participants=True)
    return rows.select_related("gathering").order_by("-gathering__number", "added")


@prepared
def _certificates(enrolment: int) -> QuerySet[Certificate]:
    return Certificate.objects.filter(enrolment=enrolment).order_by("pk")


def _group(enrolment: Enrolment) -> Group | None:
    """My group in the gathering that is on or comes next."""
    return next(iter(_groups(enrolment.pk, clock.now())), None)


def _groupmates(group: Group | None, enrolment: Enrolment) -> tuple[str, ...]:
    if group is None:
        return ()
    others = group.places.exclude(enrolment=enrolment).order_by("enrolment__person__name")
    return tuple(others.values_list("enrolment__person__name", flat=True))


def _materials(enrolment: Enrolment) -> tuple[Material, ...]:
    if enrolment.state not in Enrolment.SEATED:
        return ()
    return tuple(_materials_of(enrolment.programme_id))
