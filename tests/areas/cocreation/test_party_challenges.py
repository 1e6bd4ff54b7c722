"""Challenges behind a party's link: on equal terms with libraries, without an account and without JavaScript."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samskaper.areas.cocreation.commands import challenges, grouping
from samskaper.areas.cocreation.models import (
    Acceptance,
    Challenge,
    ChallengeState,
    Grouped,
    Joining,
    Notice,
    Shown,
    Statement,
    StatementState,
)
from samskaper.commons.mail.models import Letter
from samskaper.commons.people.models import County, Organisation
from tests.areas.cocreation.talking import Speaker, speaker
from tests.cast import FormClient, Somebody


def at(name: str, *args: object) -> str:
    return reverse(f"cocreation:party_{name}", args=args)


@pytest.fixture
def choir(town_a: Organisation, staff_a: Somebody, county: County) -> Speaker:
    return speaker("Tverrdal songlag", "Vi øver i en garasje.", "Mange sitter alene.", owner=town_a, by=staff_a.doer, county=county)


@pytest.fixture
def club(town_a: Organisation, staff_a: Somebody, county: County) -> Speaker:
    return speaker("Tverrdal idrettslag", "Det er ingen steder å møtes.", owner=town_a, by=staff_a.doer, county=county)


@pytest.fixture
def noted(choir: Speaker, club: Speaker, town_a: Organisation, staff_a: Somebody) -> Challenge:
    ticked = [choir.said[0].pk, club.said[0].pk]
    return grouping.note_down(statements=ticked, wording="Vi har ikke et rom om kvelden", library=town_a.pk, by=staff_a.doer)


def press(who: Speaker, challenge: Challenge, act: str, **more: object) -> int:
    data = {"act": act, "number": challenge.number, "offers": "", "shown": "county", **more}
    return int(FormClient().post(at("press", who.secret, challenge.pk), data).status_code)


def read(who: Speaker, name: str, *args: object) -> str:
    answer = Client().get(at(name, who.secret, *args))
    assert answer.status_code == 200
    return answer.content.decode()


def test_opening_every_page_changes_nothing(noted: Challenge, choir: Speaker) -> None:
    before = (Challenge.objects.values().get(), Acceptance.objects.count(), Grouped.objects.count())
    for name, args in (("challenges", ()), ("group", ()), ("challenge", (noted.pk,)), ("word", (noted.pk,))):
        read(choir, name, *args)

    assert (Challenge.objects.values().get(), Acceptance.objects.count(), Grouped.objects.count()) == before


def test_standing_by_it_makes_it_shared(noted: Challenge, choir: Speaker) -> None:
    choir.confirm(choir.said[0])
    assert press(choir, noted, "accept") == 302

    assert Challenge.objects.get().state == ChallengeState.SHARED
    assert Acceptance.objects.get(party=choir.party).shown == Shown.COUNTY
    assert "Tverrdal songlag står inne for disse ordene" in read(choir, "challenge", noted.pk)


def test_saying_it_better_joining_and_stepping_out(noted: Challenge, choir: Speaker) -> None:
    answer = FormClient().post(at("word", choir.secret, noted.pk), {"wording": "Vi vil ha en nøkkel", "version": 1, "shown": "name"})
    assert answer.status_code == 302 and Challenge.objects.get().wording == "Vi vil ha en nøkkel"
    assert press(choir, noted, "join", offers="Et piano", shown="name") == 302
    assert (Joining.objects.get().offers, Joining.objects.get().shown) == ("Et piano", "name")
    assert press(choir, noted, "join", offers="😀") == 422
    assert press(choir, noted, "leave") == 302 and not Joining.objects.exists()
    assert press(choir, Challenge.objects.get(), "step_back") == 302 and not Acceptance.objects.filter(number=2).exists()


def test_what_stands_behind_it_is_only_what_was_confirmed_and_ones_own(noted: Challenge, choir: Speaker, club: Speaker) -> None:
    text = read(choir, "challenge", noted.pk)
    assert "garasje" in text and "ingen steder" not in text and "Ett utsagn til vises ikke" in text
    club.confirm(club.said[0])
    text = read(choir, "challenge", noted.pk)

    assert "ingen steder" in text and "En forening i Innlandet" in text and "idrettslag" not in text


def test_a_challenge_of_ones_own_from_ones_own_and_others_statements(choir: Speaker, club: Speaker) -> None:
    club.confirm(club.said[0], shown=Shown.BY_NAME)
    assert "Tverrdal idrettslag" in read(choir, "group")
    data = {"s": [choir.said[0].pk, club.said[0].pk], "wording": "Vi trenger et hus", "into": "", "shown": "county"}
    answer = FormClient().post(at("group", choir.secret), data)
    made = Challenge.objects.get()

    assert answer.status_code == 302 and made.wordings.get().party == choir.party and made.grouped.count() == 2


@pytest.mark.parametrize("wording", ["", "😀", "x" * 401])
def test_bad_words_are_told_kindly_and_kept(choir: Speaker, wording: str) -> None:
    answer = FormClient().post(at("group", choir.secret), {"s": [choir.said[0].pk], "wording": wording})

    assert answer.status_code == 422 and not Challenge.objects.exists()


def test_ids_of_what_others_have_not_confirmed_are_refused(choir: Speaker, club: Speaker, town_a: Organisation, staff_a: Somebody) -> None:
    far = speaker("Langt unna", "Helt hemmelig.", owner=town_a, by=staff_a.doer)
    far.confirm(far.said[0])
    for number in (club.said[0].pk, far.said[0].pk, 10**17):
        answer = FormClient().post(at("group", choir.secret), {"s": [choir.said[0].pk, number], "wording": "Ord"})
        assert answer.status_code == 409 and "Helt hemmelig." not in answer.content.decode() and "ingen steder" not in answer.content.decode()
    assert not Challenge.objects.exists()


def test_the_link_of_another_party_opens_nothing_of_this(noted: Challenge, club: Speaker, town_a: Organisation, staff_a: Somebody) -> None:
    far = speaker("Langt unna", "Noe annet.", owner=town_a, by=staff_a.doer)
    assert noted.wording not in read(far, "challenges")
    for name in ("challenge", "word"):
        assert Client().get(at(name, far.secret, noted.pk)).status_code == 404
    for act in ("accept", "join", "leave", "step_back", "seen"):
        assert press(far, noted, act) == 404
    assert FormClient().post(at("word", far.secret, noted.pk), {"wording": "Ord", "version": 1}).status_code == 404
    assert FormClient().post(at("out", far.secret, noted.pk, club.said[0].pk)).status_code == 404
    assert FormClient().post(at("group", far.secret), {"s": [far.said[0].pk], "into": noted.pk}).status_code == 422


def test_a_guessed_link_opens_nothing(noted: Challenge) -> None:
    assert Client().get(at("challenges", "gjettet")).status_code == 404
    assert FormClient().post(at("press", "gjettet", noted.pk), {"act": "accept", "number": 1}).status_code == 404


def test_one_takes_out_ones_own_and_nobody_elses(noted: Challenge, choir: Speaker, club: Speaker) -> None:
    assert FormClient().post(at("out", choir.secret, noted.pk, club.said[0].pk)).status_code == 404
    assert FormClient().post(at("out", choir.secret, noted.pk, choir.said[0].pk)).status_code == 302

    assert list(Grouped.objects.values_list("statement", flat=True)) == [club.said[0].pk]


def test_both_texts_when_the_library_changed_it_meanwhile(noted: Challenge, choir: Speaker, town_a: Organisation, staff_a: Somebody) -> None:
    challenges.reword(challenge=noted, wording="Bibliotekets ord", version=1, library=town_a.pk, by=staff_a.doer)
    answer = FormClient().post(at("word", choir.secret, noted.pk), {"wording": "Våre ord", "version": 1})
    assert answer.status_code == 409 and "Bibliotekets ord" in answer.content.decode() and "Våre ord" in answer.content.decode()

    assert press(choir, noted, "accept", number=1) == 409


def test_a_line_on_its_own_page_tells_that_something_is_gone_and_no_letter(noted: Challenge, choir: Speaker, club: Speaker) -> None:
    press(choir, noted, "join")
    club.withdraw(club.said[0])
    assert "er borte" in read(choir, "challenges") and "er borte" in Client().get(reverse("cocreation:party", args=[choir.secret])).content.decode()
    assert "er borte" not in read(club, "challenges") and not Letter.objects.exists()
    assert press(choir, noted, "seen") == 302

    assert "er borte" not in read(choir, "challenges") and Notice.objects.get(party=choir.party).seen


def test_what_was_said_leads_to_its_challenge(noted: Challenge, choir: Speaker) -> None:
    assert "/challenges/" in Client().get(reverse("cocreation:party", args=[choir.secret])).content.decode()


@pytest.mark.parametrize("language", ["nb", "nn", "da", "en"])
def test_the_pages_are_there_in_every_language(noted: Challenge, choir: Speaker, language: str) -> None:
    address = at("challenge", choir.secret, noted.pk).replace("/nb/", f"/{language}/", 1)

    assert Client().get(address).status_code == 200


def asked(address: str) -> int:
    with CaptureQueriesContext(connection) as found:
        assert Client().get(address).status_code == 200
    return len(found)


def test_pages_ask_the_same_with_1_and_30(noted: Challenge, choir: Speaker, club: Speaker, town_a: Organisation, staff_a: Somebody) -> None:
    addresses = [at("challenges", choir.secret), at("challenge", choir.secret, noted.pk), at("group", choir.secret)]
    few = [asked(address) for address in addresses]
    Statement.objects.bulk_create(
        Statement(conversation=club.talk, wording=f"Ord {place}", state=StatementState.CONFIRMED, order=9 + place) for place in range(90)
    )
    numbers = [one.pk for one in club.said][1:]
    side = {"library": town_a.pk, "by": staff_a.doer}
    grouping.add(challenge=noted, statements=numbers[:30], **side)
    for place in range(30):
        grouping.note_down(statements=[numbers[30 + place]], wording=f"Utfordring {place}", **side)

    assert [asked(address) for address in addresses] == few
