"""A county's evaluation group: its two workshops, and its end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from samskaper.areas.startkit.commands.findings import take_back_of_workshop
from samskaper.areas.startkit.commands.voice_letters import write_summary, write_workshop
from samskaper.areas.startkit.events import revision as events
from samskaper.areas.startkit.models import Asked, Edition, EvaluationGroup, Finding, Workshop
from samskaper.areas.startkit.rules import groups as rules
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import County, Organisation
from samskaper.commons.record.commands import note
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict, Invalid
from samskaper.foundation.text import clean, clean_line
from samskaper.foundation.versions import save_unchanged


@transaction.atomic
def make_group(*, owner: Organisation, edition: Edition, county: County, by: Doer) -> EvaluationGroup:
    """Make the group of a county for an edition that is not out yet. Raises Conflict when the county has one."""
    rules.must_arrange(by)
    rules.must_be_a_county_library(owner)
    rules.must_arrange_for(by, EvaluationGroup(owner=owner))
    if edition.launched is not None:
        raise Conflict(_("This edition is out. Make a group for the next one."))
    if EvaluationGroup.objects.filter(edition=edition, county=county).exists():
        raise Conflict(_("%(county)s has a group for this edition already.") % {"county": county.name})
    group = EvaluationGroup.objects.create(owner=owner, edition=edition, county=county, organiser_id=by.person)
    note(events.GroupMade(subject=Ref.to(group), within=Ref.to(edition), owner=owner.pk), by=by)
    return group


@dataclass(frozen=True, slots=True)
class Day:
    """When and where a workshop is held, and which methods (by key) are looked at."""

    starts: dt.datetime
    ends: dt.datetime
    place: str = ""
    url: str = ""
    keys: Sequence[str] = ()


@transaction.atomic
def set_workshop(*, group: EvaluationGroup, number: int, day: Day, version: int, by: Doer) -> Workshop:
    """Set or move one of the two workshops; those who take part get the day, once for each change of hour or place."""
    rules.must_arrange_for(by, group)
    rules.must_be_open(group)
    rules.must_be_hours(day.starts, day.ends)
    values = {
        "starts": day.starts, "ends": day.ends, "place": clean_line(day.place)[:160], "url": day.url[:400], "keys": list(day.keys),
    }
    row = Workshop.objects.select_for_update(of=("self",)).select_related("group__county").filter(group=group, number=number).first()
    if row is None:
        row, moved, tell = Workshop.objects.create(group=group, number=number, **values), False, True
    else:
        tell = moved = any(getattr(row, name) != values[name] for name in ("starts", "ends", "place", "url"))
        save_unchanged(row, version=version, changes=values)
    if tell and row.ends > clock.now():
        for voice in group.members.filter(answer=Asked.YES).select_related("edition", "group__county"):
            write_workshop(voice, row, moved=moved, by=by)
    note(events.GroupMade(subject=Ref.to(group), within=Ref("startkit.edition", group.edition_id), owner=group.owner_id), by=by)
    return row


@transaction.atomic
def strike(*, group: EvaluationGroup, finding: int, by: Doer) -> None:
    """Take away what was written down wrongly in a workshop, before anything is decided."""
    rules.must_arrange_for(by, group)
    take_back_of_workshop(finding=finding, group=group.pk, by=by)


@transaction.atomic
def close_group(*, group: EvaluationGroup, summary: str, version: int, by: Doer) -> EvaluationGroup:
    """Finish a group: those who took part get the summary, and thanks."""
    rules.must_arrange_for(by, group)
    rules.must_be_open(group)
    summary = clean(summary)[:4000]
    if not any(sign.isalpha() for sign in summary):
        raise Invalid(_("Write a few sentences on what came of it. They go to those who took part."))
    save_unchanged(group, version=version, changes={"summary": summary, "closed": clock.now()})
    said = Finding.objects.filter(workshop__group=group).count()
    for voice in group.members.filter(answer=Asked.YES).select_related("edition", "group__county"):
        write_summary(voice, group, findings=said, by=by)
    note(events.GroupMade(subject=Ref.to(group), within=Ref("startkit.edition", group.edition_id), owner=group.owner_id), by=by)
    return group
