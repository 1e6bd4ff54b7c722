"""Delivering: what each answer of a mail server makes of a letter. The server is a real one."""

from __future__ import annotations

import datetime as dt
import os

import pytest
from django.conf import LazySettings

from samskaper.commons.mail import claims, rules
from samskaper.commons.mail.commands import delivering, stop
from samskaper.commons.mail.letters import Attachment
from samskaper.commons.mail.models import Letter, State
from samskaper.commons.mail.tasks import deliver
from samskaper.commons.mail.transport import Fate, Outcome
from samskaper.commons.people.doer import GUEST, SYSTEM
from samskaper.commons.people.models import Organisation
from samskaper.foundation import clock
from tests.commons.mail.conftest import MailServer
from tests.commons.mail.letters import write

pytestmark = pytest.mark.django_db


def fresh(letter: Letter) -> Letter:
    return Letter.objects.get(pk=letter.pk)


def test_letter_arrives_with_its_words(server: MailServer, library_a: Organisation) -> None:
    library_a.email = "post@strandfjell.example"
    library_a.save()
    letter = write("kari@example.org", owner=library_a, stoppable="programmes")

    assert deliver() == 1
    mail = server.mail("kari@example.org")
    assert fresh(letter).state == State.SENT
    assert mail["Subject"] == "Welcome, Kari"
    assert mail["Message-ID"] == letter.message_id
    assert mail["Reply-To"] == "Strandfjell fylkesbibliotek <post@strandfjell.example>"
    assert f"/nb/mail/stop/{letter.secret}/" in mail["List-Unsubscribe"]
    plain, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert plain is not None and "The first gathering is soon." in plain.get_content()
    assert html is not None and ">See the programme</a>" in html.get_content()


def test_letters_of_the_house_have_no_unsubscribe_header(server: MailServer) -> None:
    write("kari@example.org")
    deliver()

    mail = server.mail("kari@example.org")
    assert mail["List-Unsubscribe"] is None
    assert mail["Reply-To"] is None


def test_calendar_file_goes_with_its_method(server: MailServer) -> None:
    file = Attachment("søknad «1».ics", "text/calendar; method=CANCEL; charset=utf-8", "BEGIN:VCALENDAR ø".encode())
    write("kari@example.org", attachments=[file])
    deliver()

    (part,) = server.mail("kari@example.org").iter_attachments()
    assert part.get_content_type() == "text/calendar"
    assert part.get_param("method") == "CANCEL"
    assert part.get_filename() == "søknad «1».ics"
    assert part.get_payload(decode=True) == "BEGIN:VCALENDAR ø".encode()


def test_markup_in_a_name_stays_words(server: MailServer) -> None:
    write("kari@example.org", name="<img src=x onerror=alert(1)>", text="Subject: {{ receiver }}\n\nHi {{ receiver }}")
    deliver()

    html = server.mail("kari@example.org").get_body(("html",))
    assert html is not None and "<img" not in html.get_content()


def test_line_that_is_only_a_dot_arrives(server: MailServer) -> None:
    write("kari@example.org", text="Subject: x\n\nfirst\n.\n..last ✓ 😀")
    deliver()

    plain = server.mail("kari@example.org").get_body(("plain",))
    assert plain is not None and plain.get_content().splitlines()[:3] == ["first", ".", "..last ✓ 😀"]


@pytest.mark.parametrize(
    ("kind", "state", "sentence"),
    [
        ("refuse", State.REFUSED, "550 5.1.1 No such user here"),
        ("full", State.REFUSED, "552 5.2.2 Mailbox full"),
        ("later", State.WAITING, "451 4.3.0 Come back later"),
        ("greylisted", State.WAITING, "450 4.7.1 Greylisted"),
        ("busy", State.WAITING, "421 Closing"),
        ("drop", State.WAITING, "Connection unexpectedly closed"),
        ("lost", State.UNCERTAIN, "Connection unexpectedly closed"),
        ("stored", State.UNCERTAIN, "Connection unexpectedly closed"),
    ],
)
def test_answer_of_the_server_decides(server: MailServer, kind: str, state: State, sentence: str) -> None:
    letter = write(f"{kind}@example.org")
    deliver()

    found = fresh(letter)
    assert found.state == state
    assert sentence in found.error
    assert server.times(f"{kind}@example.org") == (1 if kind == "stored" else 0)


def test_letter_after_a_refused_one_goes_over_the_same_connection(server: MailServer) -> None:
    for email in ("a@example.org", "refuse@example.org", "full@example.org", "b@example.org"):
        write(email)
    deliver()

    assert {letter["to"] for letter in server.taken} == {"a@example.org", "b@example.org"}
    assert len({letter["connection"] for letter in server.taken}) == 1


def test_broken_connection_leaves_the_others_for_the_next_round(server: MailServer) -> None:
    write("lost@example.org")
    other = write("b@example.org")
    deliver()
    assert fresh(other).state == State.WAITING

    deliver()
    assert fresh(other).state == State.SENT


def test_temporary_refusal_waits_longer_each_time(server: MailServer) -> None:
    letter = write("later@example.org")
    waits = []
    moment = clock.now()
    for _attempt in range(4):
        with clock.at(moment):
            deliver()
            found = fresh(letter)
            waits.append(round((found.not_before - clock.now()).total_seconds() / 60))
            moment = found.not_before + dt.timedelta(seconds=1)

    assert waits == [1, 5, 15, 60]


