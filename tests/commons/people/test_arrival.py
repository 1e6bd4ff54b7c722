"""After the code: who is here."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samskaper.commons.people import commands
from samskaper.commons.people.doer import GUEST
from samskaper.commons.people.middleware import SESSION_KEY, doer_of
from samskaper.commons.people.models import Account, Membership, Organisation, Person, Role
from samskaper.commons.record.models import Fact
from samskaper.foundation.refusals import Conflict
from tests.cast import FormClient, Somebody

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def account(db: None) -> Account:
    return Account.objects.create_user("delt@example.org")


@pytest.fixture
def browser(account: Account) -> FormClient:
    browser = FormClient()
    browser.force_login(account, backend=BACKEND)
    return browser


def person(account: Account | None, name: str, email: str = "delt@example.org") -> Person:
    return Person.objects.create(account=account, name=name, email=email, language="da")


def test_guest_is_asked_to_sign_in() -> None:
    assert FormClient().get("/en/arrive/")["Location"].startswith("/en/sign-in/")


def test_somebody_new_is_asked_for_a_name(browser: FormClient) -> None:
    answer = browser.get("/en/arrive/", {"next": "/en/me/"})
    assert answer["Location"] == "/en/arrive/new/?next=%2Fen%2Fme%2F"


def test_name_and_language_make_a_person(browser: FormClient, account: Account) -> None:
    answer = browser.post("/en/arrive/new/", {"name": "Kari", "language": "nn", "next": "/en/me/"})
    made = account.persons.get()
    assert (made.name, made.language, made.email) == ("Kari", "nn", "delt@example.org")
    assert answer["Location"] == "/en/me/"
    assert browser.session[SESSION_KEY] == made.pk
    assert Fact.objects.get(key="people.person_added").doer_id == made.pk


@pytest.mark.parametrize("name", ["", "\u200b", "=1+1", "<img src=x onerror=alert(1)>", "x" * 10_000])
def test_name_that_is_none_gets_a_sentence(browser: FormClient, name: str) -> None:
    answer = browser.post("/en/arrive/new/", {"name": name, "language": "nn"})
    assert answer.status_code == 422
    assert not Person.objects.exists()


def test_only_person_goes_straight_on_in_own_language(browser: FormClient, account: Account) -> None:
    only = person(account, "Karen")
    answer = browser.get("/en/arrive/")
    assert answer["Location"].startswith("/da/")
    assert browser.session[SESSION_KEY] == only.pk


def test_colleagues_who_share_an_address_say_who_they_are(browser: FormClient, account: Account) -> None:
    person(account, "Karen")
    second = person(account, "Søren")
    page = browser.get("/en/arrive/").content.decode()
    assert "Karen" in page and "Søren" in page and "Somebody else" in page
    browser.post("/en/arrive/", {"who": second.pk})
    assert browser.session[SESSION_KEY] == second.pk


def test_third_colleague_adds_herself(browser: FormClient, account: Account) -> None:
    person(account, "Karen")
    person(account, "Søren")
    assert browser.post("/en/arrive/", {"who": "new"})["Location"] == "/en/arrive/new/"
    browser.post("/en/arrive/new/", {"name": "Astrid", "language": "da"})
    assert account.persons.count() == 3


def test_nobody_can_be_somebody_of_another_address(browser: FormClient, account: Account, staff_a: Somebody) -> None:
    person(account, "Karen")
    person(account, "Søren")
    answer = browser.post("/en/arrive/", {"who": staff_a.person.pk})  # type: ignore[union-attr]
    assert answer.status_code == 422
    assert SESSION_KEY not in browser.session


def test_session_with_a_person_of_another_account_is_a_guest(browser: FormClient, staff_a: Somebody) -> None:
    session = browser.session
    session[SESSION_KEY] = staff_a.person.pk  # type: ignore[union-attr]
    session.save()
    assert browser.get("/en/me/").status_code == 302


def test_single_person_can_ask_to_choose(browser: FormClient, account: Account) -> None:
    person(account, "Karen")
    assert "Somebody else" in browser.get("/en/arrive/?ask=1").content.decode()


@pytest.mark.parametrize("address", ["post@example.org", "bibliotek@example.org", "postmottak@example.org"])
def test_common_mailbox_is_always_asked(address: str) -> None:
    shared = Account.objects.create_user(address)
    person(shared, "Karen", address)
    browser = FormClient()
    browser.force_login(shared, backend=BACKEND)
    assert browser.get("/en/arrive/").status_code == 200


def test_invited_person_is_asked_whether_it_is_her(browser: FormClient, account: Account, town_a: Organisation) -> None:
    invited = person(None, "Karen")
    Membership.objects.create(person=invited, organisation=town_a, role=Role.STAFF)
    assert "Is this you?" in browser.get("/en/arrive/").content.decode()
    browser.post("/en/arrive/", {"who": invited.pk})
    invited.refresh_from_db()
    assert invited.account == account
    assert doer_of(invited).holds(town_a.pk, Role.STAFF)


def test_invitation_is_taken_up_once(account: Account) -> None:
    invited = person(None, "Karen")
    commands.claim_person(account=account, person=invited, by=GUEST)
    with pytest.raises(Conflict):
        commands.claim_person(account=account, person=invited, by=GUEST)


def test_invitation_to_another_address_cannot_be_taken_up(account: Account) -> None:
    invited = person(None, "Karen", "karen@example.org")
    with pytest.raises(Conflict):
        commands.claim_person(account=account, person=invited, by=GUEST)


def test_forty_people_on_one_address_are_enough(account: Account) -> None:
    Person.objects.bulk_create(Person(account=account, name=f"P{number}") for number in range(40))
    with pytest.raises(Conflict):
        commands.introduce_person(account=account, name="Karen", language="da", by=GUEST)


def test_erased_person_is_not_offered(browser: FormClient, account: Account) -> None:
    gone = person(account, "Karen")
    Person.objects.filter(pk=gone.pk).update(erased=gone.created)
    assert browser.get("/en/arrive/")["Location"] == "/en/arrive/new/"


def test_place_to_go_on_to_survives_the_choice(browser: FormClient, account: Account) -> None:
    first = person(account, "Karen")
    person(account, "Søren")
    assert browser.post("/en/arrive/", {"who": first.pk, "next": "/en/me/data/"})["Location"] == "/en/me/data/"
    assert browser.post("/en/arrive/", {"who": first.pk, "next": "//evil.example/"})["Location"] != "//evil.example/"


def test_one_form_sent_twice_makes_one_person(browser: FormClient, account: Account) -> None:
    for _time in range(2):
        browser.post("/en/arrive/new/", {"name": "Kari", "language": "nn"}, once="a-key-of-twenty-signs")
    assert account.persons.count() == 1


def test_sweep_takes_accounts_that_never_came_in(account: Account, staff_a: Somebody) -> None:
    old = account.created.replace(year=2020)
    Account.objects.update(created=old)
    fresh = Account.objects.create_user("fresh@example.org")
    assert commands.sweep_accounts() == 1
    assert set(Account.objects.all()) == {staff_a.person.account, fresh}  # type: ignore[union-attr]


def test_sweep_leaves_who_came_in_once(account: Account) -> None:
    Account.objects.update(created=account.created.replace(year=2020), last_login=account.created)
    assert commands.sweep_accounts() == 0


def test_choosing_costs_the_same_for_two_and_thirty(
    browser: FormClient, account: Account, django_assert_num_queries: Any
) -> None:
    Person.objects.bulk_create(Person(account=account, name=f"P{number}") for number in range(2))
    with CaptureQueriesContext(connection) as few:
        browser.get("/en/arrive/")
    Person.objects.bulk_create(Person(account=account, name=f"Q{number}") for number in range(28))
    with django_assert_num_queries(len(few)):
        browser.get("/en/arrive/")


@pytest.mark.usefixtures("anybody_asked")
def test_name_that_one_was_written_to_by_stands_there_already(browser: FormClient) -> None:
    assert 'value="Karen Lund"' in browser.get("/en/arrive/new/").content.decode()


@pytest.mark.usefixtures("anybody_asked")
def test_shared_address_is_given_nobodys_name(browser: FormClient, account: Account) -> None:
    Account.objects.filter(pk=account.pk).update(email="post@example.org")

    assert "Karen Lund" not in browser.get("/en/arrive/new/").content.decode()


@pytest.fixture
def anybody_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A higher floor that has written to Karen Lund."""
    monkeypatch.setattr("samskaper.commons.people.views.arrival.name_given_to", lambda email: "Karen Lund")
