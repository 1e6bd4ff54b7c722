"""Roles as tables: which there are, when they are held, who gives and ends them, and what is written down of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.utils import translation

from samskaper.commons.people import commands, rules
from samskaper.commons.people.doer import GUEST, SYSTEM, Doer, DoerKind, Held
from samskaper.commons.people.middleware import doer_of
from samskaper.commons.people.models import (
    Account,
    Installation,
    Membership,
    Organisation,
    OrganisationKind,
    Person,
    Role,
    RoleOffer,
)
from samskaper.commons.people.queries import members, people_of
from samskaper.commons.record.models import Fact
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Invalid, Refusal
from tests.cast import Somebody, make_person

HAS: dict[str, str] = {
    "regional_library": "adviser leader staff editor planner",
    "public_library": "leader staff editor",
    "school_library": "leader staff",
    "municipality": "leader planner staff",
    "association": "representative",
    "informal_group": "representative",
    "company": "representative",
    "funder": "reader",
}
DAY = dt.timedelta(days=1)


# -- which roles there are ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("kind", OrganisationKind.values)
@pytest.mark.parametrize("role", Role.values)
def test_every_kind_has_its_roles_and_no_other(kind: str, role: str) -> None:
    has = role in HAS[kind].split()

    assert rules.may_have_role(kind, role) is has
    if has:
        rules.must_have_role(kind, role)
    else:
        with pytest.raises(Invalid):
            rules.must_have_role(kind, role)


@pytest.mark.parametrize("role", Role.values)
@pytest.mark.parametrize("language", ["nb", "nn", "da", "en"])
def test_every_role_is_described_in_every_language(role: str, language: str) -> None:
    with translation.override("en"):
        english = str(rules.ROLE_WORDS[role])
    with translation.override(language):
        words = str(rules.ROLE_WORDS[role])

    assert len(words) > 30
    assert (words == english) is (language == "en")


def test_a_role_of_another_kind_is_given_to_nobody(town_a: Organisation, staff_a: Somebody) -> None:
    with pytest.raises(Invalid):
        commands.give_role(organisation=town_a, person=staff_a.person, role=Role.ADVISER, by=SYSTEM)

    assert not staff_a.doer.holds(town_a.pk, Role.ADVISER)


# -- when they are held -------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("since", "until", "held"),
    [
        (-1, None, True),
        (0, None, True),
        (1, None, False),
        (-9, 1, True),
        (-9, 0, False),
        (-9, -1, False),
    ],
)
def test_a_role_is_held_from_its_first_day_to_the_day_before_its_end(
    since: int, until: int | None, held: bool, town_a: Organisation
) -> None:
    somebody, today = make_person("Somebody"), clock.today()
    Membership.objects.create(
        person=somebody.person, organisation=town_a, role=Role.LEADER, since=today + since * DAY,
        until=None if until is None else today + until * DAY,
    )

    assert somebody.doer.holds(town_a.pk, Role.LEADER) is held
    assert people_of(town_a.pk, Role.LEADER).exists() is held


def test_a_role_begins_by_itself_on_its_day(town_a: Organisation, adviser_a: Somebody) -> None:
    somebody = make_person("Somebody")
    commands.give_role(
        organisation=town_a, person=somebody.person, role=Role.STAFF, by=adviser_a.doer, since=clock.today() + DAY
    )

    before = somebody.doer.holds(town_a.pk)
    with clock.at(clock.now() + DAY):
        after = somebody.doer.holds(town_a.pk)

    assert (before, after) == (False, True)


def test_nobody_holds_anything_in_no_organisation() -> None:
    doer = Doer(DoerKind.PERSON, person=1, roles=frozenset({Held(1, Role.ADVISER)}))

    assert not doer.holds(None, Role.ADVISER)
    assert not doer.holds(2, Role.ADVISER)
    assert doer.holds(1) and doer.holds(1, Role.STAFF, Role.ADVISER) and not doer.holds(1, Role.STAFF)


def test_the_bearer_of_a_link_opens_one_thing_only() -> None:
    link = Doer(DoerKind.BEARER, link=("consent", Ref("programmes.enrolment", 7)))

    assert link.bears("consent", Ref("programmes.enrolment", 7))
    assert not link.bears("consent", Ref("programmes.enrolment", 8))
    assert not link.bears("other", Ref("programmes.enrolment", 7))
    assert not GUEST.bears("consent", Ref("programmes.enrolment", 7))
    with pytest.raises(Refusal):
        rules.must_be_somebody(link)


# -- who gives and ends them --------------------------------------------------------------------------------------------
WHO = [
    ("adviser_a", True),  # keeps the town's entry
    ("leader_a", True),
    ("staff_a", False),
    ("colleague_a", False),
    ("adviser_b", False),
    ("staff_b", False),
    ("guest", False),
]


@pytest.mark.parametrize(("name", "may"), WHO)
def test_who_gives_a_role_in_the_town(name: str, may: bool, town_a: Organisation, request: pytest.FixtureRequest) -> None:
    doer, newcomer = request.getfixturevalue(name).doer, make_person("Newcomer")
    outcome = refused(lambda: commands.give_role(organisation=town_a, person=newcomer.person, role=Role.STAFF, by=doer))

    assert outcome is not may
    assert newcomer.doer.holds(town_a.pk) is may


@pytest.mark.parametrize(("name", "may"), WHO)
def test_who_ends_a_role_in_the_town(
    name: str, may: bool, town_a: Organisation, request: pytest.FixtureRequest
) -> None:
    doer, someone = request.getfixturevalue(name).doer, make_person("Someone", (town_a, Role.STAFF))
    held = Membership.objects.get(person=someone.person)

    assert refused(lambda: commands.end_role(membership=held, by=doer)) is not may
    assert someone.doer.holds(town_a.pk) is not may


@pytest.mark.parametrize(("name", "may"), WHO)
def test_who_invites_to_the_town(name: str, may: bool, town_a: Organisation, request: pytest.FixtureRequest) -> None:
    doer = request.getfixturevalue(name).doer
    given = {"organisation": town_a, "email": "new@example.org", "name": "New", "role": Role.STAFF, "language": "nb"}

    assert refused(lambda: commands.invite(**given, by=doer)) is not may
    assert RoleOffer.objects.filter(email="new@example.org").exists() is may


@pytest.mark.parametrize(("house", "may"), [("library_a", True), ("library_b", False), (None, True)])
def test_those_who_run_the_site_name_its_editors(
    library_a: Organisation, adviser_a: Somebody, house: str | None, may: bool, request: pytest.FixtureRequest
) -> None:
    Installation.objects.create(pk=1, library=request.getfixturevalue(house) if house else None)
    given = {"organisation": library_a, "email": "new@example.org", "name": "New", "language": "nb"}

    page = adviser_a.client.get(f"/en/organisations/{library_a.pk}/invite/").content.decode()

    assert ('value="editor"' in page) is may
    assert refused(lambda: commands.invite(**given, role=Role.EDITOR, by=adviser_a.doer)) is not may
    assert refused(lambda: commands.give_role(organisation=library_a, person=make_person("N").person, role=Role.EDITOR, by=adviser_a.doer)) is not may
    assert not refused(lambda: commands.invite(**given, role=Role.STAFF, by=adviser_a.doer))


@pytest.mark.parametrize(("name", "may"), [("adviser_a", True), ("leader_a", False), ("staff_a", False), ("adviser_b", False)])
def test_who_gives_a_role_at_the_regional_library(
    name: str, may: bool, library_a: Organisation, request: pytest.FixtureRequest
) -> None:
    doer, newcomer = request.getfixturevalue(name).doer, make_person("Newcomer")

    assert refused(lambda: commands.give_role(organisation=library_a, person=newcomer.person, role=Role.EDITOR, by=doer)) is not may


def test_staff_cannot_make_themselves_leader(staff_a: Somebody, town_a: Organisation) -> None:
    answer = staff_a.client.post(
        f"/nb/organisations/{town_a.pk}/invite/", {"name": "Staff A", "email": "staff.a@example.org", "role": "leader", "language": "nb"}
    )

    assert answer.status_code == 403
    assert not staff_a.doer.holds(town_a.pk, Role.LEADER)


def refused(act: Callable[[], object]) -> bool:
    try:
        act()
    except Refusal:
        return True
    return False


# -- what is written down -----------------------------------------------------------------------------------------------
def test_every_write_leaves_a_fact_with_its_doer(adviser_a: Somebody, library_a: Organisation, town_a: Organisation) -> None:
    by, newcomer = adviser_a.doer, make_person("Newcomer")
    made = commands.add_organisation(by=by, kind="association", name="Sanglaget", country="NO")
    commands.change_organisation(organisation=made, version=made.version, by=by, name="Storåsen sanglag")
    held = commands.give_role(organisation=town_a, person=newcomer.person, role=Role.STAFF, by=by)
    commands.end_role(membership=held, by=by)
    commands.invite(organisation=town_a, email="x@example.org", name="X", role=Role.STAFF, language="nb", by=by)

    facts = list(Fact.objects.order_by("pk").values_list("key", "doer_id", "owner_id"))
    us = adviser_a.person.pk
    assert facts == [
        ("people.organisation_saved", us, library_a.pk),
        ("people.organisation_saved", us, made.pk),
        ("people.role_given", us, town_a.pk),
        ("people.role_ended", us, town_a.pk),
        ("people.role_offered", us, town_a.pk),
    ]


def test_the_record_holds_no_name_and_no_address(adviser_a: Somebody, town_a: Organisation) -> None:
    commands.invite(
        organisation=town_a, email="secret@example.org", name="Secret Name", role=Role.STAFF, language="nb", by=adviser_a.doer
    )

    said = str(list(Fact.objects.values_list("data", flat=True)))
    assert "secret" not in said.lower()


def test_an_invited_colleague_is_marked_until_she_comes(town_a: Organisation, leader_a: Somebody) -> None:
    newcomer = commands.known_or_new(email="new@example.org", name="New", language="nb")
    commands.give_role(organisation=town_a, person=newcomer, role=Role.STAFF, by=leader_a.doer)
    account = commands.open_account(email="new@example.org", by=SYSTEM)
    assert account is not None

    def has_come() -> bool:
        return next(row.has_come for row in members(town_a.pk, visible_to=leader_a.doer) if row.name == "New")

    before = has_come()
    commands.claim_person(account=account, person=newcomer, by=SYSTEM)
    assert (before, has_come()) == (False, True)


# -- whom we know by an address ---------------------------------------------------------------------------------------
KNOWN: list[tuple[str, str, str, str, bool]] = [
    # the address that we know, her name, the address that is written, the name that is written, whether it is her
    ("kari@example.org", "Kari", "kari@example.org", "Kari", True),
    ("kari@example.org", "Kari", "kari@example.org", "Kari Nordmann", True),  # an address of her own is enough
    ("kari@example.org", "Kari", "KARI@example.org", "Kari", True),
    ("kari@example.org", "Kari", "ola@example.org", "Kari", False),  # a name is not
    ("post@example.org", "Kari", "post@example.org", "Kari", True),
    ("post@example.org", "Kari", "post@example.org", "kari ", True),
    ("post@example.org", "Kari", "post@example.org", "Ola", False),  # a mailbox that all read
]


@pytest.mark.parametrize(("address", "name", "written", "called", "same"), KNOWN)
def test_whom_we_know_by_an_address(db: None, address: str, name: str, written: str, called: str, same: bool) -> None:
    known = Person.objects.create(name=name, email=address)

    found = commands.known_or_new(email=written, name=called, language="nb")

    assert (found == known) is same


def test_several_on_one_address_are_told_apart_by_name(db: None) -> None:
    account = Account.objects.create_user("two@example.org")
    kari = Person.objects.create(name="Kari", email="two@example.org", account=account)
    Person.objects.create(name="Ola", email="two@example.org", account=account)

    assert commands.known_or_new(email="two@example.org", name="KARI", language="nb") == kari
    assert commands.known_or_new(email="two@example.org", name="Per", language="nb").account is None


def test_whoever_was_erased_is_not_known_again(staff_a: Somebody) -> None:
    commands.erase_person(person=staff_a.person, by=staff_a.doer)

    found = commands.known_or_new(email="staff.a@example.org", name="Staff A", language="da")

    assert found != staff_a.person
    assert (found.account, found.language) == (None, "da")


def test_she_is_known_by_the_address_that_she_signs_in_with(db: None) -> None:
    account = Account.objects.create_user("in@example.org")
    kari = Person.objects.create(name="Kari", email="letters@example.org", account=account)

    assert commands.known_or_new(email="in@example.org", name="Somebody", language="nb") == kari


def test_a_new_person_has_no_way_in_until_she_says_that_it_is_her(db: None) -> None:
    found = commands.known_or_new(email="new@example.org", name="New", language="nn")

    assert found.account is None
    assert doer_of(found).roles == frozenset()
    assert not Account.objects.filter(email="new@example.org").exists()


# -- erasing ------------------------------------------------------------------------------------------------------------
def test_erasing_one_leaves_everybody_else_as_they_were(staff_a: Somebody, colleague_a: Somebody, leader_a: Somebody) -> None:
    def picture() -> list[tuple[Any, ...]]:
        others = Person.objects.exclude(pk=staff_a.person.pk).order_by("pk")
        return [*others.values_list("name", "email", "account", "memberships__role", "erased")]

    before = picture()
    commands.erase_person(person=staff_a.person, by=staff_a.doer)

    assert picture() == before
