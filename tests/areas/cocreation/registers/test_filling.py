"""Filling the register of a county: what is written, what is kept, and going on after everything that can stop it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samskaper.areas.cocreation.commands import parties
from samskaper.areas.cocreation.commands import register as commands
from samskaper.areas.cocreation.models import Filling, FillingState, Party, PartyKind
from samskaper.areas.cocreation.registers.client import Unreachable
from samskaper.areas.cocreation.rules.register import FAILURES, SILENT, may_fill, print_of
from samskaper.areas.cocreation.tasks import register as tasks
from samskaper.commons.people.doer import SYSTEM
from samskaper.commons.people.models import County, Municipality, Organisation
from samskaper.commons.record.models import Fact
from samskaper.foundation import clock
from samskaper.foundation.refusals import Conflict, Missing, Refusal
from tests.areas.cocreation.registers.conftest import Register
from tests.areas.cocreation.registers.shapes import checked, deleted, page, unit
from tests.cast import Somebody

SINCE = dt.date(2024, 1, 1)
ONE, TWO, THREE = (checked(stem) for stem in (91000000, 92000000, 93000000))


@pytest.fixture
def inland(db: None, library_a: Organisation) -> County:
    county = County.objects.create(number="34", name="Innlandet", valid_from=dt.date(2020, 1, 1))
    library_a.county = county
    library_a.save()
    return county


@pytest.fixture
def alvdal(inland: County) -> Municipality:
    return Municipality.objects.create(county=inland, number="3428", name="Alvdal", valid_from=dt.date(2020, 1, 1))


@pytest.fixture
def filling(alvdal: Municipality, library_a: Organisation, adviser_a: Somebody) -> Filling:
    commands.begin(library=library_a, by=adviser_a.doer)
    taken = commands.take(by=SYSTEM)
    assert taken
    return taken


class Brreg:
    """The unit register of one county: units by municipality, and single ones by number."""

    def __init__(self, **places: list[dict[str, Any]]) -> None:
        self.places = {number.removeprefix("m"): rows for number, rows in places.items()}
        self.single: dict[str, Any] = {}

    def play(self, path: str, query: dict[str, str]) -> Any:
        if "kommunenummer" not in query:
            return self.single.get(path.rsplit("/", 1)[1], (404, {}, b""))
        rows, size, number = self.places.get(query["kommunenummer"], []), int(query["size"]), int(query["page"])
        return page(rows[size * number: size * (number + 1)], number=number, size=size, total=len(rows))


def read(filling: Filling, register: Register, brreg: Brreg) -> Filling:
    register.play = brreg.play
    client = register.client
    client.largest = 10_000_000
    tasks.fill_now(filling, client)
    filling.refresh_from_db()
    return filling


def again(filling: Filling, library: Organisation) -> Filling:
    commands.begin(library=library, by=SYSTEM)
    taken = commands.take(by=SYSTEM)
    assert taken
    return taken


def test_units_become_parties(filling: Filling, register: Register, alvdal: Municipality, library_a: Organisation) -> None:
    done = read(filling, register, Brreg(m3428=[unit(ONE), unit(TWO, "KAFFE AS", form="AS"), unit(THREE, "KARI NORDMANN", form="ENK")]))

    rows = Party.objects.order_by("number").values_list("number", "name", "kind", "municipality", "county", "owner", "from_register")
    assert list(rows) == [
        (ONE, "Historielaget i Tverrdal", PartyKind.ASSOCIATION, alvdal.pk, alvdal.county_id, library_a.pk, True),
        (TWO, "Kaffe AS", PartyKind.COMPANY, alvdal.pk, alvdal.county_id, library_a.pk, True),
    ]
    assert (done.state, done.pages, done.added, done.passed_over) == (FillingState.DONE, 1, 2, 1)
    assert Fact.objects.get(key="cocreation.register_filled").data == {"added": 2, "changed": 0, "passed_over": 1}


def test_nothing_else_of_a_unit_is_stored(filling: Filling, register: Register) -> None:
    read(filling, register, Brreg(m3428=[unit(ONE)]))

    stored = str(list(Party.objects.values())) + str(list(Filling.objects.values())) + str(list(Fact.objects.values()))
    assert not [secret for secret in ("emmelig", "Kari", "62 00", "900 00", "94.9", "religi") if secret in stored]


def test_filling_twice_changes_nothing(filling: Filling, register: Register, library_a: Organisation) -> None:
    brreg = Brreg(m3428=[unit(ONE), unit(ONE), unit(TWO)])
    read(filling, register, brreg)

    done = read(again(filling, library_a), register, brreg)

    assert (done.added, done.changed) == (0, 0)
    assert Party.objects.count() == 2


def test_one_that_comes_on_two_pages_is_written_once(filling: Filling, register: Register) -> None:
    rows = [unit(checked(70_000_000 + place * 11), f"LAG {place}") for place in range(200)]

    done = read(filling, register, Brreg(m3428=[*rows, rows[-1]]))

    assert (done.pages, done.added, Party.objects.count()) == (2, 200, 200)


def test_a_new_name_is_taken_over_and_found(filling: Filling, register: Register, library_a: Organisation, staff_a: Somebody) -> None:
    read(filling, register, Brreg(m3428=[unit(ONE, "GAMLE LAG")]))

    done = read(again(filling, library_a), register, Brreg(m3428=[unit(ONE, "NYE KOR")]))

    assert done.changed == 1
    assert Party.objects.get().name == "Nye kor"
    assert list(Party.objects.get().name_words.values_list("word", flat=True)) == ["nye", "kor"]


def test_what_was_written_by_hand_keeps_its_words_and_its_library(
    filling: Filling, register: Register, town_a: Organisation, staff_a: Somebody, alvdal: Municipality
) -> None:
    mine = parties.add_party(owner=town_a, kind=PartyKind.INFORMAL_GROUP, name="Karene på historielaget", number=ONE, by=staff_a.doer)
    nameless = parties.add_party(owner=town_a, kind=PartyKind.ASSOCIATION, name="Historielaget i Tverrdal", by=staff_a.doer)

    read(filling, register, Brreg(m3428=[unit(ONE)]))

    mine.refresh_from_db()
    assert (mine.name, mine.kind, mine.owner_id, mine.municipality_id) == ("Karene på historielaget", PartyKind.INFORMAL_GROUP, town_a.pk, alvdal.pk)
    assert set(Party.objects.values_list("pk", flat=True)) == {mine.pk, nameless.pk}


def test_a_number_of_before_2024_is_the_municipality_of_today(filling: Filling, register: Register, alvdal: Municipality) -> None:
    Municipality.objects.create(
        county=alvdal.county, number="0438", name="Alvdal", valid_from=dt.date(1990, 1, 1), valid_until=dt.date(2020, 1, 1), became=alvdal
    )

    read(filling, register, Brreg(m3428=[unit(ONE, municipality="0438"), unit(TWO, municipality="9999")]))

    assert Party.objects.get(number=ONE).municipality == alvdal
    unknown = Party.objects.get(number=TWO)
    assert (unknown.municipality, unknown.county_id) == (None, alvdal.county_id)


@pytest.mark.parametrize("ends", [{"konkurs": True}, {"underAvvikling": True}, {"slettedato": "2026-05-01"}])
def test_those_who_close_down_are_marked_and_stay(filling: Filling, register: Register, library_a: Organisation, ends: dict[str, Any]) -> None:
    read(filling, register, Brreg(m3428=[unit(ONE)]))

    read(again(filling, library_a), register, Brreg(m3428=[unit(ONE, **ends), unit(TWO, **ends)]))

    assert Party.objects.get().closed_on == clock.today()


def test_those_who_are_gone_are_asked_for_one_by_one(filling: Filling, register: Register, library_a: Organisation, alvdal: Municipality) -> None:
    moved_to = Municipality.objects.create(county=alvdal.county, number="3430", name="Os", valid_from=SINCE)
    read(filling, register, Brreg(m3428=[unit(ONE), unit(TWO), unit(THREE)]))
    brreg = Brreg(m3428=[])
    brreg.single = {ONE: deleted(ONE), TWO: unit(TWO, municipality="3430")}

    read(again(filling, library_a), register, brreg)

    closed = dict(Party.objects.values_list("number", "closed_on"))
    assert closed == {ONE: clock.today(), TWO: None, THREE: clock.today()}
    assert Party.objects.get(number=TWO).municipality == moved_to


def test_one_that_opens_again_is_open_again(filling: Filling, register: Register, library_a: Organisation) -> None:
    read(filling, register, Brreg(m3428=[unit(ONE)]))
    Party.objects.update(closed_on=clock.today())

    read(again(filling, library_a), register, Brreg(m3428=[unit(ONE)]))

    assert Party.objects.get().closed_on is None


def test_whoever_asked_to_be_deleted_is_not_brought_back(filling: Filling, register: Register, library_a: Organisation) -> None:
    Party.objects.create(owner=library_a, kind=PartyKind.ASSOCIATION, name="–", number=print_of(ONE), forgotten_on=clock.today())

    done = read(filling, register, Brreg(m3428=[unit(ONE)]))

    assert done.added == 0
    assert Party.objects.count() == 1


def test_a_page_asks_the_same_of_the_database_however_full(filling: Filling, register: Register, alvdal: Municipality) -> None:
    def asked(many: int, stem: int) -> int:
        rows = [unit(checked(stem + place * 11), f"LAG {place}") for place in range(many)]
        register.play = Brreg(m3428=rows).play
        walk = tasks.Walk("3428", today=clock.today())
        client = register.client
        client.largest = 10_000_000
        found = walk.step(client)
        assert found
        with CaptureQueriesContext(connection) as queries:
            commands.keep_page(filling=filling, municipality="3428", page=found, is_first=True, by=SYSTEM)
        return len(queries)

    assert asked(2, 60_000_000) == asked(20, 65_000_000)


class TestGoingOn:
    """The rounds of the worker."""

    @pytest.fixture(autouse=True)
    def worker(self, settings: Any, register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
        settings.OPEN_REGISTERS = register.home
        monkeypatch.setattr(tasks, "_reading", None)
        monkeypatch.setattr(tasks, "IN_BETWEEN", (1.0, 1.0, 1.0))

    def work(self, rounds: int = 20) -> None:
        for _ in range(rounds):
            tasks.fill()
            if tasks._reading:
                tasks._reading.not_before = 0.0

    def test_a_filling_is_done_in_bites(self, alvdal: Municipality, library_a: Organisation, adviser_a: Somebody, register: Register) -> None:
        commands.begin(library=library_a, by=adviser_a.doer)
        register.play = Brreg(m3428=[unit(ONE)]).play

        self.work(3)

        assert Filling.objects.get().state == FillingState.DONE
        assert Party.objects.count() == 1

    def test_nothing_to_do_is_one_question(self, db: None, django_assert_num_queries: Any) -> None:
        with django_assert_num_queries(1):
            assert tasks.fill() == 0

    def test_another_goes_on_where_one_was_killed(
        self, inland: County, library_a: Organisation, adviser_a: Somebody, register: Register, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for number in ("3401", "3403"):
            Municipality.objects.create(county=inland, number=number, name=number, valid_from=SINCE)
        filling = commands.begin(library=library_a, by=adviser_a.doer)
        register.play = Brreg(m3401=[unit(ONE)], m3403=[unit(TWO, municipality="3403")]).play
        reading = tasks.Reading(commands.take(by=SYSTEM))  # type: ignore[arg-type]
        while reading.filling and Filling.objects.get().place != "3403":
            reading.step(register.client)
        del reading  # killed

        self.work(1)
        held_back = Filling.objects.get()
        Filling.objects.update(heard=clock.now() - SILENT * 2)
        register.asked.clear()
        self.work(3)

        assert held_back.state == FillingState.RUNNING
        assert Filling.objects.get(pk=filling.pk).state == FillingState.DONE
        assert "3401" not in {query.get("kommunenummer") for _, query in register.asked}
        assert Party.objects.count() == 2

    def test_what_passes_is_tried_again(self, alvdal: Municipality, library_a: Organisation, adviser_a: Somebody, register: Register) -> None:
        commands.begin(library=library_a, by=adviser_a.doer)
        register.play = Brreg(m3428=[unit(ONE)]).play
        register.queue = [(503, {}, b""), "half", (429, {"Retry-After": "30"}, b"")]

        tasks.fill()
        in_trouble = Filling.objects.get()
        self.work(6)

        assert (in_trouble.state, in_trouble.trouble) == (FillingState.RUNNING, "unreachable")
        assert (Filling.objects.get().state, Filling.objects.get().trouble) == (FillingState.DONE, "")

    def test_a_register_that_stays_away_ends_it_kindly(self, alvdal: Municipality, library_a: Organisation, adviser_a: Somebody, register: Register) -> None:
        commands.begin(library=library_a, by=adviser_a.doer)
        register.play = lambda path, query: (500, {}, b"")

        self.work(FAILURES + 1)

        assert (Filling.objects.get().state, Filling.objects.get().trouble) == (FillingState.FAILED, "unreachable")

    def test_another_shape_ends_it_at_once(self, alvdal: Municipality, library_a: Organisation, adviser_a: Somebody, register: Register) -> None:
        commands.begin(library=library_a, by=adviser_a.doer)
        register.play = lambda path, query: {"enheter": []}

        self.work(1)

        assert (Filling.objects.get().state, Filling.objects.get().trouble) == (FillingState.FAILED, "not_understood")

    def test_a_press_stops_it_and_keeps_what_was_read(self, inland: County, library_a: Organisation, adviser_a: Somebody, register: Register) -> None:
        for number in ("3401", "3403"):
            Municipality.objects.create(county=inland, number=number, name=number, valid_from=SINCE)
        filling = commands.begin(library=library_a, by=adviser_a.doer)
        brreg = Brreg(m3401=[unit(ONE)], m3403=[unit(TWO)])
        register.play = brreg.play
        reading = tasks.Reading(commands.take(by=SYSTEM))  # type: ignore[arg-type]
        reading.step(register.client)

        commands.stop(filling=filling, by=adviser_a.doer)
        while reading.step(register.client):
            pass

        assert Filling.objects.get().state == FillingState.STOPPED
        assert set(Party.objects.values_list("number", flat=True)) == {ONE}


def test_only_one_at_a_time(filling: Filling, library_a: Organisation, adviser_a: Somebody) -> None:
    with pytest.raises(Conflict):
        commands.begin(library=library_a, by=adviser_a.doer)


def test_it_is_done_again_after_a_week(filling: Filling, library_a: Organisation) -> None:
    commands.finish(filling=filling, by=SYSTEM)
    assert commands.begin_again(by=SYSTEM) == 0
    Filling.objects.update(asked=clock.now() - dt.timedelta(days=8))

    assert commands.begin_again(by=SYSTEM) == 1
    assert commands.begin_again(by=SYSTEM) == 0


def test_one_that_was_stopped_is_not_begun_again(filling: Filling, adviser_a: Somebody) -> None:
    commands.stop(filling=filling, by=adviser_a.doer)
    Filling.objects.update(asked=clock.now() - dt.timedelta(days=8))

    assert commands.begin_again(by=SYSTEM) == 0


def test_who_may_fill(inland: County, library_a: Organisation, library_b: Organisation, town_a: Organisation, request: pytest.FixtureRequest) -> None:
    town_a.county = inland
    may = {
        (name, library.name): may_fill(request.getfixturevalue(name).doer, library)
        for name in ("adviser_a", "leader_a", "staff_a", "adviser_b", "guest") for library in (library_a, library_b, town_a)
    }

    assert [key for key, yes in may.items() if yes] == [("adviser_a", library_a.name)]


def test_others_do_not_stop_it(filling: Filling, staff_b: Somebody, adviser_b: Somebody) -> None:
    for other in (staff_b, adviser_b):
        with pytest.raises((Missing, Refusal)):
            commands.stop(filling=filling, by=other.doer)


def test_the_command_line_says_what_did_not_go_through(filling: Filling, register: Register) -> None:
    register.play = lambda path, query: (503, {}, b"")

    with pytest.raises(Unreachable):
        tasks.fill_now(filling, register.client)
    assert Filling.objects.get().trouble == "unreachable"


class TestPages:
    """What the page says."""

    def test_an_adviser_begins_and_stops(self, alvdal: Municipality, adviser_a: Somebody) -> None:
        before = adviser_a.client.get("/en/conversations/register/")
        begun = adviser_a.client.post("/en/conversations/register/", {"county": str(alvdal.county_id)}, follow=True)
        number = Filling.objects.get().pk
        stopped = adviser_a.client.post(f"/en/conversations/register/{number}/stop/", follow=True)

        assert "No association in Innlandet is here yet" in before.content.decode()
        assert "is being filled" in begun.content.decode() and "It begins in a moment" in begun.content.decode()
        assert "It is stopped" in stopped.content.decode()

    def test_staff_see_how_fresh_it_is_and_do_not_begin(
        self, filling: Filling, register: Register, staff_a: Somebody, town_a: Organisation, inland: County
    ) -> None:
        town_a.county = inland
        town_a.save()
        read(filling, register, Brreg(m3428=[unit(ONE)]))

        seen = staff_a.client.get("/en/conversations/register/").content.decode()
        begun = staff_a.client.post("/en/conversations/register/", {"county": str(inland.pk)})

        assert "One association in Innlandet" in seen and "Last brought up to date on" in seen
        assert "Bring it up to date now" not in seen
        assert begun.status_code == 403

    def test_a_danish_library_is_told_why_it_writes_by_hand(self, adviser_b: Somebody) -> None:
        assert "CVR" in adviser_b.client.get("/en/conversations/register/").content.decode()

    def test_one_that_waits_for_the_register_says_so(self, filling: Filling, adviser_a: Somebody) -> None:
        commands.say_trouble(filling=filling, trouble="unreachable", by=SYSTEM)

        assert "does not answer right now" in adviser_a.client.get("/en/conversations/register/").content.decode()

    def test_a_failed_one_says_what_happened(self, filling: Filling, adviser_a: Somebody) -> None:
        commands.finish(filling=filling, trouble="unreachable", by=SYSTEM)

        assert "could not be reached for an hour" in adviser_a.client.get("/en/conversations/register/").content.decode()
