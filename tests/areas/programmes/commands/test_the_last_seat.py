"""The last seat is sold once, however many press at the same moment."""

from __future__ import annotations

import threading

import pytest
from django.db import close_old_connections, connection

from samskaper.areas.programmes.commands.enrolment import sign_up
from samskaper.areas.programmes.models import Enrolment, Programme
from samskaper.areas.programmes.queries.seats import seats
from samskaper.commons.people.models import Organisation
from tests.areas.programmes.arranging import make_course
from tests.cast import Somebody, make_person

PEOPLE = 20


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("free", [1, 5])
def test_twenty_people_and_the_last_seats(free: int) -> None:
    library = Organisation.objects.create(kind="regional_library", name="Strandfjell fylkesbibliotek")
    programme = make_course(make_person("Adviser", (library, "adviser")), library, seats=free)
    people = [make_person(f"Person {number}", (library, "staff")) for number in range(PEOPLE)]

    failed = at_once([lambda one=one: press(programme, one) for one in people])

    assert not failed
    found = seats(programme)
    assert (found.taken, found.waiting) == (free, PEOPLE - free)


@pytest.mark.django_db(transaction=True)
def test_one_person_who_presses_twenty_times_has_one_place() -> None:
    library = Organisation.objects.create(kind="regional_library", name="Strandfjell fylkesbibliotek")
    programme = make_course(make_person("Adviser", (library, "adviser")), library, seats=3)
    person = make_person("Person", (library, "staff"))

    failed = at_once([lambda: press(programme, person)] * PEOPLE)

    assert not failed
    assert Enrolment.objects.count() == 1


def press(programme: Programme, somebody: Somebody) -> None:
    sign_up(programme=programme, library=None, leader=None, by=somebody.doer)


def at_once(works: list) -> list[BaseException]:  # type: ignore[type-arg]
    """Do all of this in threads that start together; return what went wrong."""
    barrier, failed = threading.Barrier(len(works)), []

    def run(work) -> None:  # type: ignore[no-untyped-def]
        try:
            close_old_connections()
            barrier.wait(timeout=30)
            work()
        except BaseException as error:
            failed.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return failed
