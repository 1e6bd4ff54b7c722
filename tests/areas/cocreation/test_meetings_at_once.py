"""Two organisers, and an association that presses twice, at the same moment, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from samskaper.areas.cocreation.commands import meetings
from samskaper.areas.cocreation.commands.meeting_letters import write_letters
from samskaper.areas.cocreation.models import Meeting
from samskaper.commons.mail.models import Letter
from samskaper.commons.people.models import Organisation
from samskaper.foundation.refusals import Refusal
from tests.areas.cocreation.meeting_people import asked, met, planned, says
from tests.cast import Somebody

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], object]) -> list[str]:
    """Do these at the same moment; return what each came to."""
    start = Barrier(len(acts))

    def run(act: Callable[[], object]) -> str:
        start.wait()
        try:
            act()
        except Refusal as refusal:
            return type(refusal).__name__
        else:
            return "done"
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(pool.map(run, acts))


def test_two_who_set_different_days_at_once(town_a: Organisation, staff_a: Somebody, colleague_a: Somebody) -> None:
    meeting = planned(town_a, staff_a.doer)
    asked(meeting, [met(town_a, staff_a.doer, 1)], staff_a.doer)
    first, second, _third = meeting.dates.order_by("starts").values_list("pk", flat=True)
    doers, version = (staff_a.doer, colleague_a.doer), meeting.version
    came = at_once(*(
        lambda date=date, by=by: meetings.set_day(meeting=meeting, date=date, version=version, by=by) for date, by in zip((first, second), doers, strict=True)
    ))

    assert came == ["Stale", "done"] and Meeting.objects.get().version == version + 1
    assert meeting.invited.exclude(waits="").count() == 1


def test_the_same_answer_twice_at_once(town_a: Organisation, staff_a: Somebody) -> None:
    club = met(town_a, staff_a.doer, 1)
    meeting = planned(town_a, staff_a.doer)
    asked(meeting, [club], staff_a.doer)

    assert at_once(*[lambda: says(meeting, club, True, False, True, people=2)] * 3) == ["done"] * 3
    assert meeting.invited.get().answers.count() == 3


def test_two_workers_write_each_letter_once(town_a: Organisation, staff_a: Somebody) -> None:
    clubs = [met(town_a, staff_a.doer, number) for number in range(6)]
    meeting = planned(town_a, staff_a.doer)
    meetings.invite(meeting=meeting, parties=[club.pk for club in clubs], by=staff_a.doer)
    meetings.send_invitations(meeting=meeting, by=staff_a.doer)
    at_once(write_letters, write_letters)

    assert Letter.objects.count() == 6 and not meeting.invited.exclude(waits="").exists()


def test_the_same_people_put_on_twice_at_once(town_a: Organisation, staff_a: Somebody, colleague_a: Somebody) -> None:
    clubs = [met(town_a, staff_a.doer, number).pk for number in range(4)]
    meeting = planned(town_a, staff_a.doer)

    assert at_once(*(lambda by=by: meetings.invite(meeting=meeting, parties=clubs, by=by) for by in (staff_a.doer, colleague_a.doer))) == ["done", "done"]
    assert meeting.invited.count() == 4
