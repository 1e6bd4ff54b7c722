"""Grouping statements, wording them together, and when a challenge is shared."""

from __future__ import annotations

import pytest

from samskaper.areas.cocreation import events
from samskaper.areas.cocreation.commands import challenges, grouping, statements
from samskaper.areas.cocreation.models import Acceptance, Challenge, ChallengeState, Grouped, Joining, Shown
from samskaper.areas.cocreation.queries import challenges as queries
from samskaper.areas.cocreation.rules.challenges import Taken, state_of
from samskaper.commons.people.models import County, Organisation
from samskaper.commons.record.models import Fact
from samskaper.commons.record.queries import counts, sources
from samskaper.foundation.kinds import cards_of
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Invalid, Missing, Refusal, Stale
from tests.areas.cocreation.talking import Speaker, speaker
from tests.cast import Somebody

SERIES = Ref("programmes.programme", 7)
NOTED, SHARED = ChallengeState.NOTED, ChallengeState.SHARED


@pytest.fixture
def choir(town_a: Organisation, staff_a: Somebody, county: County) -> Speaker:
    return speaker("Tverrdal songlag", "Vi øver i en garasje.", "Mange sitter alene.", owner=town_a, by=staff_a.doer, county=county, within=SERIES)


@pytest.fixture
def club(town_a: Organisation, staff_a: Somebody, county: County) -> Speaker:
    return speaker("Tverrdal idrettslag", "Det er ingen steder å møtes.", owner=town_a, by=staff_a.doer, county=county, within=SERIES)


@pytest.fixture
def noted(choir: Speaker, club: Speaker, town_a: Organisation, staff_a: Somebody) -> Challenge:
    ticked = [choir.said[0].pk, club.said[0].pk]
    return grouping.note_down(statements=ticked, wording="Vi har ikke et rom om kvelden", library=town_a.pk, by=staff_a.doer)


def state(challenge: Challenge) -> str:
    return Challenge.objects.get(pk=challenge.pk).state


def counted() -> tuple[int, int]:
    found = counts([events.ChallengeNoted.key, events.ChallengeShared.key], within=[SERIES])
    return found[events.ChallengeNoted.key], found[events.ChallengeShared.key]


def origins(challenge: Challenge) -> set[Ref]:
    return set(sources([Ref.to(challenge)]).get(Ref.to(challenge), []))


def share(challenge: Challenge, by: Speaker) -> None:
    by.confirm(by.said[0])
    challenges.accept(challenge=challenge, number=challenge.number, contact=by.contact, by=by.doer)


def test_a_library_notes_a_challenge_and_stands_by_its_own_words(noted: Challenge, choir: Speaker, club: Speaker, county: County, town_a: Organisation) -> None:
    assert (noted.state, noted.within, noted.county, noted.owner) == (NOTED, SERIES, county, town_a)
    assert origins(noted) == {Ref.to(choir.talk), Ref.to(club.talk)}
    assert Acceptance.objects.get().library == town_a and counted() == (1, 0)


def test_it_is_shared_when_both_sides_stand_by_it_and_something_is_confirmed(noted: Challenge, choir: Speaker) -> None:
    challenges.accept(challenge=noted, number=1, contact=choir.contact, by=choir.doer)
    assert (state(noted), counted()) == (NOTED, (1, 0))

    choir.confirm(choir.said[0])
    assert (state(noted), counted()) == (SHARED, (1, 1))


@pytest.mark.parametrize(("accepted", "confirmed", "after"), [
    ([], True, NOTED), ([(1, None, None)], True, NOTED), ([(None, 5, None)], True, NOTED), ([(1, None, None), (None, 5, None)], True, SHARED),
    ([(1, None, None), (None, 5, None)], False, NOTED), ([(1, None, None), (None, 5, 1)], True, NOTED),
    ([(1, None, None), (None, 5, 1), (None, 6, None)], True, SHARED), ([(1, None, None), (2, None, None)], True, NOTED),
])
def test_what_shared_means(accepted: list[tuple[int | None, int | None, int | None]], confirmed: bool, after: str) -> None:
    assert state_of(Challenge(), accepted=accepted, confirmed=confirmed) == after


def test_new_words_ask_everybody_anew(noted: Challenge, choir: Speaker, town_a: Organisation, staff_a: Somebody) -> None:
    share(noted, choir)
    found = Challenge.objects.get()
    challenges.reword(challenge=found, wording="Vi trenger et rom med nøkkel", version=found.version, library=town_a.pk, by=staff_a.doer)

    assert (state(noted), counted()) == (NOTED, (1, 0))
    assert set(Acceptance.objects.filter(number=2).values_list("library", "party")) == {(town_a.pk, None)}


