"""The editors' tool follows the role of editor: given, ended, claimed, shared and erased."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Page

from samskaper.commons.people import commands as people
from samskaper.commons.people.doer import SYSTEM
from samskaper.commons.people.middleware import SESSION_KEY, doer_of
from samskaper.commons.people.models import Account, Membership, Organisation, Person, Role
from samskaper.commons.record.models import Fact
from samskaper.editorial.commands import settle_editors
from samskaper.editorial.events import EditorLetIn, EditorLetOut
from samskaper.editorial.models import PlainPage
from samskaper.editorial.rules import may_edit
from samskaper.foundation import clock
from tests.cast import FormClient, Somebody, make_person

TOOL = "/cms/"


@pytest.fixture
def editor(library_a: Organisation, adviser_a: Somebody) -> Somebody:
    somebody = make_person("Editor A")
    people.give_role(organisation=library_a, person=somebody.person, role=Role.EDITOR, by=adviser_a.doer)
    return somebody


def inside(account: Account) -> bool:
    return Group.objects.filter(user=account).exists()


def test_an_editor_opens_the_tool_by_her_role_alone(editor: Somebody) -> None:
    assert editor.client.get(TOOL).status_code == 200


def test_a_role_that_began_since_the_worker_came_round_opens_the_tool(library_a: Organisation) -> None:
    somebody = make_person("Editor of today", (library_a, Role.EDITOR))

    answer = somebody.client.get(f"{TOOL}pages/", follow=True)

    assert answer.status_code == 200 and answer.redirect_chain[0] == (f"{TOOL}pages/", 302)
    assert inside(somebody.person.account)


def test_an_editor_whom_the_tool_does_not_know_is_told_so(library_a: Organisation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("samskaper.editorial.views.entrance.settle_editors", lambda: 0)
    somebody = make_person("Editor", (library_a, Role.EDITOR))

    answer = somebody.client.get(TOOL)

    assert answer.status_code == 403 and "redaktør" in answer.content.decode()


@pytest.mark.parametrize("name", ["adviser_a", "leader_a", "staff_a"])
def test_others_are_told_who_gives_the_role(name: str, request: pytest.FixtureRequest) -> None:
    answer = request.getfixturevalue(name).client.get(TOOL)

    assert answer.status_code == 403
    assert "redaktør" in answer.content.decode()


def test_a_guest_is_led_to_our_sign_in_and_back(db: None) -> None:
    answer = FormClient().get(TOOL)

    assert answer.status_code == 302
    assert "/sign-in/" in answer["Location"] and "next=/cms/" in answer["Location"].replace("%2F", "/")


def test_the_tool_closes_when_the_role_ends(editor: Somebody, adviser_a: Somebody) -> None:
    held = Membership.objects.get(person=editor.person, role=Role.EDITOR)

    people.end_role(membership=held, by=adviser_a.doer)

    assert editor.client.get(TOOL).status_code == 403
    assert not inside(editor.person.account)


def test_an_editor_in_two_libraries_stays_when_one_role_ends(editor: Somebody, town_a: Organisation, adviser_a: Somebody) -> None:
    people.give_role(organisation=town_a, person=editor.person, role=Role.EDITOR, by=adviser_a.doer)

    people.end_role(membership=Membership.objects.get(person=editor.person, organisation=town_a), by=adviser_a.doer)

    assert editor.client.get(TOOL).status_code == 200


def test_opening_and_closing_stand_in_the_record(editor: Somebody, adviser_a: Somebody) -> None:
    people.end_role(membership=Membership.objects.get(person=editor.person), by=adviser_a.doer)

    facts = Fact.objects.filter(key__in=[EditorLetIn.key, EditorLetOut.key], subject_id=editor.person.account.pk)
    assert [(fact.key, fact.doer_id) for fact in facts.order_by("pk")] == [
        (EditorLetIn.key, adviser_a.person.pk), (EditorLetOut.key, adviser_a.person.pk),
    ]


def test_a_colleague_who_shares_the_address_does_not_get_in(editor: Somebody) -> None:
    colleague = Person.objects.create(account=editor.person.account, name="Colleague", email=editor.person.email)
    client = editor.client
    session = client.session
    session[SESSION_KEY] = colleague.pk
    session.save()

    assert client.get(TOOL).status_code == 403


def test_somebody_asked_to_be_an_editor_gets_in_when_she_says_yes(library_a: Organisation, adviser_a: Somebody) -> None:
    offer = people.invite(
        organisation=library_a, email="new@example.org", name="New", role=Role.EDITOR, language="nb", by=adviser_a.doer
    )
    account = people.open_account(email="new@example.org", by=SYSTEM)
    assert account is not None and not inside(account)

    newcomer = people.introduce_person(account=account, name="New", language="nb", by=SYSTEM)
    assert not inside(account)
    people.accept_offer(offer=offer.pk, by=doer_of(newcomer))

    assert inside(account)


def test_a_role_that_begins_tomorrow_opens_nothing_today(library_a: Organisation, adviser_a: Somebody) -> None:
    somebody, tomorrow = make_person("Soon"), clock.today() + dt.timedelta(days=1)
    people.give_role(organisation=library_a, person=somebody.person, role=Role.EDITOR, by=adviser_a.doer, since=tomorrow)

    assert not inside(somebody.person.account)
    with clock.at(clock.now() + dt.timedelta(days=1)):
        assert settle_editors() == 1
    assert inside(somebody.person.account)


def test_settling_twice_changes_nothing(editor: Somebody) -> None:
    assert settle_editors() == 0


def test_whoever_is_erased_is_out(editor: Somebody) -> None:
    account = editor.person.account
    Person.objects.create(account=account, name="Colleague", email=account.email)

    people.erase_person(person=editor.person, by=editor.doer)

    assert not inside(account)


def test_an_editor_writes_and_publishes_but_sees_no_people(editor: Somebody) -> None:
    page = PlainPage.objects.filter(locale__language_code="nb").first()
    assert page is not None

    assert editor.client.get(f"/cms/pages/{page.pk}/edit/").status_code == 200
    assert page.permissions_for_user(editor.person.account).can_publish()
    assert Page.objects.get(depth=1).permissions_for_user(editor.person.account).can_add_subpage()
    assert editor.client.get("/cms/users/").status_code == 302
    assert editor.client.get("/cms/groups/").status_code == 302
    assert editor.client.get("/cms/sites/").status_code == 302


def test_the_address_of_an_account_cannot_be_changed_in_the_tool(editor: Somebody) -> None:
    page = editor.client.get("/cms/account/")

    editor.client.post("/cms/account/", {"name_email-email": "leader.a@example.org"})

    assert page.status_code == 200
    assert "name_email-email" not in page.content.decode()
    assert Account.objects.get(pk=editor.person.account.pk).email == "editor.a@example.org"


@pytest.mark.parametrize(("name", "may"), [("adviser_a", False), ("leader_a", False), ("staff_a", False), ("guest", False)])
def test_only_editors_may_edit(name: str, may: bool, request: pytest.FixtureRequest) -> None:
    assert may_edit(request.getfixturevalue(name).doer) is may


def test_the_menu_offers_the_tool_to_editors_only(editor: Somebody, adviser_a: Somebody) -> None:
    assert 'href="/cms/"' in editor.client.get("/nb/desk/").content.decode()
    assert 'href="/cms/"' not in adviser_a.client.get("/nb/desk/").content.decode()