def test_after_two_days_of_trying_it_counts_as_refused(server: MailServer) -> None:
    letter = write("later@example.org")
    Letter.objects.update(attempts=len(rules.PAUSES))
    deliver()

    assert fresh(letter).state == State.REFUSED


def test_unreachable_server_lets_everything_wait(settings: LazySettings) -> None:
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    letter = write()

    assert deliver() == 0
    found = fresh(letter)
    assert (found.state, found.attempts) == (State.WAITING, 0)
    assert found.not_before > clock.now()
    assert "cannot be reached" in found.error


def test_without_a_server_codes_are_shown_where_it_was_started(settings: LazySettings, caplog: pytest.LogCaptureFixture) -> None:
    settings.EMAIL_HOST = ""
    letter = write("kari@example.org")
    Letter.objects.update(owner=None)

    assert deliver() == 1
    assert (fresh(letter).state, fresh(letter).via) == (State.SENT, "window")
    assert "kari@example.org" in caplog.text
    assert fresh(letter).text.strip().splitlines()[0] in caplog.text


def test_without_a_server_the_letters_of_libraries_wait(settings: LazySettings, library_a: Organisation) -> None:
    settings.EMAIL_HOST = ""
    letter = write("ola@example.org")
    Letter.objects.update(owner=library_a)

    assert deliver() == 0
    assert fresh(letter).state == State.WAITING
    assert "No mail server" in fresh(letter).error


def test_code_that_somebody_waits_for_goes_before_invitations(server: MailServer) -> None:
    write("invited@example.org", stoppable="programmes")
    write("waits@example.org")
    deliver()

    assert [letter["to"] for letter in server.taken] == ["waits@example.org", "invited@example.org"]


def test_unsubscribing_holds_letters_that_wait(server: MailServer) -> None:
    letter = write("kari@example.org", stoppable="programmes")
    stop(letter=letter, by=GUEST)
    deliver()

    assert fresh(letter).state == State.STOPPED
    assert server.taken == []


def test_unsubscribing_from_one_thing_leaves_another(server: MailServer) -> None:
    stop(letter=write("KARI@example.org", stoppable="programmes", key="1"), by=GUEST)
    other = write("kari@example.org", stoppable="walks", key="2")
    asked_for = write("kari@example.org", key="3")
    deliver()

    assert fresh(other).state == State.SENT
    assert fresh(asked_for).state == State.SENT


def test_letter_that_cannot_be_written_does_not_stop_the_others(server: MailServer) -> None:
    broken, whole = write("a@example.org"), write("b@example.org")
    Letter.objects.filter(pk=broken.pk).update(email="a@" + "ø" * 80 + ".no")
    deliver()

    assert fresh(broken).state == State.REFUSED
    assert fresh(whole).state == State.SENT


def test_claimed_letter_is_nobody_elses() -> None:
    letter = write()

    assert delivering.claim(letter=letter.pk, by=SYSTEM) is not None
    assert delivering.claim(letter=letter.pk, by=SYSTEM) is None


def make_lost(letter: Letter, claim: str, *, minutes: int) -> None:
    since = clock.now() - dt.timedelta(minutes=minutes)
    Letter.objects.filter(pk=letter.pk).update(state=State.SENDING, claim=claim, claimed=since)


@pytest.mark.parametrize(
    ("claim", "minutes", "state"),
    [
        (f"{claims.MACHINE}:999999999:a", 0, State.UNCERTAIN),
        (f"{claims.MACHINE}:{os.getpid()}:of an earlier life", 0, State.UNCERTAIN),
        (claims.mine(), 0, State.SENDING),
        (f"{claims.MACHINE}:1:alive", 0, State.SENDING),
        ("elsewhere:5:a", 9, State.SENDING),
        ("elsewhere:5:a", 11, State.UNCERTAIN),
    ],
    ids=["process is gone", "number used again", "mine", "other process lives", "elsewhere, lately", "elsewhere, long ago"],
)
def test_letter_whose_sender_is_gone_or_silent_is_uncertain(claim: str, minutes: int, state: State) -> None:
    letter = write()
    make_lost(letter, claim, minutes=minutes)
    delivering.give_up_lost(by=SYSTEM)

    assert fresh(letter).state == state


def test_sender_thought_dead_may_still_say_that_it_was_sent() -> None:
    letter = delivering.claim(letter=write().pk, by=SYSTEM)
    assert letter is not None
    Letter.objects.update(state=State.UNCERTAIN)

    assert delivering.settle(letter=letter, outcome=Outcome(Fate.SENT), by=SYSTEM)
    assert fresh(letter).state == State.SENT


def test_sender_whose_letter_was_sent_again_changes_nothing() -> None:
    letter = delivering.claim(letter=write().pk, by=SYSTEM)
    assert letter is not None
    Letter.objects.update(state=State.WAITING, claim="", claimed=None)

    assert not delivering.settle(letter=letter, outcome=Outcome(Fate.SENT), by=SYSTEM)
    assert fresh(letter).state == State.WAITING


def test_every_state_can_be_reached_and_left_or_is_an_end() -> None:
    reached = {later for following in rules.TRANSITIONS.values() for later in following}

    assert set(rules.TRANSITIONS) == set(State)
    assert reached == set(State)
    assert all(end in rules.TRANSITIONS[start] for froms, end in rules.DECISIONS.values() for start in froms)