def test_a_party_words_it_and_the_library_is_asked(noted: Challenge, choir: Speaker, town_a: Organisation, staff_a: Somebody) -> None:
    choir.confirm(choir.said[0])
    challenges.reword(challenge=noted, wording="Vi vil ha nøkkel til kommunehuset", version=1, contact=choir.contact, by=choir.doer)
    assert state(noted) == NOTED

    challenges.accept(challenge=noted, number=2, library=town_a.pk, by=staff_a.doer)
    assert state(noted) == SHARED


def test_nobody_accepts_words_that_she_has_not_read(noted: Challenge, choir: Speaker) -> None:
    challenges.reword(challenge=noted, wording="Vi vil ha nøkkel", version=1, contact=choir.contact, by=choir.doer)

    with pytest.raises(Stale) as stale:
        challenges.accept(challenge=noted, number=1, contact=choir.contact, by=choir.doer)
    assert stale.value.theirs == {"wording": "Vi vil ha nøkkel"}


def test_a_stale_wording_gets_both_texts(noted: Challenge, choir: Speaker, town_a: Organisation, staff_a: Somebody) -> None:
    challenges.reword(challenge=noted, wording="Ord fra koret", version=1, contact=choir.contact, by=choir.doer)

    with pytest.raises(Stale) as stale:
        challenges.reword(challenge=noted, wording="Ord fra biblioteket", version=1, library=town_a.pk, by=staff_a.doer)
    assert (stale.value.mine["wording"], stale.value.theirs["wording"]) == ("Ord fra biblioteket", "Ord fra koret")


def test_the_same_words_change_nothing(noted: Challenge, choir: Speaker) -> None:
    share(noted, choir)
    challenges.reword(challenge=noted, wording=noted.wording, version=1, contact=choir.contact, by=choir.doer)

    assert (state(noted), noted.wordings.count()) == (SHARED, 1)


def test_stepping_back_takes_one_press(noted: Challenge, choir: Speaker) -> None:
    share(noted, choir)
    challenges.step_back(challenge=noted, contact=choir.contact, by=choir.doer)

    assert (state(noted), counted()) == (NOTED, (1, 0))


@pytest.mark.parametrize("wording", ["", "   ", "😀😀", "123", "\u200b", "x" * 401])
def test_a_wording_has_words(choir: Speaker, town_a: Organisation, staff_a: Somebody, wording: str) -> None:
    with pytest.raises(Invalid):
        grouping.note_down(statements=[choir.said[0].pk], wording=wording, library=town_a.pk, by=staff_a.doer)
    assert not Challenge.objects.exists()


def test_a_statement_is_about_one_challenge(noted: Challenge, choir: Speaker, town_a: Organisation, staff_a: Somebody) -> None:
    with pytest.raises(Taken) as taken:
        grouping.note_down(statements=[one.pk for one in choir.said], wording="Noe annet", library=town_a.pk, by=staff_a.doer)

    assert taken.value.left == [choir.said[1].pk] and Challenge.objects.count() == 1


def test_what_may_not_be_built_on_is_not_grouped(choir: Speaker, town_a: Organisation, staff_a: Somebody) -> None:
    quiet = speaker("Stille lag", "Ikke lest opp.", owner=town_a, by=staff_a.doer, agreed=False)
    choir.hide(choir.said[0])
    for number in (quiet.said[0].pk, choir.said[0].pk, 987_654):
        with pytest.raises(Taken) as taken:
            grouping.note_down(statements=[number], wording="Noe", library=town_a.pk, by=staff_a.doer)
        assert taken.value.left == []


def test_adding_moving_and_taking_out(noted: Challenge, choir: Speaker, club: Speaker, town_a: Organisation, staff_a: Somebody) -> None:
    side = {"library": town_a.pk, "by": staff_a.doer}
    other = grouping.note_down(statements=[choir.said[1].pk], wording="Mange er alene", **side)
    grouping.move(challenge=noted, statement=club.said[0].pk, into=other, **side)
    assert (origins(noted), origins(other)) == ({Ref.to(choir.talk)}, {Ref.to(choir.talk), Ref.to(club.talk)})

    grouping.take_out(challenge=noted, statement=choir.said[0].pk, **side)
    assert origins(noted) == set() and counted() == (1, 0)

    grouping.add(challenge=noted, statements=[choir.said[0].pk], **side)
    assert origins(noted) == {Ref.to(choir.talk)} and counted() == (2, 0)


def test_others_do_not_pull_apart_or_reword_what_they_have_no_part_in(noted: Challenge, choir: Speaker, staff_b: Somebody, library_b: Organisation) -> None:
    side = {"library": library_b.pk, "by": staff_b.doer}
    with pytest.raises(Refusal):
        grouping.take_out(challenge=noted, statement=choir.said[0].pk, **side)
    with pytest.raises(Refusal):
        challenges.reword(challenge=noted, wording="Våre ord", version=1, **side)
    challenges.join(challenge=noted, offers="Vi kan vise hvordan vi gjør det", **side)
    challenges.reword(challenge=noted, wording="Våre ord", version=1, **side)

    assert Challenge.objects.get().wording == "Våre ord"


