"""A programme goes out: to each once, whatever happens in between."""

from __future__ import annotations

import pytest

from samskaper.areas.programmes.commands import publish as commands
from samskaper.areas.programmes.commands.publish import Guest, invite, invite_libraries, send_programme
from samskaper.areas.programmes.models import Invitation, Programme
from samskaper.areas.programmes.queries.publish import libraries_to_choose, post_of, preview
from samskaper.commons.mail.models import Letter, Stop, address_digest
from samskaper.commons.people.models import Organisation
from samskaper.commons.record.models import Fact
from samskaper.commons.record.queries import counts
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict, Invalid, Refusal
from tests.cast import Somebody

SOURCE = "lista som kommunen legger ut"
LETTER = "programmes/letters/invitation.txt"


def guests(number: int) -> list[Guest]:
    return [Guest(f"person{n}@example.no", f"Person {n}") for n in range(number)]


def letters() -> int:
    return Letter.objects.filter(template=LETTER).count()


@pytest.fixture
def draft(course: Programme) -> Programme:
    Programme.objects.filter(pk=course.pk).update(state="draft")
    course.refresh_from_db()
    return course


def test_nothing_is_sent_before_the_press(course: Programme, adviser_a: Somebody) -> None:
    assert invite(programme=course, guests=guests(3), source=SOURCE, by=adviser_a.doer) == 3
    assert letters() == 0
    assert commands.write_letters() == 0


def test_everybody_gets_a_letter_with_dates_and_source(course: Programme, adviser_a: Somebody) -> None:
    invite(programme=course, guests=guests(3), source=SOURCE, by=adviser_a.doer)
    assert send_programme(programme=course, by=adviser_a.doer) == 3
    found = Letter.objects.filter(template=LETTER)
    assert found.count() == 3
    for letter in found:
        assert SOURCE in letter.text and letter.purpose == "programmes"
        assert bytes(letter.attachments.get().enclosed.content).count(b"BEGIN:VEVENT") == 5


def test_the_meeting_link_does_not_go_out(course: Programme, adviser_a: Somebody) -> None:
    course.gatherings.update(link="https://moter.example.no/hemmelig")
    invite(programme=course, guests=guests(1), source=SOURCE, by=adviser_a.doer)
    send_programme(programme=course, by=adviser_a.doer)
    letter = Letter.objects.get(template=LETTER)
    assert "hemmelig" not in letter.text
    assert b"hemmelig" not in bytes(letter.attachments.get().enclosed.content).replace(b"\r\n ", b"")


def test_sending_again_sends_to_nobody_twice(course: Programme, adviser_a: Somebody) -> None:
    invite(programme=course, guests=guests(3), source=SOURCE, by=adviser_a.doer)
    send_programme(programme=course, by=adviser_a.doer)
    with pytest.raises(Invalid):
        send_programme(programme=course, by=adviser_a.doer)
    invite(programme=course, guests=guests(5), source=SOURCE, by=adviser_a.doer)
    assert send_programme(programme=course, by=adviser_a.doer) == 2
    assert letters() == 5


def test_a_worker_that_died_half_way_sends_nothing_twice(course: Programme, adviser_a: Somebody) -> None:
    invite(programme=course, guests=guests(3), source=SOURCE, by=adviser_a.doer)
    send_programme(programme=course, by=adviser_a.doer)
    Invitation.objects.update(sent=None)  # as if it had died before it could write that they were sent
    assert commands.write_letters() == 3
    assert letters() == 3


def test_many_letters_are_written_by_the_worker(course: Programme, adviser_a: Somebody) -> None:
    invite(programme=course, guests=guests(130), source=SOURCE, by=adviser_a.doer)
    send_programme(programme=course, by=adviser_a.doer)
    assert letters() == 0
    assert post_of(course, visible_to=adviser_a.doer).waiting == 130
    assert [commands.write_letters() for _ in range(3)] == [100, 30, 0]
    assert letters() == 130


def test_the_number_of_invited_is_counted(course: Programme, adviser_a: Somebody) -> None:
    invite(programme=course, guests=guests(4), source=SOURCE, by=adviser_a.doer)
    send_programme(programme=course, by=adviser_a.doer)
    keys = ["programmes.invited", "programmes.programme_sent"]
    assert counts(keys, within=[Ref.to(course)]) == {"programmes.invited": 4, "programmes.programme_sent": 1}
    assert Fact.objects.get(key="programmes.programme_sent").data == {"letters": 4}


def test_sending_opens_a_draft(draft: Programme, adviser_a: Somebody) -> None:
    invite(programme=draft, guests=guests(1), source=SOURCE, by=adviser_a.doer)
    send_programme(programme=draft, by=adviser_a.doer)
    draft.refresh_from_db()
    assert draft.state == "open"


