"""The pages of challenges for people of libraries."""

from __future__ import annotations

import threading

import pytest
from django.db import close_old_connections, connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samskaper.areas.cocreation.commands import challenges, grouping
from samskaper.areas.cocreation.models import Challenge, Grouped, Shown, Statement, StatementState
from samskaper.areas.cocreation.queries.challenge_desk import on_desk
from samskaper.areas.cocreation.rules.forgetting import NO_WORDS
from samskaper.commons.people.models import County, Organisation
from samskaper.foundation.refs import Ref
from tests.areas.cocreation.talking import Speaker, speaker
from tests.cast import FormClient, Somebody, make_person


def at(name: str, *args: object) -> str:
    return reverse(f"cocreation:{name}", args=args)


@pytest.fixture
def club(town_a: Organisation, staff_a: Somebody, county: County) -> Speaker:
    words = ("Vi øver i en garasje.", "Alle rom er låst om kvelden.", "Mange sitter alene.")
    return speaker("Tverrdal musikklag", *words, owner=town_a, by=staff_a.doer, county=county)


@pytest.fixture
def noted(club: Speaker, town_a: Organisation, staff_a: Somebody) -> Challenge:
    return grouping.note_down(statements=[one.pk for one in club.said[:2]], wording="Vi har ikke et rom", library=town_a.pk, by=staff_a.doer)


def press(client: FormClient, challenge: Challenge, act: str, **more: object) -> int:
    return int(client.post(at("press", challenge.pk), {"act": act, "number": challenge.number, "offers": "", **more}).status_code)


def page(client: FormClient, *address: object) -> str:
    return client.get(at(*address)).content.decode()  # type: ignore[arg-type]


def test_the_whole_way(club: Speaker, staff_a: Somebody) -> None:
    client, ticked = staff_a.client, [one.pk for one in club.said[:2]]
    assert "Mange sitter alene." in page(client, "challenges")
    assert "Vi øver i en garasje." in client.get(at("group"), {"s": ticked}).content.decode()
    answer = client.post(at("group"), {"s": ticked, "wording": "Vi har ikke et rom", "into": ""})
    made = Challenge.objects.get()
    assert answer["Location"] == at("challenge", made.pk)
    client.post(at("group"), {"s": [club.said[2].pk], "wording": "", "into": made.pk})
    assert made.grouped.count() == 3
    client.post(at("word", made.pk), {"wording": "Vi trenger et rom", "version": made.version})
    assert (press(client, made, "join", offers="En nøkkel"), "En nøkkel" in page(client, "challenge", made.pk)) == (302, True)
    client.post(at("place", made.pk, club.said[2].pk), {"into": ""})

    assert made.grouped.count() == 2 and "Vi trenger et rom" in page(client, "challenges")


def test_a_colleague_elsewhere_reads_it_without_a_name(noted: Challenge, staff_b: Somebody) -> None:
    text = page(staff_b.client, "challenge", noted.pk)

    assert "En forening i Innlandet" in text and "Tverrdal musikklag" not in text and "Vi øver i en garasje." in text


def test_those_who_talked_with_them_find_the_way_back(noted: Challenge, club: Speaker, staff_a: Somebody) -> None:
    assert at("conversation", club.talk.pk) in page(staff_a.client, "challenge", noted.pk)
    assert at("challenge", noted.pk) in page(staff_a.client, "conversation", club.talk.pk)


def test_guests_sign_in_and_readers_of_no_library_are_told_why(noted: Challenge, guest: Somebody) -> None:
    funder = Organisation.objects.create(kind="funder", name="Biblioteksfondet")
    reader = make_person("Reader", (funder, "reader"))

    assert guest.client.get(at("challenges")).status_code == 302
    assert reader.client.get(at("challenges")).status_code == 403 and reader.client.get(at("challenge", noted.pk)).status_code == 404


@pytest.mark.parametrize("wording", ["", "😀", "x" * 401, "\u200b\u2800"])
def test_bad_words_keep_what_was_ticked(club: Speaker, staff_a: Somebody, wording: str) -> None:
    answer = staff_a.client.post(at("group"), {"s": [club.said[0].pk], "wording": wording, "into": ""})

    assert answer.status_code == 422 and "checked" in answer.content.decode() and not Challenge.objects.exists()


def test_nothing_ticked_is_told_in_words(club: Speaker, staff_a: Somebody) -> None:
    assert staff_a.client.post(at("group"), {"wording": "Ord"}).status_code == 422


def test_what_somebody_else_grouped_meanwhile_is_told_and_the_words_are_kept(noted: Challenge, club: Speaker, staff_a: Somebody) -> None:
    answer = staff_a.client.post(at("group"), {"s": [one.pk for one in club.said], "wording": "Mine egne ord", "into": ""})
    text = answer.content.decode()

    assert answer.status_code == 409 and "Mine egne ord" in text and "Mange sitter alene." in text
    assert Challenge.objects.count() == 1 and f'name="s" value="{club.said[0].pk}"' not in text


