"""What is kept of letters, for how long, and what goes with a person."""

from __future__ import annotations

import datetime as dt

import pytest

from samskaper.commons.mail import queries
from samskaper.commons.mail.commands import decide, keeping
from samskaper.commons.mail.letters import Attachment
from samskaper.commons.mail.models import Enclosed, Letter, State
from samskaper.commons.mail.rules import Decision
from samskaper.commons.people.models import Organisation, Person
from samskaper.commons.people.register import personal_data
from samskaper.commons.record.register import retentions
from samskaper.foundation import clock
from samskaper.foundation.refusals import Conflict
from tests.cast import Somebody
from tests.commons.mail.letters import write

pytestmark = pytest.mark.django_db


def settled(letter: Letter, days_ago: int) -> Letter:
    Letter.objects.filter(pk=letter.pk).update(state=State.SENT, settled=clock.now() - dt.timedelta(days=days_ago))
    return letter


def fresh(letter: Letter) -> Letter:
    return Letter.objects.get(pk=letter.pk)


def test_old_letter_is_a_number_without_words(library_a: Organisation) -> None:
    file = Attachment("a.ics", "text/calendar", b"x")
    old = settled(write("a@example.org", owner=library_a, attachments=[file]), 401)
    young = settled(write("b@example.org", owner=library_a), 399)
    sweep = retentions.get("mail.letters")
    assert sweep is not None and sweep.sweep(sweep.days) == 1

    assert (fresh(old).text, fresh(old).email, fresh(old).subject, fresh(old).state) == ("", "", "", State.SENT)
    assert fresh(young).text
    assert not Enclosed.objects.exists()


def test_file_stays_while_another_letter_has_it(library_a: Organisation) -> None:
    file = Attachment("a.ics", "text/calendar", b"x")
    settled(write("a@example.org", owner=library_a, attachments=[file]), 401)
    young = write("b@example.org", owner=library_a, attachments=[file])
    keeping.wipe_old(400)

    assert young.attachments.get().enclosed.size == 1


def test_codes_are_wiped_after_a_week() -> None:
    code = settled(write(text="Subject: Your code\n\nAB12CD"), 8)
    keeping.wipe_old(400)

    assert "AB12CD" not in fresh(code).text


def test_letter_that_waits_is_kept_however_old(library_a: Organisation) -> None:
    letter = write(owner=library_a)
    with clock.at(clock.now() + dt.timedelta(days=900)):
        assert keeping.wipe_old(400) == 0

    assert fresh(letter).text


def test_wiping_twice_wipes_once(library_a: Organisation) -> None:
    settled(write(owner=library_a), 401)

    assert [keeping.wipe_old(400), keeping.wipe_old(400)] == [1, 0]


def test_wiped_letter_cannot_be_sent_again(library_a: Organisation, adviser_a: Somebody) -> None:
    letter = write(owner=library_a)
    Letter.objects.filter(pk=letter.pk).update(state=State.REFUSED, text="", email="")

    with pytest.raises(Conflict):
        decide(letter=fresh(letter), decision=Decision.AGAIN, by=adviser_a.doer)


def test_unsubscribe_link_works_after_the_words_are_gone(library_a: Organisation) -> None:
    letter = settled(write(owner=library_a, stoppable="programmes"), 401)
    keeping.wipe_old(400)

    assert queries.behind(letter.secret) == letter


def test_export_holds_my_letters_and_no_others(staff_a: Somebody, colleague_a: Somebody) -> None:
    assert staff_a.person and colleague_a.person
    write("staff.a@example.org", person=staff_a.person.pk, key="1")
    write("staff.a@example.org", key="2")
    write("colleague.a@example.org", person=colleague_a.person.pk, key="3")
    kept = personal_data.get("mail")
    assert kept is not None

    rows = kept.export(staff_a.person.pk)
    assert [row["til"] for row in rows] == ["staff.a@example.org"] * 2  # type: ignore[index]


def test_letters_to_a_shared_address_are_those_whom_they_name(staff_a: Somebody) -> None:
    assert staff_a.person
    other = Person.objects.create(name="Shares", email=staff_a.person.email)
    hers = write(other.email, person=other.pk, key="1")
    nobodys = write(other.email, key="2")

    found = queries.letters_of(staff_a.person.pk)
    assert hers not in found and nobodys not in found


def test_erasing_wipes_letters_and_sends_none_that_wait(staff_a: Somebody, colleague_a: Somebody) -> None:
    assert staff_a.person and colleague_a.person
    mine = write("staff.a@example.org", person=staff_a.person.pk)
    other = write("colleague.a@example.org", person=colleague_a.person.pk)
    kept = personal_data.get("mail")
    assert kept is not None

    assert "number" in str(kept.erase(staff_a.person.pk)) or "tall" in str(kept.erase(staff_a.person.pk))
    assert (fresh(mine).state, fresh(mine).text, fresh(mine).person) == (State.STOPPED, "", None)
    assert fresh(other).text


def test_erasing_somebody_without_letters_keeps_nothing(staff_a: Somebody) -> None:
    assert staff_a.person
    assert keeping.erase(staff_a.person.pk) == ""


def test_name_of_somebody_erased_goes_out_of_letters_to_others(staff_a: Somebody) -> None:
    assert staff_a.person is not None
    Person.objects.filter(pk=staff_a.person.pk).update(name="Kari Ås", email="kari.as@example.org")
    text = "Subject: May Kari Ås take part?\n\nKari Ås would like to come. Write to kari.as@example.org.\n\nKari Åsen comes too."
    to_leader = write("leader@example.org", text=text, name="Leader")
    to_namesake = write("other@example.org", text="Subject: Hello Kari Ås\n\nWelcome.", name="Kari Ås", key="namesake")

    keeping.erase(staff_a.person.pk)

    left = fresh(to_leader)
    assert "Kari Ås " not in left.subject + left.text
    assert "kari.as@example.org" not in left.text
    assert "Kari Åsen comes too." in left.text
    assert fresh(to_namesake).subject == "Hello Kari Ås"


def test_page_about_erasing_says_what_becomes_of_letters_to_others(staff_a: Somebody) -> None:
    said = staff_a.client.get("/en/me/erase/").content.decode()
    assert "In letters to others, such as your leader, your name is taken out here" in said
