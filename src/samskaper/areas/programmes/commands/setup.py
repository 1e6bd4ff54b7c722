"""Making a programme from a pattern, and changing what it is."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import translation

from samskaper.areas.programmes.commands.completion import settle
from samskaper.areas.programmes.commands.enrolment import fill_seats
from samskaper.areas.programmes.events import ProgrammeSaved
from samskaper.areas.programmes.models import Action, AgendaItem, CompletionRule, Gathering, Programme
from samskaper.areas.programmes.rules import dates
from samskaper.areas.programmes.rules.codes import CODE_LENGTH, CODE_SIGNS
from samskaper.areas.programmes.rules.patterns import Day, Pattern, Task
from samskaper.areas.programmes.rules.running import must_run
from samskaper.areas.programmes.rules.setup import must_begin_for, must_follow
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Organisation
from samskaper.commons.record.commands import note, tie
from samskaper.foundation.refs import Ref
from samskaper.foundation.versions import save_unchanged


def note_saved(programme: Programme, what: str, *, by: Doer, **data: object) -> None:
    """Note that a part of the programme was changed; `what` names the part."""
    ref = Ref.to(programme)
    note(ProgrammeSaved(subject=ref, within=ref, owner=programme.owner_id, data={"what": what, **data}), by=by)


def new_code() -> str:
    """Return what stands in the address of a gathering's check-in: ten signs that can be typed from a wall.

    49 bits: the door allows 300 wrong ones in a quarter of an hour, and a code opens a list for a few hours only.
    """
    return "".join(secrets.choice(CODE_SIGNS) for _place in range(CODE_LENGTH))


@transaction.atomic
def begin(
    *, pattern: Pattern, title: str, owner: Organisation, language: str, first: dt.date, hour: dt.time,
    source: Ref | None = None, by: Doer,
) -> Programme:
    """Make a programme from a pattern, with its first date on a day and an hour (on the clock where the users are).

    Its texts are written in `language`. `source` is what it came from, such as a project. Raises Invalid when one of
    the dates falls in the hour that the clock jumps over.
    """
    must_begin_for(by, owner.pk)
    with translation.override(language):
        programme = Programme.objects.create(
            owner=owner, title=title or str(pattern.title), about=str(pattern.description), aim=str(pattern.aim), language=language,
            own_hours=pattern.own_hours, enrol_until=first - dt.timedelta(days=1),
        )
        for number, day in enumerate(pattern.days, start=1):
            _add_day(programme, number, day, first=first, hour=hour)
        for number, task in enumerate(pattern.tasks, start=1):
            _add_task(programme, number, task, first=first)
    CompletionRule.objects.bulk_create(
        CompletionRule(programme=programme, part=part, needed=needed) for part, needed in pattern.rule.items()
    )
    if source is not None:
        tie(record=Ref.to(programme), source=source, by=by)
    note_saved(programme, "begun", by=by, pattern=pattern.key)
    return programme


def _add_day(programme: Programme, number: int, day: Day, *, first: dt.date, hour: dt.time) -> None:
    starts = dates.moment(first + dt.timedelta(days=day.after), day.hour or hour)
    gathering = Gathering.objects.create(
        programme=programme, kind=day.kind, number=number, title=str(day.title), about=str(day.about), starts=starts,
        ends=starts + dt.timedelta(minutes=sum(item.minutes for item in day.agenda)),
        for_participants=day.for_participants, checkin_secret=new_code(),
    )
    AgendaItem.objects.bulk_create(
        AgendaItem(gathering=gathering, order=order, kind=item.kind, title=str(item.title), minutes=item.minutes)
        for order, item in enumerate(day.agenda, start=1)
    )


def _add_task(programme: Programme, number: int, task: Task, *, first: dt.date) -> None:
    Action.objects.create(
        programme=programme, kind=task.kind, number=number, title=str(task.title), instructions=str(task.instructions),
        questions="\n".join(str(question) for question in task.questions),
        opens=first + dt.timedelta(days=task.opens), due=first + dt.timedelta(days=task.due),
    )


@transaction.atomic
def change_programme(*, programme: Programme, version: int, changes: Mapping[str, Any], by: Doer) -> None:
    """Save what a programme is. Raises Stale with both texts when somebody saved in between.

    More seats let people in from the waiting list at once.
    """
    must_run(by, programme)
    save_unchanged(programme, version=version, changes=dict(changes))
    note_saved(programme, "programme", by=by)
    fill_seats(programme=programme, by=by)


@transaction.atomic
def change_state(*, programme: Programme, state: str, by: Doer) -> None:
    """Open the programme for sign-up, let it run, or close it. Raises Conflict when that cannot follow."""
    must_run(by, programme)
    programme = Programme.objects.select_for_update(of=("self",)).get(pk=programme.pk)
    must_follow(programme.state, state)
    programme.state = state
    programme.version += 1
    programme.save(update_fields=["state", "version"])
    note_saved(programme, "state", by=by, state=state)


@transaction.atomic
def set_rule(*, programme: Programme, rule: Mapping[str, int], made_up: Mapping[str, int] | None = None, by: Doer) -> None:
    """Say what completes the programme: how many of each part; 0 takes the part out. Everybody's standing follows.

    `made_up` says how many gatherings of a part may be made up for; parts that it does not name stay as they are.
    """
    must_run(by, programme)
    programme = Programme.objects.select_for_update(of=("self",)).get(pk=programme.pk)
    programme.completion_rules.exclude(part__in=[part for part, needed in rule.items() if needed]).delete()
    for part, needed in rule.items():
        if needed:
            more = {"made_up": made_up[part]} if made_up and part in made_up else {}
            CompletionRule.objects.update_or_create(programme=programme, part=part, defaults={"needed": needed, **more})
    note_saved(programme, "rule", by=by, rule=dict(rule), made_up=dict(made_up or {}))
    settle(programme=programme, by=by)
