"""Groups within a gathering: made by themselves, moved by hand."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from samskaper.areas.programmes import events
from samskaper.areas.programmes.models import Attendance, AttendanceState, Enrolment, Gathering, Group, GroupPlace
from samskaper.areas.programmes.rules.groups import deal
from samskaper.areas.programmes.rules.running import must_run
from samskaper.commons.people.doer import Doer
from samskaper.commons.record.commands import note
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Invalid

SMALLEST, LARGEST = 2, 20


@transaction.atomic
def make_groups(*, gathering: Gathering, size: int, by: Doer) -> int:
    """Put people into groups of about `size`, colleagues apart, in place of the groups there were. Returns how many groups.

    Those who are there when somebody is recorded as present; otherwise all with a seat who have not sent word.
    """
    gathering = Gathering.objects.select_for_update(of=("self",)).select_related("programme").get(pk=gathering.pk)
    must_run(by, gathering.programme)
    if not SMALLEST <= size <= LARGEST:
        raise Invalid(_("Groups are of two to twenty people."))
    people = _people(gathering)
    if not people:
        raise Invalid(_("There is nobody to put into groups yet. When somebody has signed up, you can make them."))
    gathering.groups.all().delete()
    dealt = deal(people, size=size)
    groups = Group.objects.bulk_create(Group(gathering=gathering, number=number) for number in range(1, len(dealt) + 1))
    GroupPlace.objects.bulk_create(
        GroupPlace(group=group, enrolment_id=person) for group, persons in zip(groups, dealt, strict=True) for person in persons
    )
    _note(gathering, by=by, groups=len(groups))
    return len(groups)


def _people(gathering: Gathering) -> list[tuple[int, int | None]]:
    marks = dict(Attendance.objects.filter(gathering=gathering).values_list("enrolment_id", "state"))
    someone_is_here = AttendanceState.PRESENT in marks.values()
    rows = Enrolment.objects.filter(programme=gathering.programme, state__in=Enrolment.SEATED).values_list("pk", "library_id")
    return [
        (enrolment, library)
        for enrolment, library in rows
        if (marks.get(enrolment) == AttendanceState.PRESENT if someone_is_here else enrolment not in marks)
    ]


@transaction.atomic
def move_to_group(*, gathering: Gathering, enrolment: int, number: int, by: Doer) -> None:
    """Move somebody to the group of this number; 0 takes her out of the groups."""
    gathering = Gathering.objects.select_for_update(of=("self",)).select_related("programme").get(pk=gathering.pk)
    must_run(by, gathering.programme)
    person = Enrolment.objects.filter(programme=gathering.programme, pk=enrolment, state__in=Enrolment.SEATED).first()
    group = Group.objects.filter(gathering=gathering, number=number).first()
    if person is None or (number and group is None):
        raise Invalid(_("That group or that participant is not here any longer. Open the page again."))
    GroupPlace.objects.filter(group__gathering=gathering, enrolment=person).delete()
    if group:
        GroupPlace.objects.create(group=group, enrolment=person)
    Group.objects.filter(gathering=gathering, places__isnull=True).exclude(number=number).delete()
    _note(gathering, by=by, groups=gathering.groups.count())


def _note(gathering: Gathering, *, by: Doer, groups: int) -> None:
    note(
        events.GroupsMade(
            subject=Ref.to(gathering), owner=gathering.programme.owner_id, within=Ref.to(gathering.programme), data={"groups": groups}
        ), by=by,
    )
