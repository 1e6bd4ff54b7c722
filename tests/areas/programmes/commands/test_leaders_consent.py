"""A leader is asked by letter; only a press answers; a held seat goes on after its deadline; a no is told to one."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from samskaper.areas.programmes.commands.enrolment import (
    Leader,
    answer_consent,
    ask_another_leader,
    leave,
    let_lapse,
    sign_up,
)
from samskaper.areas.programmes.models import Consent, Enrolment, Programme
from samskaper.areas.programmes.queries.seats import consent_by_secret, consents_waiting_for, enrolled
from samskaper.commons.mail.models import Letter
from samskaper.commons.people.models import Organisation
from samskaper.commons.record.models import Fact
from samskaper.foundation import clock
from samskaper.foundation.refusals import Conflict, Gone, Refusal
from tests.cast import Somebody

LEADER = Leader("leder@example.org", "Biblioteksjefen")
LATER = dt.timedelta(days=9)


def join(programme: Programme, somebody: Somebody, library: Organisation | None = None, leader: Leader | None = LEADER) -> Enrolment:
    return sign_up(programme=programme, library=library, leader=leader, by=somebody.doer)


def secret(number: int = -1) -> str:
    letters = list(Letter.objects.filter(template="programmes/letters/consent.txt").order_by("pk"))
    found = re.search(r"yes-or-no/([\w-]+)/", letters[number].text)
    assert found
    return found.group(1)


def answer(yes: bool, words: str = "") -> None:
    consent, bearer = consent_by_secret(secret())
    answer_consent(consent=consent, yes=yes, words=words, by=bearer)


def state(enrolment: Enrolment) -> str:
    enrolment.refresh_from_db()
    return enrolment.state


def test_a_seat_is_held_while_the_leader_is_asked(with_consent: Programme, staff_a: Somebody, colleague_a: Somebody) -> None:
    first, second = join(with_consent, staff_a), join(with_consent, colleague_a)
    assert (first.state, second.state) == ("held", "waiting")


def test_the_letter_says_what_it_costs(with_consent: Programme, staff_a: Somebody) -> None:
    join(with_consent, staff_a)
    letter = Letter.objects.get(template="programmes/letters/consent.txt")
    assert letter.email == "leder@example.org"
    assert "31" in letter.text and "13" in letter.text and "18" in letter.text


def test_only_the_digest_of_the_secret_is_kept(with_consent: Programme, staff_a: Somebody) -> None:
    join(with_consent, staff_a)
    assert secret() not in str(Consent.objects.values_list("secret_digest", flat=True)[0])


def test_who_is_in_line_has_a_leader_who_is_not_asked_yet(with_consent: Programme, staff_a: Somebody, colleague_a: Somebody) -> None:
    join(with_consent, staff_a), join(with_consent, colleague_a)
    assert Consent.objects.get(enrolment__person=colleague_a.person).state == "later"
    assert Letter.objects.filter(template="programmes/letters/consent.txt").count() == 1


def test_a_yes_makes_the_seat_certain(with_consent: Programme, staff_a: Somebody) -> None:
    place = join(with_consent, staff_a)
    answer(True, "Lykke til")
    assert state(place) == "enrolled"
    letter = Letter.objects.get(template="programmes/letters/seat.txt")
    assert "Lykke til" in letter.text


def test_a_no_gives_the_seat_on_and_the_next_leader_is_asked(with_consent: Programme, staff_a: Somebody, colleague_a: Somebody) -> None:
    first, second = join(with_consent, staff_a), join(with_consent, colleague_a)
    answer(False)
    assert (state(first), state(second)) == ("declined", "held")
    assert Letter.objects.filter(template="programmes/letters/consent.txt").count() == 2


def test_a_no_is_told_to_the_participant_alone(with_consent: Programme, adviser_a: Somebody, staff_a: Somebody) -> None:
    join(with_consent, staff_a)
    answer(False, "Vi er for få i november")
    told = [letter for letter in Letter.objects.all() if "for få i november" in letter.text]
    assert [letter.person_id for letter in told] == [staff_a.person.pk if staff_a.person else None]
    assert told[0].owner_id is None, "the adviser's outbox does not show it"
    assert not enrolled(with_consent, visible_to=adviser_a.doer).exists()


def test_a_no_and_a_silence_look_the_same_in_the_record(with_consent: Programme, staff_a: Somebody, colleague_a: Somebody) -> None:
    join(with_consent, staff_a), join(with_consent, colleague_a)
    answer(False)
    with clock.at(clock.now() + LATER):
        let_lapse()
    facts = Fact.objects.filter(key="programmes.enrolment_ended")
    assert {(fact.doer_kind, fact.doer_id, str(fact.data)) for fact in facts} == {("system", None, "{}")}
    assert facts.count() == 2


def test_a_pending_answer_holds_the_seat_until_its_deadline(with_consent: Programme, staff_a: Somebody, colleague_a: Somebody) -> None:
    first, second = join(with_consent, staff_a), join(with_consent, colleague_a)
    with clock.at(clock.now() + dt.timedelta(days=6)):
        assert let_lapse() == 0
    assert (state(first), state(second)) == ("held", "waiting")
    with clock.at(clock.now() + LATER):
        assert let_lapse() == 1
        assert let_lapse() == 0
    assert (state(first), state(second)) == ("declined", "held")


def test_a_late_yes_puts_back_in_line(with_consent: Programme, staff_a: Somebody, colleague_a: Somebody) -> None:
    first = join(with_consent, staff_a)
    link = secret()
    join(with_consent, colleague_a)
    with clock.at(clock.now() + LATER):
        let_lapse()
        consent, bearer = consent_by_secret(link)
        answer_consent(consent=consent, yes=True, by=bearer)
    assert state(first) == "waiting"


def test_a_late_yes_gives_a_seat_that_is_free(with_consent: Programme, staff_a: Somebody) -> None:
    first = join(with_consent, staff_a)
    with clock.at(clock.now() + LATER):
        let_lapse()
        answer(True)
    assert state(first) == "enrolled"


@pytest.mark.parametrize("yes", [True, False])
def test_an_answer_is_given_once(yes: bool, with_consent: Programme, staff_a: Somebody) -> None:
    join(with_consent, staff_a)
    answer(yes)
    with pytest.raises(Conflict):
        answer(not yes)


def test_nothing_to_answer_after_the_colleague_has_left(with_consent: Programme, staff_a: Somebody) -> None:
    leave(enrolment=join(with_consent, staff_a), by=staff_a.doer)
    with pytest.raises(Gone):
        answer(True)


def test_another_leader_gets_a_new_link_and_the_old_one_is_dead(with_consent: Programme, staff_a: Somebody) -> None:
    place = join(with_consent, staff_a)
    old = secret()
    ask_another_leader(enrolment=place, leader=Leader("ny@example.org"), by=staff_a.doer)
    with pytest.raises(Refusal) as refusal:
        consent_by_secret(old)
    assert refusal.value.status == 404
    answer(True)
    assert state(place) == "enrolled"


def test_nobody_else_names_my_leader(with_consent: Programme, staff_a: Somebody, staff_b: Somebody) -> None:
    place = join(with_consent, staff_a)
    with pytest.raises(Refusal):
        ask_another_leader(enrolment=place, leader=Leader("ny@example.org"), by=staff_b.doer)


def test_ones_own_leader_needs_nobodys_consent(with_consent: Programme, leader_a: Somebody, town_a: Organisation) -> None:
    place = join(with_consent, leader_a, town_a, leader=None)
    assert place.state == "enrolled"
    assert not Consent.objects.exists()


def test_a_leader_finds_it_on_the_desk(with_consent: Programme, staff_a: Somebody, leader_a: Somebody, town_a: Organisation) -> None:
    place = join(with_consent, staff_a, town_a)
    assert [number for number, *_words in consents_waiting_for(leader_a.doer)] == [place.pk]
    assert not consents_waiting_for(staff_a.doer)


def test_a_signed_in_leader_answers(with_consent: Programme, staff_a: Somebody, leader_a: Somebody, town_a: Organisation) -> None:
    place = join(with_consent, staff_a, town_a)
    answer_consent(consent=Consent.objects.get(), yes=True, by=leader_a.doer)
    assert state(place) == "enrolled"


@pytest.mark.parametrize("who", ["staff_a", "colleague_a", "adviser_a", "adviser_b", "guest"])
def test_nobody_else_answers(who: str, with_consent: Programme, staff_a: Somebody, town_a: Organisation, request: pytest.FixtureRequest) -> None:
    place = join(with_consent, staff_a, town_a)
    with pytest.raises(Refusal):
        answer_consent(consent=Consent.objects.get(), yes=True, by=request.getfixturevalue(who).doer)
    assert state(place) == "held"


def test_a_yes_still_holds_for_whoever_comes_back(with_consent: Programme, staff_a: Somebody) -> None:
    place = join(with_consent, staff_a)
    answer(True)
    leave(enrolment=place, by=staff_a.doer)
    assert join(with_consent, staff_a).state == "enrolled"


def test_a_no_is_asked_anew_when_somebody_comes_back(with_consent: Programme, staff_a: Somebody) -> None:
    join(with_consent, staff_a)
    answer(False)
    again = join(with_consent, staff_a)
    assert again.state == "held"
    answer(True)
    assert state(again) == "enrolled"
