"""Questions about evaluation groups, their workshops and members."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from samskaper.areas.startkit.models import Asked, EvaluationGroup, Finding, Voice, Workshop
from samskaper.areas.startkit.rules import groups as rules
from samskaper.areas.startkit.rules.findings import LINK
from samskaper.commons.calendar.entries import Entry
from samskaper.commons.calendar.exports import ics
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Organisation, OrganisationKind, Role
from samskaper.commons.people.queries.links import bearer_of
from samskaper.foundation.refusals import Gone, Missing


def my_county_libraries(*, visible_to: Doer) -> QuerySet[Organisation]:
    """Return the county libraries on whose behalf somebody may arrange a group."""
    mine = visible_to.organisations(Role.ADVISER)
    return Organisation.objects.filter(pk__in=mine, kind=OrganisationKind.REGIONAL_LIBRARY).order_by("name", "pk")


def groups(*, visible_to: Doer) -> list[EvaluationGroup]:
    """Return the groups of one's own libraries, those of the newest edition first, with their workshops and numbers."""
    rows = EvaluationGroup.objects.filter(owner__in=visible_to.organisations(Role.ADVISER)).select_related("county", "edition", "owner")
    rows = rows.annotate(takes_part=Count("members", filter=Q(members__answer=Asked.YES), distinct=True))
    return list(rows.prefetch_related("workshops").order_by("-edition__number", "county__name", "pk"))


@dataclass(frozen=True, slots=True)
class GroupPage:
    """A group for those who arrange it: members, workshops, and what was noticed."""

    group: EvaluationGroup
    members: list[Voice]
    workshops: Mapping[int, Workshop]
    findings: list[Finding]

    @property
    def slots(self) -> list[tuple[int, Workshop | None]]:
        """The two workshops, set or not."""
        return [(number, self.workshops.get(number)) for number in (1, 2)]

    @property
    def taking_part(self) -> list[Voice]:
        """Those who have said yes."""
        return [one for one in self.members if one.answer == Asked.YES]


def group_page(number: int, *, visible_to: Doer) -> GroupPage:
    """Return a group. Raises Missing to those who do not arrange it."""
    group = EvaluationGroup.objects.filter(pk=number).select_related("county", "edition", "owner").first()
    if group is None:
        raise Missing()
    rules.must_arrange_for(visible_to, group)
    workshops = {one.number: one for one in group.workshops.annotate(noticed=Count("findings"))}
    findings = Finding.objects.filter(Q(workshop__group=group) | Q(voice__group=group)).select_related("voice", "workshop").order_by("-pk")
    return GroupPage(group, list(group.members.all()), workshops, list(findings))


def entry_of(workshop: Workshop, *, url: str = "") -> Entry:
    """Return the calendar entry of a workshop; `workshop.group.county` must be there."""
    title = _("Workshop %(n)d on the starter kit, %(county)s") % {"n": workshop.number, "county": workshop.group.county.name}
    place = workshop.place or workshop.url
    return Entry(
        uid=f"kit-workshop-{workshop.pk}@samskaper", title=title, starts=workshop.starts, ends=workshop.ends, place=place, url=url,
        note=workshop.url, sequence=workshop.version,
    )


def entries_for(person: int, since: dt.datetime, most: int) -> Iterable[Entry]:
    """Return the workshops, not over at `since`, that somebody arranges or takes part in."""
    takes_part = Q(group__members__person=person, group__members__answer=Asked.YES)
    rows = Workshop.objects.filter(Q(group__organiser=person) | takes_part, ends__gte=since).select_related("group__county").distinct()
    return [
        entry_of(one, url=reverse("startkit:workshop", args=[one.group_id, one.number]) if one.group.organiser_id == person else "")
        for one in rows.order_by("starts", "pk")[:most]
    ]


def file_of(workshop: Workshop) -> bytes:
    """Return a workshop as a file for one's calendar."""
    return ics([entry_of(workshop)], name=str(workshop.group.county))


@dataclass(frozen=True, slots=True)
class VoicePage:
    """What the bearer of a link sees: what she was asked, the days, and what she has said."""

    voice: Voice
    doer: Doer
    workshops: list[Workshop]
    findings: list[Finding]


def voice_behind(secret: str) -> tuple[Voice, Doer]:
    """Return whose link this is, and its bearer. Raises Missing for a link that never was, Gone for one that was withdrawn."""
    doer = bearer_of(secret, purpose=LINK)
    assert doer.link is not None
    voice = Voice.objects.filter(pk=doer.link[1].id).select_related("edition", "group__county", "group__owner").first()
    if voice is None:
        raise Gone(_("You are not on this list any more, and your name and address are deleted."))
    return voice, doer


def voice_page(secret: str) -> VoicePage:
    """Return what stands behind a link."""
    voice, doer = voice_behind(secret)
    days = Workshop.objects.filter(group=voice.group_id).select_related("group__county") if voice.group_id else Workshop.objects.none()
    said = Finding.objects.filter(voice=voice).select_related("aim").order_by("-pk")
    return VoicePage(voice, doer, list(days), list(said))


def experts(edition: int | None) -> list[Voice]:
    """Return the experts of an edition, with how often each has said something."""
    rows = Voice.objects.filter(edition=edition, group__isnull=True)
    return list(rows.annotate(said=Count("findings")).order_by("name", "pk"))


def experts_now() -> frozenset[int]:
    """Return the persons who read drafts as experts: of editions that are not out yet."""
    rows = Voice.objects.filter(group__isnull=True, answer=Asked.YES, person__isnull=False, edition__launched__isnull=True)
    return frozenset(rows.values_list("person_id", flat=True))


def expert(person: int | None) -> Voice | None:
    """Return the expert that somebody is in an edition that is not out yet."""
    rows = Voice.objects.filter(group__isnull=True, answer=Asked.YES, person=person, edition__launched__isnull=True)
    return rows.select_related("edition").order_by("edition__number").first() if person is not None else None

