"""What is taken back is gone everywhere at once, and whoever built on it is told: that something is gone, neither what nor why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from samskaper.areas.cocreation import events
from samskaper.areas.cocreation.commands import challenges, grouping, statements
from samskaper.areas.cocreation.commands.ground import write_of_lost_ground
from samskaper.areas.cocreation.models import (
    Acceptance,
    Challenge,
    ChallengeState,
    Grouped,
    Joining,
    Notice,
    StatementState,
)
from samskaper.commons.mail.models import Letter
from samskaper.commons.people.doer import SYSTEM
from samskaper.commons.people.models import County, Organisation
from samskaper.commons.record.commands import note
from samskaper.commons.record.models import Fact
from samskaper.commons.record.queries import counts, sources
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from tests.areas.cocreation.talking import Speaker, speaker
from tests.cast import Somebody

SERIES = Ref("programmes.programme", 7)
NOTED, SHARED = ChallengeState.NOTED, ChallengeState.SHARED
SAID = {  # ten statements in other words about the same three things
    "Flere skulle hatt noen å snakke med": ("Pensjonistene spiser alene.", "Ho sit einsam i blokka.", "Man kender ikke sin nabo.", "Ingen ringer på lenger."),
    "Uten bil kommer ingen seg hjem": ("Siste buss går klokka fem.", "Det går ingen rutebil.", "Bussen er nedlagt.",),
    "Vi har ikke et rom om kvelden": ("Skolen er låst etter fire.", "Vi øver i en garasje.", "Vi mangler nøgle til huset."),
}


class Three:
    """Three challenges with the associations behind them; an association and the library stand by each."""

    def __init__(self, owner: Organisation, by: Somebody, county: County) -> None:
        self.owner, self.by = owner, by
        self.behind: dict[int, list[Speaker]] = {}
        for wording, said in SAID.items():
            heard = [speaker(f"Lag {wording[:8]} {place}", words, owner=owner, by=by.doer, county=county, within=SERIES) for place, words in enumerate(said)]
            made = grouping.note_down(statements=[each.said[0].pk for each in heard], wording=wording, library=owner.pk, by=by.doer)
            self.behind[made.pk] = heard
            heard[0].confirm(heard[0].said[0])
            challenges.accept(challenge=made, number=1, contact=heard[0].contact, by=heard[0].doer)

    @property
    def numbers(self) -> list[int]:
        return list(self.behind)

    def states(self) -> list[str]:
        return list(Challenge.objects.order_by("pk").values_list("state", flat=True))

    def origins(self) -> list[int]:
        found = sources([Ref("cocreation.challenge", number) for number in self.numbers])
        return [len(found.get(Ref("cocreation.challenge", number), [])) for number in self.numbers]


@pytest.fixture
def three(town_a: Organisation, staff_a: Somebody, county: County) -> Three:
    return Three(town_a, staff_a, county)


def counted() -> tuple[int, int, int]:
    keys = (events.StatementAgreed.key, events.ChallengeNoted.key, events.ChallengeShared.key)
    found = counts(keys, within=[SERIES])
    return found[keys[0]], found[keys[1]], found[keys[2]]


def test_ten_statements_about_three_things_of_which_three_are_withdrawn(three: Three) -> None:
    assert (three.states(), three.origins(), counted()) == ([SHARED] * 3, [4, 3, 3], (10, 3, 3))
    alone, bus, room = (three.behind[number] for number in three.numbers)

    alone[3].withdraw(alone[3].said[0])  # not the confirmed one
    bus[0].withdraw(bus[0].said[0])  # the last confirmed one
    room[1].withdraw(room[1].said[0])

    assert (three.states(), three.origins(), counted()) == ([SHARED, NOTED, SHARED], [3, 2, 2], (7, 3, 2))
    assert Grouped.objects.filter(statement__state=StatementState.WITHDRAWN).count() == 0


def test_when_nothing_stands_behind_it_any_more_it_counts_no_longer(three: Three) -> None:
    for each in three.behind[three.numbers[1]]:
        each.withdraw(each.said[0])

    assert (three.states()[1], three.origins()[1], counted()) == (NOTED, 0, (7, 2, 2))


def test_it_is_shared_again_when_another_confirms(three: Three) -> None:
    bus = three.behind[three.numbers[1]]
    bus[0].withdraw(bus[0].said[0])
    bus[1].confirm(bus[1].said[0])

    assert three.states()[1] == SHARED and counted() == (9, 3, 3)


def reword(each: Speaker, by: Somebody) -> None:
    one = each.said[0]
    statements.reword(statement=one, wording="Bibliotekets egne ord.", version=one.version, by=by.doer)


@pytest.mark.parametrize("act", [
    lambda each, by: each.withdraw(each.said[0]), lambda each, by: each.hide(each.said[0]), reword,
    lambda each, by: statements.object_to(statement=each.said[0].pk, contact=each.contact, by=each.doer),
], ids=["withdrawn", "not at all", "reworded by the library", "objected to"])
def test_whatever_no_longer_stands_falls_out_at_once(three: Three, staff_a: Somebody, act: Callable[[Speaker, Somebody], object]) -> None:
    bus = three.behind[three.numbers[1]]
    act(bus[0], staff_a)

    assert not Grouped.objects.filter(statement=bus[0].said[0]).exists()
    assert (three.states()[1], three.origins()[1]) == (NOTED, 2)
    assert Fact.objects.filter(key=events.GroundLost.key, subject_id=three.numbers[1]).count() == 1


def test_the_fact_tells_neither_what_nor_why_nor_who(three: Three) -> None:
    bus = three.behind[three.numbers[1]]
    bus[0].withdraw(bus[0].said[0])
    fact = Fact.objects.get(key=events.GroundLost.key)

    assert (fact.data, fact.doer_kind, fact.doer_id, fact.within_id) == ({}, SYSTEM.kind, None, SERIES.id)


def test_those_who_built_on_it_are_told_once_and_the_one_who_took_it_back_is_not(three: Three, staff_a: Somebody) -> None:
    alone = three.behind[three.numbers[0]]
    challenge = Challenge.objects.get(pk=three.numbers[0])
    challenges.join(challenge=challenge, offers="", contact=alone[2].contact, by=alone[2].doer)
    for each in (alone[3], alone[0]):
        each.withdraw(each.said[0])
    told = Notice.objects.filter(challenge=challenge)

    assert sorted(told.values_list("person", flat=True), key=str) == sorted([staff_a.person.pk, None, None], key=str)  # type: ignore[union-attr]
    assert set(told.filter(party__isnull=False).values_list("party", flat=True)) == {alone[0].party.pk, alone[2].party.pk}


def test_one_letter_gathers_what_went_in_an_hour(three: Three, staff_a: Somebody) -> None:
    for number in three.numbers[:2]:
        each = three.behind[number][-1]
        each.withdraw(each.said[0])
    assert write_of_lost_ground() == 0
    with clock.at(clock.now() + dt.timedelta(hours=2)):
        assert write_of_lost_ground() == 1
        assert write_of_lost_ground() == 0
    letter = Letter.objects.get()

    assert letter.person_id == staff_a.person.pk and letter.text.count("/challenges/") == 2  # type: ignore[union-attr]
    assert not any(words in letter.text for said in SAID.values() for words in said)


def test_whoever_has_looked_gets_no_letter(three: Three, staff_a: Somebody) -> None:
    each = three.behind[three.numbers[0]][-1]
    each.withdraw(each.said[0])
    grouping.have_seen(challenge=Challenge.objects.get(pk=three.numbers[0]), by=staff_a.doer)
    with clock.at(clock.now() + dt.timedelta(hours=2)):
        assert write_of_lost_ground() == 0


def test_whoever_has_left_the_library_gets_no_letter(three: Three, staff_a: Somebody) -> None:
    each = three.behind[three.numbers[0]][-1]
    each.withdraw(each.said[0])
    staff_a.person.memberships.update(until=clock.today())  # type: ignore[union-attr]
    with clock.at(clock.now() + dt.timedelta(hours=2)):
        assert write_of_lost_ground() == 0
    assert not Letter.objects.exists()


def test_a_forgotten_party_leaves_nothing_behind(three: Three) -> None:
    number = three.numbers[2]
    first, second, _third = three.behind[number]
    challenge = Challenge.objects.get(pk=number)
    challenges.reword(challenge=challenge, wording="Ord fra den som glemmes", version=challenge.version, contact=first.contact, by=first.doer)
    challenges.join(challenge=challenge, offers="Et rom fra den som glemmes", contact=first.contact, by=first.doer)
    challenges.accept(challenge=challenge, number=2, contact=second.contact, by=second.doer)
    note(events.PartyForgotten(subject=Ref.to(first.party)), by=SYSTEM)
    challenge.refresh_from_db()

    assert (challenge.wording, challenge.number, challenge.state) == ("Vi har ikke et rom om kvelden", 3, NOTED)
    assert not Acceptance.objects.filter(party=first.party).exists() and not Joining.objects.exists()
    assert not challenge.wordings.filter(words__contains="glemmes").exists() and three.origins()[2] == 2


def test_when_only_a_forgotten_party_found_words_there_are_none(town_a: Organisation, staff_a: Somebody, county: County) -> None:
    only = speaker("Eneste lag", "Vi trenger hjelp.", owner=town_a, by=staff_a.doer, county=county)
    made = grouping.note_down(statements=[only.said[0].pk], wording="Hjelp trengs", contact=only.contact, by=only.doer)
    note(events.PartyForgotten(subject=Ref.to(only.party)), by=SYSTEM)
    made.refresh_from_db()

    assert (made.wording, made.grouped.count(), made.state) == ("", 0, NOTED)