def test_nobody_presses_on_behalf_of_another_library(noted: Challenge, staff_b: Somebody, town_a: Organisation) -> None:
    with pytest.raises(Refusal):
        challenges.accept(challenge=noted, number=1, library=town_a.pk, by=staff_b.doer)


def test_a_party_groups_its_own_and_what_others_in_the_county_have_confirmed(choir: Speaker, club: Speaker) -> None:
    side = {"contact": choir.contact, "by": choir.doer}
    with pytest.raises(Taken):
        grouping.note_down(statements=[choir.said[0].pk, club.said[0].pk], wording="Vi trenger et rom", **side)
    club.confirm(club.said[0])
    made = grouping.note_down(statements=[choir.said[0].pk, club.said[0].pk], wording="Vi trenger et rom", shown=Shown.BY_NAME, **side)

    assert (made.owner_id, made.state, Acceptance.objects.get().party) == (choir.contact.owner_id, NOTED, choir.party)
    assert made.wordings.get().shown == Shown.BY_NAME


def test_a_party_of_another_county_neither_sees_nor_takes(noted: Challenge, club: Speaker, town_a: Organisation, staff_a: Somebody) -> None:
    far = speaker("Lag langt unna", "Noe helt annet.", owner=town_a, by=staff_a.doer)
    club.confirm(club.said[0])
    side = {"contact": far.contact, "by": far.doer}
    for press in (
        lambda: challenges.accept(challenge=noted, number=1, **side), lambda: challenges.join(challenge=noted, offers="", **side),
        lambda: challenges.reword(challenge=noted, wording="Ord", version=1, **side),
        lambda: grouping.add(challenge=noted, statements=[far.said[0].pk], **side),
    ):
        with pytest.raises(Missing):
            press()
    with pytest.raises(Refusal):
        grouping.take_out(challenge=noted, statement=club.said[0].pk, **side)
    Grouped.objects.filter(statement=club.said[0]).delete()
    with pytest.raises(Taken):
        grouping.note_down(statements=[club.said[0].pk], wording="Ord", **side)


def test_a_party_takes_its_own_out_again(noted: Challenge, choir: Speaker, club: Speaker) -> None:
    with pytest.raises(Refusal):
        grouping.take_out(challenge=noted, statement=club.said[0].pk, contact=choir.contact, by=choir.doer)
    grouping.take_out(challenge=noted, statement=choir.said[0].pk, contact=choir.contact, by=choir.doer)

    assert origins(noted) == {Ref.to(club.talk)}


def test_joining_twice_changes_what_one_brings_and_leaving_is_one_press(noted: Challenge, choir: Speaker) -> None:
    for offers in ("To som kan kjøre", "Et rom på tirsdager"):
        challenges.join(challenge=noted, offers=offers, contact=choir.contact, by=choir.doer)
    assert Joining.objects.get().offers == "Et rom på tirsdager"
    with pytest.raises(Invalid):
        challenges.join(challenge=noted, offers="😀", contact=choir.contact, by=choir.doer)
    challenges.leave(challenge=noted, contact=choir.contact, by=choir.doer)

    assert not Joining.objects.exists()


def test_a_shared_challenge_is_shown_in_its_own_words_and_nobody_is_named_without_a_yes(noted: Challenge, choir: Speaker, club: Speaker) -> None:
    share(noted, choir)
    challenges.accept(challenge=noted, number=1, contact=club.contact, by=club.doer, shown=Shown.BY_NAME)
    (found,) = queries.shared_challenges(within=SERIES)

    assert (found.wording, found.accepted) == (noted.wording, ("Tverrdal bibliotek", "En forening i Innlandet", "Tverrdal idrettslag"))
    assert queries.shared_challenges(county=999) == []


def test_the_card_is_for_people_of_libraries(noted: Challenge, staff_b: Somebody, guest: Somebody, choir: Speaker) -> None:
    ref = Ref.to(noted)

    assert cards_of([ref], visible_to=staff_b.doer)[ref].title == noted.wording
    assert not cards_of([ref], visible_to=guest.doer) and not cards_of([ref], visible_to=choir.doer)


def test_correcting_keeps_it_in_its_challenge(noted: Challenge, choir: Speaker) -> None:
    one = choir.said[0]
    statements.correct(statement=one.pk, contact=choir.contact, wording="Vi øver i en kald garasje.", version=one.version, by=choir.doer)

    assert Grouped.objects.filter(statement=one).exists() and not Fact.objects.filter(key=events.GroundLost.key).exists()
