"""The gathering for associations in the middle of a series, held where they met."""

from __future__ import annotations

import datetime as dt
from html import unescape

import pytest
from django.urls import reverse

from samskaper.areas.cocreation.commands import meetings
from samskaper.areas.cocreation.models import Meeting, Party, PartyKind
from samskaper.areas.programmes import events
from samskaper.areas.programmes.models import Gathering, GatheringKind, GatheringState, Programme
from samskaper.commons.people.models import Organisation
from samskaper.commons.record.models import Fact
from samskaper.commons.record.queries import sources
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from tests.areas.cocreation.meeting_people import evening, held, set_day
from tests.areas.programmes.running import Series
from tests.cast import Somebody


@pytest.fixture
def gathering(series: Series) -> Gathering:
    return Gathering.objects.create(
        programme=series.programme, kind=GatheringKind.ASSOCIATIONS, number=90, title="Kveld", starts=evening(60)[0], ends=evening(60)[1],
        for_participants=False, checkin_secret="hemmelig-kveld",
    )


def met(gathering: Gathering, owner: Organisation, staff: Somebody, programme: Programme | None) -> Meeting:
    """The associations are asked from the gathering's page, and come a week from now."""
    meeting = meetings.plan(
        owner=owner, title="Kveld", days=[evening(7), evening(8)], within=Ref.to(programme) if programme else None, source=Ref.to(gathering), by=staff.doer
    )
    party = Party.objects.create(owner=owner, kind=PartyKind.ASSOCIATION, name="Songlaget")
    meetings.invite(meeting=meeting, parties=[party.pk], by=staff.doer)
    set_day(meeting, staff.doer)
    return held(meeting, staff.doer)


def test_its_page_leads_to_those_met_so_far(gathering: Gathering, series: Series, adviser_a: Somebody) -> None:
    page = adviser_a.client.get(reverse("programmes:attendance", args=[gathering.pk])).content.decode()
    address = unescape(next(part for part in page.split('"') if part.startswith(reverse("cocreation:meeting_new"))))
    days = {f"day{n}": (clock.today() + dt.timedelta(days=n + 6)).isoformat() for n in (1, 2)}
    answer = adviser_a.client.post(address, {"title": "Kveld", "since": "18:00", "until": "20:00", **days})
    meeting = Meeting.objects.get()

    assert answer.status_code == 302 and meeting.within == Ref.to(series.programme)
    assert sources([Ref.to(meeting)])[Ref.to(meeting)] == [Ref.to(gathering)]


def test_it_is_held_on_the_day_they_met(gathering: Gathering, series: Series, town_a: Organisation, staff_a: Somebody) -> None:
    meeting = met(gathering, town_a, staff_a, series.programme)
    gathering.refresh_from_db()
    fact = Fact.objects.get(key=events.AssociationsMet.key)

    assert gathering.state == GatheringState.HELD and gathering.starts == meeting.starts
    assert fact.within_id == series.programme.pk and fact.subject_id == gathering.pk


def test_another_gathering_or_series_is_left_alone(gathering: Gathering, series: Series, town_a: Organisation, staff_a: Somebody) -> None:
    met(gathering, town_a, staff_a, None)
    Gathering.objects.filter(pk=gathering.pk).update(kind=GatheringKind.GATHERING)
    met(gathering, town_a, staff_a, series.programme)
    gathering.refresh_from_db()

    assert gathering.state == GatheringState.PLANNED and not Fact.objects.filter(key=events.AssociationsMet.key).exists()


def test_one_that_is_held_already_stays_as_it_is(gathering: Gathering, series: Series, town_a: Organisation, staff_a: Somebody) -> None:
    day = clock.now() - dt.timedelta(days=1)
    Gathering.objects.filter(pk=gathering.pk).update(state=GatheringState.HELD, starts=day)
    met(gathering, town_a, staff_a, series.programme)
    gathering.refresh_from_db()

    assert gathering.starts == day
