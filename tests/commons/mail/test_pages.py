"""The pages of the outbox: what advisers see and decide, unsubscribing, and the demonstration's mailbox."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samskaper.commons.mail import queries
from samskaper.commons.mail.letters import Attachment
from samskaper.commons.mail.models import Letter, State, Stop
from samskaper.commons.mail.tasks import deliver
from samskaper.commons.people.models import Installation, Organisation
from samskaper.commons.record.models import Fact
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from tests.cast import Somebody
from tests.commons.mail.letters import write

pytestmark = pytest.mark.django_db
OUTBOX = "/en/mail/"


def in_state(state: State, email: str = "kari@example.org", **named: Any) -> Letter:
    """Write a letter and put it where it shall be."""
    letter = write(email, **named)
    is_claimed = state in (State.SENDING, State.UNCERTAIN)
    Letter.objects.filter(pk=letter.pk).update(
        state=state,
        settled=clock.now(),
        claim="x:1:a" if is_claimed else "",
        claimed=clock.now(),
    )
    return Letter.objects.get(pk=letter.pk)


def run_by(library: Organisation) -> None:
    """Let this library run the installation."""
    Installation.objects.update_or_create(pk=1, defaults={"library": library})


@pytest.fixture
def demo(db: None) -> None:
    Installation.objects.update_or_create(pk=1, defaults={"demo_loaded": clock.now()})


# -- the adviser's page ---------------------------------------------------------------------------------------------


def test_empty_outbox_says_what_will_be_here(adviser_a: Somebody) -> None:
    answer = adviser_a.client.get(OUTBOX)

    assert answer.status_code == 200
    assert "Nothing has been sent yet" in answer.content.decode()


def test_outbox_tells_the_news_and_the_reasons(adviser_a: Somebody, library_a: Organisation) -> None:
    in_state(State.UNCERTAIN, "a@example.org", owner=library_a, name="Ane")
    refused = in_state(State.REFUSED, "b@example.org", owner=library_a, name="Bo")
    Letter.objects.filter(pk=refused.pk).update(error="550 <b>No such user</b>")
    page = adviser_a.client.get(OUTBOX).content.decode()

    assert "Nobody knows whether one letter arrived" in page
    assert "550 &lt;b&gt;No such user&lt;/b&gt;" in page
    assert 'value="arrived"' in page and 'value="again"' in page


def test_letters_of_a_day_with_the_same_words_are_counted_together(
    adviser_a: Somebody, library_a: Organisation
) -> None:
    for number in range(3):
        in_state(State.SENT, f"p{number}@example.org", owner=library_a)
    in_state(State.STOPPED, "s@example.org", owner=library_a)
    in_state(State.SENT, "other@example.org", owner=library_a, text="Subject: Other\n\nx")
    rows = queries.mailing_rows(visible_to=adviser_a.doer)
    latest, first = queries.mailings(list(rows), visible_to=adviser_a.doer)

    assert (latest.written, latest.sent) == (1, 1)
    assert (first.written, first.sent, first.stopped) == (4, 3, 1)


@pytest.mark.parametrize(
    ("who", "status"),
    [("adviser_a", 200), ("leader_a", 403), ("staff_a", 403), ("adviser_b", 200), ("staff_b", 403), ("guest", 401)],
)
def test_outbox_is_the_advisers(who: str, status: int, request: pytest.FixtureRequest, library_a: Organisation) -> None:
    in_state(State.UNCERTAIN, "canary@example.org", owner=library_a, name="Canary")
    answer = request.getfixturevalue(who).client.get(OUTBOX)

    assert answer.status_code in ({status, 302} if status == 401 else {status})
    assert ("Canary" in answer.content.decode()) == (who == "adviser_a")


@pytest.mark.parametrize("who", ["adviser_b", "leader_a", "staff_a", "guest"])
@pytest.mark.parametrize("page", ["mailing", "decide"])
def test_letters_of_others_stay_theirs(
    who: str, page: str, request: pytest.FixtureRequest, library_a: Organisation
) -> None:
    letter = in_state(State.UNCERTAIN, owner=library_a)
    client = request.getfixturevalue(who).client
    address = reverse(f"mail:{page}", args=[letter.pk])
    answer = client.get(address) if page == "mailing" else client.post(address, {"decision": "again"})

    assert answer.status_code in {302, 401, 403, 404}
    assert Letter.objects.get(pk=letter.pk).state == State.UNCERTAIN


def test_words_of_the_houses_own_letters_are_in_nobodys_outbox(adviser_a: Somebody) -> None:
    letter = in_state(State.UNCERTAIN, "kari@example.org")

    assert letter not in queries.outbox(visible_to=adviser_a.doer)
    assert letter not in queries.uncertain(visible_to=adviser_a.doer)


def test_lost_letter_of_the_house_is_told_to_those_who_run_it_without_its_words(
    adviser_a: Somebody, adviser_b: Somebody, library_a: Organisation
) -> None:
    run_by(library_a)
    letter = in_state(State.UNCERTAIN, "kari@example.org", text="Subject: Your code is AB12CD\n\nAB12CD")
    page = adviser_a.client.get(OUTBOX).content.decode()

    assert "kari@example.org" in page and "AB12CD" not in page
    assert "kari@example.org" not in adviser_b.client.get(OUTBOX).content.decode()
    assert adviser_a.client.get(reverse("mail:mailing", args=[letter.pk])).status_code == 404
    assert adviser_b.client.post(reverse("mail:decide", args=[letter.pk]), {"decision": "arrived"}).status_code == 404
    assert adviser_a.client.post(reverse("mail:decide", args=[letter.pk]), {"decision": "arrived"}).status_code == 302


@pytest.mark.parametrize(
    ("before", "decision", "after", "status"),
    [
        (State.UNCERTAIN, "again", State.WAITING, 302),
        (State.UNCERTAIN, "arrived", State.SENT, 302),
        (State.REFUSED, "again", State.WAITING, 302),
        (State.REFUSED, "arrived", State.REFUSED, 409),
        (State.SENT, "again", State.SENT, 409),
        (State.SENDING, "again", State.SENDING, 409),
        (State.STOPPED, "again", State.STOPPED, 409),
        (State.UNCERTAIN, "nonsense", State.UNCERTAIN, 422),
        (State.UNCERTAIN, "", State.UNCERTAIN, 422),
    ],
)
def test_decision_is_taken_where_it_can_be(
    before: State, decision: str, after: State, status: int, adviser_a: Somebody, library_a: Organisation
) -> None:
    letter = in_state(before, owner=library_a)
    answer = adviser_a.client.post(reverse("mail:decide", args=[letter.pk]), {"decision": decision})

    assert answer.status_code == status
    assert Letter.objects.get(pk=letter.pk).state == after
    assert Fact.objects.filter(key="mail.letter_decided").count() == (status == 302)


def test_decision_sent_twice_counts_once(adviser_a: Somebody, library_a: Organisation) -> None:
    letter = in_state(State.UNCERTAIN, owner=library_a)
    address, key = reverse("mail:decide", args=[letter.pk]), "k" * 24
    for _press in range(2):
        answer = adviser_a.client.post(address, {"decision": "again"}, once=key)
        assert answer.status_code == 302

    assert Fact.objects.filter(key="mail.letter_decided").count() == 1


def test_links_in_a_letter_are_its_receivers(adviser_a: Somebody, library_a: Organisation) -> None:
    letter = in_state(
        State.SENT, owner=library_a, stoppable="x", text="Subject: x\n\nSay yes:\nhttps://x.no/yes/SECRET/"
    )
    page = adviser_a.client.get(reverse("mail:mailing", args=[letter.pk])).content.decode()

    assert "SECRET" not in page and letter.secret not in page


def test_letters_that_need_somebody_come_first(adviser_a: Somebody, library_a: Organisation) -> None:
    for state in (State.SENT, State.WAITING, State.REFUSED, State.UNCERTAIN):
        letter = in_state(state, f"{state}@example.org", owner=library_a)
    found = queries.Receivers(letter, adviser_a.doer)

    assert [one.state for one in found[0:4]] == [State.UNCERTAIN, State.REFUSED, State.WAITING, State.SENT]


def test_mailing_shows_whom_and_what(adviser_a: Somebody, library_a: Organisation) -> None:
    text = "Subject: Welcome\n\nSee the programme:\n{{ site_url }}/nb/programmes/7/"
    in_state(State.SENT, "a@example.org", owner=library_a, name="Ane", text=text)
    letter = in_state(State.REFUSED, "b@example.org", owner=library_a, name="Bo", text=text)
    page = adviser_a.client.get(reverse("mail:mailing", args=[letter.pk])).content.decode()

    assert "Ane" in page and "Bo" in page
    assert "[See the programme]" in page
    assert "/nb/programmes/7/" not in page


@pytest.mark.parametrize("where", ["outbox", "mailing"])
def test_pages_cost_the_same_for_one_and_for_many(where: str, adviser_a: Somebody, library_a: Organisation) -> None:
    def ask() -> None:
        letter = Letter.objects.latest("pk")
        address = OUTBOX if where == "outbox" else reverse("mail:mailing", args=[letter.pk])
        assert adviser_a.client.get(address).status_code == 200

    states = (State.SENT, State.UNCERTAIN, State.REFUSED)
    for number, state in enumerate(states):
        in_state(state, f"first{number}@example.org", owner=library_a)
    ask()
    with _counted() as one:
        ask()
    for number in range(30):
        in_state(
            states[number % 3],
            f"p{number}@example.org",
            owner=library_a,
            about=Ref("programmes.programme", number),
            text=f"Subject: {number}\n\nx",
        )
    with _counted() as many:
        ask()

    assert len(many) == len(one)


def _counted() -> CaptureQueriesContext:
    return CaptureQueriesContext(connection)


# -- unsubscribing ----------------------------------------------------------------------------------------------------


def stop_page(letter: Letter) -> str:
    return reverse("mail:stop", args=[letter.secret])


def test_opening_the_link_decides_nothing(guest: Somebody) -> None:
    letter = write(stoppable="programmes")
    answer = guest.client.get(stop_page(letter))

    assert answer.status_code == 200
    assert not Stop.objects.exists()
    assert letter.email not in answer.content.decode()


def test_press_unsubscribes_and_another_takes_it_back(guest: Somebody) -> None:
    letter = write(stoppable="programmes")
    guest.client.post(stop_page(letter), {"want": "stop"})
    assert queries.is_stopped(letter)

    guest.client.post(stop_page(letter), {"want": "again"})
    assert not queries.is_stopped(letter)
    assert list(Fact.objects.order_by("pk").values_list("key", flat=True)) == [
        "mail.unsubscribed",
        "mail.subscribed_again",
    ]


def test_unsubscribing_twice_is_one_fact(guest: Somebody) -> None:
    letter = write(stoppable="programmes")
    for _press in range(2):
        assert guest.client.post(stop_page(letter), {"want": "stop"}).status_code == 302

    assert Fact.objects.count() == 1


def test_letters_that_somebody_asked_for_have_no_such_page(guest: Somebody) -> None:
    assert guest.client.get(stop_page(write())).status_code == 404


def test_guessing_links_ends_soon(guest: Somebody) -> None:
    answers = {guest.client.get(f"/nb/mail/stop/guess{number}/").status_code for number in range(302)}

    assert answers == {404, 429}


# -- the demonstration's mailbox --------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", ["/nb/demo/mailbox/", "/nb/demo/mailbox/1/", "/nb/demo/mailbox/1/1/"])
def test_mailbox_is_only_in_the_demonstration(page: str, adviser_a: Somebody) -> None:
    write(attachments=[Attachment("a.ics", "text/calendar", b"x")])

    assert adviser_a.client.get(page).status_code == 404


def test_nothing_leaves_the_house_in_the_demonstration(demo: None) -> None:
    letter = write()
    deliver()

    found = Letter.objects.get(pk=letter.pk)
    assert (found.state, found.via) == (State.SENT, "demo")


@pytest.mark.django_db(transaction=True)
def test_demonstration_loaded_while_the_worker_runs_lets_nothing_out(library_a: Organisation) -> None:
    deliver()  # a worker that has seen that there is no demonstration
    Installation.objects.filter(pk=1).update(demo_loaded=clock.now())
    Installation.objects.get_or_create(pk=1, defaults={"demo_loaded": clock.now()})
    letter = write()
    deliver()

    assert Letter.objects.get(pk=letter.pk).via == "demo"


def test_mailbox_lists_every_letter_newest_first(demo: None, guest: Somebody) -> None:
    write("a@example.org", name="Ane")
    write("b@example.org", name="Bo")
    page = guest.client.get("/en/demo/mailbox/").content.decode()

    assert "2 letters have been sent" in page
    assert page.index("to Bo") < page.index("to Ane")


def test_mailbox_of_one_receiver_holds_only_hers(demo: None, guest: Somebody) -> None:
    write("a@example.org", name="Ane")
    write("b@example.org", name="Bo")
    page = guest.client.get("/en/demo/mailbox/", {"receiver": "a@example.org"}).content.decode()

    assert "to Ane" in page and "to Bo" not in page


@pytest.mark.parametrize("secret", ["%00", "x" * 3000, "%F0%9F%98%80", "..%2F..%2F", "'%20OR%201=1"])
def test_nonsense_as_secret_is_no_error(secret: str, guest: Somebody) -> None:
    assert guest.client.get(f"/nb/mail/stop/{secret}/").status_code == 404


@pytest.mark.parametrize("receiver", ["x" * 10_000, "\0", "' OR 1=1 --", "<b>"])
def test_nonsense_as_receiver_is_no_error(demo: None, guest: Somebody, receiver: str) -> None:
    assert guest.client.get("/en/demo/mailbox/", {"receiver": receiver}).status_code == 200


def test_links_in_the_mailbox_lead_to_this_host(demo: None, guest: Somebody) -> None:
    letter = write(stoppable="programmes")
    page = guest.client.get(reverse("mail:mailbox_letter", args=[letter.pk])).content.decode()

    assert 'href="/nb/programmes/7/"' in page
    assert f'href="/nb/mail/stop/{letter.secret}/"' in page


def test_files_in_the_mailbox_can_be_opened(demo: None, guest: Somebody) -> None:
    letter = write(attachments=[Attachment("dates.ics", "text/calendar", b"BEGIN:VCALENDAR")])
    page = guest.client.get(reverse("mail:mailbox_letter", args=[letter.pk])).content.decode()
    file = guest.client.get(reverse("mail:mailbox_file", args=[letter.pk, letter.attachments.get().pk]))

    assert "dates.ics" in page
    assert file.content == b"BEGIN:VCALENDAR"
    assert file["Content-Disposition"].startswith("attachment")