def test_all_of_it_grouped_meanwhile_keeps_the_words(noted: Challenge, club: Speaker, staff_a: Somebody) -> None:
    answer = staff_a.client.post(at("group"), {"s": [club.said[0].pk], "wording": "Mine egne ord", "into": ""})

    assert answer.status_code == 409 and "Mine egne ord" in answer.content.decode()


def test_ids_that_are_not_shown_give_nothing_away(club: Speaker, staff_a: Somebody, town_a: Organisation) -> None:
    quiet = speaker("Stille lag", "Hemmelige ord.", owner=town_a, by=staff_a.doer, agreed=False)
    club.hide(club.said[0])
    for number in (quiet.said[0].pk, club.said[0].pk):
        for answer in (
            staff_a.client.get(at("group"), {"s": number}), staff_a.client.get(at("group"), {"may": number}),
            staff_a.client.post(at("group"), {"s": [number], "wording": "Ord", "into": ""}),
        ):
            assert "Hemmelige ord." not in answer.content.decode() and "garasje" not in answer.content.decode()
    assert not Grouped.objects.exists()


def test_stale_words_get_both_texts_and_saving_once_more_keeps_ones_own(noted: Challenge, club: Speaker, staff_a: Somebody) -> None:
    challenges.reword(challenge=noted, wording="Ord fra laget", version=1, contact=club.contact, by=club.doer)
    answer = staff_a.client.post(at("word", noted.pk), {"wording": "Ord fra biblioteket", "version": 1})
    text = answer.content.decode()
    assert answer.status_code == 409 and "Ord fra laget" in text and "Ord fra biblioteket" in text and 'name="version" value="2"' in text

    assert staff_a.client.post(at("word", noted.pk), {"wording": "Ord fra biblioteket", "version": 2}).status_code == 302


def test_nobody_stands_by_words_that_were_changed_meanwhile(noted: Challenge, club: Speaker, staff_a: Somebody) -> None:
    challenges.reword(challenge=noted, wording="Ord fra laget", version=1, contact=club.contact, by=club.doer)
    answer = staff_a.client.post(at("press", noted.pk), {"act": "accept", "number": 1})

    assert answer.status_code == 409 and "Ord fra laget" in answer.content.decode()


@pytest.mark.parametrize(("act", "status"), [("accept", 302), ("step_back", 302), ("leave", 302), ("seen", 302), ("destroy", 422), ("", 422)])
def test_presses(noted: Challenge, staff_a: Somebody, act: str, status: int) -> None:
    assert press(staff_a.client, noted, act) == status


def test_whoever_works_in_two_libraries_says_for_which(noted: Challenge, town_a: Organisation, library_b: Organisation) -> None:
    both = make_person("Both", (town_a, "staff"), (library_b, "staff"))
    assert "name=\"library\"" in page(both.client, "challenge", noted.pk)
    assert press(both.client, noted, "accept") == 422
    assert press(both.client, noted, "accept", library=library_b.pk) == 302
    assert press(both.client, noted, "accept", library=999_999) == 422


def test_the_desk_tells_what_is_gone_and_what_waits(noted: Challenge, club: Speaker, staff_a: Somebody, colleague_a: Somebody, staff_b: Somebody) -> None:
    challenges.reword(challenge=noted, wording="Ord fra laget", version=1, contact=club.contact, by=club.doer)
    club.withdraw(club.said[0])
    titles = [item.title for item in on_desk(staff_a.doer)]
    assert titles == ["Noe du bygde på, er borte", "En utfordring venter på biblioteket ditt"]
    assert len(list(on_desk(colleague_a.doer))) == 1 and not list(on_desk(staff_b.doer))

    assert "er borte" in page(staff_a.client, "challenge", noted.pk)
    press(staff_a.client, noted, "seen")
    press(staff_a.client, noted, "accept", number=2)
    assert not list(on_desk(staff_a.doer)) and not list(on_desk(colleague_a.doer))


def fill(club: Speaker, number: int) -> None:
    Statement.objects.bulk_create(
        Statement(conversation=club.talk, wording=f"Utsagn {place} om buss og rom", state=StatementState.AGREED, order=place) for place in range(number)
    )


def asked(client: FormClient, address: str) -> int:
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200
    return len(found)


