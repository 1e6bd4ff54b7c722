"""What search finds of course series and their gatherings."""

from __future__ import annotations

import datetime as dt

from samskaper.areas.programmes.commands.setup import change_programme, change_state
from samskaper.areas.programmes.models import Gathering, Programme
from samskaper.areas.programmes.queries.found import GATHERING, PROGRAMME
from samskaper.commons.people.models import Organisation
from samskaper.commons.search.models import Document
from samskaper.commons.search.queries import find
from samskaper.foundation.kinds import cards_of
from tests.areas.programmes.arranging import make_course
from tests.cast import Somebody


def kinds(who: Somebody, line: str) -> set[str]:
    return {facet.kind for facet in find(line, visible_to=who.doer, language="nb").facets}


def renamed(course: Programme, title: str, adviser: Somebody) -> None:
    course.refresh_from_db()
    change_programme(programme=course, version=course.version, changes={"title": title}, by=adviser.doer)


def test_an_open_series_and_its_gatherings_are_found_by_everybody(course: Programme, adviser_a: Somebody, staff_b: Somebody, guest: Somebody) -> None:
    renamed(course, "Fjellvettkurs", adviser_a)

    assert all(kinds(who, "fjellvett") == {PROGRAMME, GATHERING} for who in (adviser_a, staff_b, guest))


def test_a_draft_is_found_in_its_own_library_alone(
    adviser_a: Somebody, library_a: Organisation, staff_a: Somebody, staff_b: Somebody, guest: Somebody
) -> None:
    course = make_course(adviser_a, library_a)
    renamed(course, "Fjellvettkurs", adviser_a)
    Programme.objects.filter(pk=course.pk).update(state="draft")

    renamed(course, "Fjellvettskole", adviser_a)

    (document,) = Document.objects.filter(kind=PROGRAMME)
    for who in (adviser_a, staff_a, staff_b, guest):
        assert bool(kinds(who, "fjellvettskole")) == bool(cards_of([document.ref], visible_to=who.doer)) == (who is adviser_a)


def test_a_series_that_opens_is_found_at_once(adviser_a: Somebody, library_a: Organisation, guest: Somebody) -> None:
    course = make_course(adviser_a, library_a)
    Programme.objects.filter(pk=course.pk).update(state="draft", title="Fjellvettkurs")
    renamed(course, "Fjellvettkurs i høst", adviser_a)
    assert not kinds(guest, "fjellvett")

    change_state(programme=course, state="open", by=adviser_a.doer)

    assert kinds(guest, "fjellvett")


def test_a_gathering_that_is_over_or_off_is_not_found(course: Programme, adviser_a: Somebody, guest: Somebody) -> None:
    days = list(Gathering.objects.filter(programme=course))
    before = dt.timedelta(days=900)
    Gathering.objects.filter(programme=course).update(title="Fjellvett", starts=days[0].starts - before, ends=days[0].ends - before)
    renamed(course, "Noe annet", adviser_a)

    assert GATHERING not in kinds(guest, "fjellvett")
    assert PROGRAMME in kinds(guest, "fjellvett")


def test_a_series_that_is_deleted_is_not_found(course: Programme, adviser_a: Somebody, guest: Somebody) -> None:
    renamed(course, "Fjellvettkurs", adviser_a)

    course.delete()

    assert not kinds(guest, "fjellvett")
    assert not Document.objects.filter(kind__in=[PROGRAMME, GATHERING]).exists()