def test_staff_of_chosen_libraries_are_invited_each_once(
    course: Programme, adviser_a: Somebody, staff_a: Somebody, colleague_a: Somebody, leader_a: Somebody, staff_b: Somebody, town_a: Organisation
) -> None:
    assert invite_libraries(programme=course, libraries=[town_a.pk], by=adviser_a.doer) == 3
    assert invite_libraries(programme=course, libraries=[town_a.pk], by=adviser_a.doer) == 0
    assert set(Invitation.objects.values_list("library", flat=True)) == {town_a.pk}


def test_a_letter_to_staff_says_how_we_know_them(course: Programme, adviser_a: Somebody, staff_a: Somebody, town_a: Organisation) -> None:
    invite_libraries(programme=course, libraries=[town_a.pk], by=adviser_a.doer)
    assert "Tverrdal bibliotek" in preview(course, visible_to=adviser_a.doer).text


def test_libraries_of_another_country_are_not_offered(course: Programme, adviser_a: Somebody, staff_a: Somebody, staff_b: Somebody) -> None:
    names = {item.name for item in libraries_to_choose(course, visible_to=adviser_a.doer)}
    assert names == {"Strandfjell fylkesbibliotek", "Tverrdal bibliotek"}


def test_addresses_without_a_source_are_refused(course: Programme, adviser_a: Somebody) -> None:
    with pytest.raises(Invalid):
        invite(programme=course, guests=guests(1), by=adviser_a.doer)


def test_twenty_thousand_is_the_ceiling(course: Programme, adviser_a: Somebody) -> None:
    with pytest.raises(Invalid):
        invite(programme=course, guests=guests(20_001), source=SOURCE, by=adviser_a.doer)
    assert not Invitation.objects.exists()


def test_whoever_was_taken_off_the_list_gets_nothing(course: Programme, adviser_a: Somebody) -> None:
    invite(programme=course, guests=guests(2), source=SOURCE, by=adviser_a.doer)
    first = Invitation.objects.order_by("pk")[0]
    assert commands.uninvite(programme=course, invitations=[first.pk], by=adviser_a.doer) == 1
    assert send_programme(programme=course, by=adviser_a.doer) == 1


def test_whoever_was_sent_it_stays_on_the_list(course: Programme, adviser_a: Somebody) -> None:
    invite(programme=course, guests=guests(1), source=SOURCE, by=adviser_a.doer)
    send_programme(programme=course, by=adviser_a.doer)
    assert commands.uninvite(programme=course, invitations=[Invitation.objects.get().pk], by=adviser_a.doer) == 0


def test_one_bad_address_does_not_stop_the_others(course: Programme, adviser_a: Somebody) -> None:
    Invitation.objects.create(programme=course, email="not-an-address", name="X", source=SOURCE)
    invite(programme=course, guests=guests(2), source=SOURCE, by=adviser_a.doer)
    send_programme(programme=course, by=adviser_a.doer)
    assert letters() == 2
    assert counts(["programmes.invited"], within=[Ref.to(course)])["programmes.invited"] == 2


def test_the_page_counts_those_who_want_no_letters(course: Programme, adviser_a: Somebody) -> None:
    Stop.objects.create(digest=address_digest("person0@example.no"), purpose="programmes")
    invite(programme=course, guests=guests(2), source=SOURCE, by=adviser_a.doer)
    send_programme(programme=course, by=adviser_a.doer)
    post = post_of(course, visible_to=adviser_a.doer)
    assert post.invited == 2 and post.to_send == 0
    assert post.waiting + post.sent + post.stopped == 2


@pytest.mark.parametrize("who", ["adviser_b", "staff_a", "leader_a", "guest"])
def test_nobody_else_sends_it(who: str, course: Programme, request: pytest.FixtureRequest) -> None:
    by = request.getfixturevalue(who).doer
    for work in (
        lambda: invite(programme=course, guests=guests(1), source=SOURCE, by=by),
        lambda: invite_libraries(programme=course, libraries=[], by=by),
        lambda: commands.uninvite(programme=course, invitations=[], by=by),
        lambda: send_programme(programme=course, by=by),
        lambda: post_of(course, visible_to=by),
    ):
        with pytest.raises(Refusal):
            work()


def test_a_finished_programme_is_not_sent(course: Programme, adviser_a: Somebody) -> None:
    Programme.objects.filter(pk=course.pk).update(state="closed")
    course.refresh_from_db()
    with pytest.raises(Conflict):
        send_programme(programme=course, by=adviser_a.doer)