def test_lists_ask_the_same_number_of_questions_with_1_and_30(club: Speaker, staff_a: Somebody, town_a: Organisation) -> None:
    side = {"library": town_a.pk, "by": staff_a.doer}
    fill(club, 2)
    made = grouping.note_down(statements=[club.said[-1].pk], wording="Først", **side)
    few = [asked(staff_a.client, address) for address in (at("challenges"), at("challenges"), at("challenge", made.pk), at("group") + f"?s={club.said[0].pk}")]
    fill(club, 90)
    numbers = [one.pk for one in club.said]
    grouping.add(challenge=made, statements=numbers[-30:], **side)
    for place in range(30):
        grouping.note_down(statements=[numbers[10 + place]], wording=f"Utfordring {place}", **side)
    ticked = "&".join(f"s={number}" for number in numbers[:9])
    many = [asked(staff_a.client, address) for address in (at("challenges"), at("challenges"), at("challenge", made.pk), at("group") + f"?{ticked}")]

    assert many[1:] == few[1:]


def test_five_hundred_statements_to_choose_from(club: Speaker, staff_a: Somebody) -> None:
    fill(club, 500)
    first = page(staff_a.client, "challenges")
    assert "503 utsagn er ikke i noen utfordring ennå" in first and first.count('name="s"') == 40 and len(first) < 150_000
    second = staff_a.client.get(at("challenges"), {"page": 2, "q": "buss"}).content.decode()

    assert second.count('name="s"') == 40 and asked(staff_a.client, at("challenges")) < 40


@pytest.mark.parametrize("query", [
    {"page": "x"}, {"page": "0"}, {"page": 10**30}, {"where": "moon"}, {"within": "x:y"}, {"within": f"a.b:{10**17}"}, {"q": "%00" * 50},
])
def test_strange_filters_get_an_answer(club: Speaker, staff_a: Somebody, query: dict[str, object]) -> None:
    assert staff_a.client.get(at("challenges"), query).status_code == 200


def test_where_and_series_narrow_the_list(club: Speaker, staff_b: Somebody, staff_a: Somebody, town_a: Organisation) -> None:
    other = speaker("Lag i kursrekka", "Bussen går ikke.", owner=town_a, by=staff_a.doer, within=Ref("programmes.programme", 3))
    assert other.said[0].wording not in page(staff_b.client, "challenges")
    assert other.said[0].wording in staff_b.client.get(at("challenges"), {"where": "all"}).content.decode()
    only = staff_a.client.get(at("challenges"), {"within": "programmes.programme:3"}).content.decode()

    assert other.said[0].wording in only and "garasje" not in only


def test_suggestions_are_offered_and_nothing_is_ticked_for_anybody(club: Speaker, staff_a: Somebody, town_a: Organisation) -> None:
    speaker("Et lag til", "Vi mangler et rom å øve i.", owner=town_a, by=staff_a.doer)
    assert "Disse ser ut til å handle om det samme" in page(staff_a.client, "challenges")
    text = staff_a.client.get(at("group"), {"may": [one.pk for one in club.said]}).content.decode()

    assert "garasje" in text and "checked" not in text.split('name="wording"')[0]


def test_what_has_lost_its_words_with_time_is_not_offered(club: Speaker, staff_a: Somebody) -> None:
    Statement.objects.filter(pk=club.said[0].pk).update(wording=NO_WORDS)
    text = page(staff_a.client, "challenges")

    assert text.count('name="s"') == 2 and "2 utsagn er ikke i noen utfordring ennå" in text


@pytest.mark.django_db(transaction=True)
def test_two_people_group_the_same_at_once() -> None:
    library = Organisation.objects.create(kind="public_library", name="Tverrdal bibliotek")
    people = [make_person(f"Person {number}", (library, "staff")) for number in range(2)]
    club = speaker("Et lag", "Bussen går ikke.", "Vi har ikke et rom.", owner=library, by=people[0].doer)
    ticked, answers, barrier = [one.pk for one in club.said], [], threading.Barrier(2)

    def run(somebody: Somebody, numbers: list[int]) -> None:
        close_old_connections()
        client = somebody.client
        barrier.wait(timeout=30)
        answers.append(client.post(at("group"), {"s": numbers, "wording": f"Ord fra {somebody.person}", "into": ""}))
        connection.close()

    threads = [threading.Thread(target=run, args=each) for each in zip(people, (ticked, ticked[::-1]), strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)

    assert sorted(answer.status_code for answer in answers) == [302, 409]
    (late,) = [answer.content.decode() for answer in answers if answer.status_code == 409]
    assert "Ord fra Person" in late and Challenge.objects.count() == 1 and Grouped.objects.count() == 2


def test_a_statement_shown_by_name_is_named(club: Speaker, noted: Challenge, staff_b: Somebody) -> None:
    club.confirm(club.said[0], shown=Shown.BY_NAME)

    assert "Tverrdal musikklag" in page(staff_b.client, "challenge", noted.pk)
