"""The same few people in every test: A's adviser, leader and two employees; B's adviser and employee; a guest.

Ask for one by name as a fixture. Each is a `Somebody`: `.doer` for commands and queries, `.client` for pages.
"""

from __future__ import annotations

import datetime as dt
import secrets
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pytest
from django.test import Client

from samskaper.commons.people.doer import GUEST, Doer
from samskaper.commons.people.middleware import SESSION_KEY, doer_of
from samskaper.commons.people.models import Account, Membership, Organisation, OrganisationKind, Person, Role

SINCE = dt.date(2020, 1, 1)  # roles are older than any moment that a test goes back to, also just after midnight


class FormClient(Client):
    """A browser that has opened the form before it sends it: every post carries a key of its own."""

    def post(self, path: str, data: Any = None, *args: Any, once: str | None = None, **kwargs: Any) -> Any:
        if data is None or isinstance(data, dict):
            data = {"once": once or secrets.token_urlsafe(18), **(data or {})}
        return super().post(path, data, *args, **kwargs)


@dataclass
class Somebody:
    """A person of the cast."""

    person: Person | None
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def doer(self) -> Doer:
        return doer_of(self.person) if self.person else GUEST

    @cached_property
    def client(self) -> FormClient:
        client = FormClient()
        if self.person and self.person.account:
            client.force_login(self.person.account, backend="django.contrib.auth.backends.ModelBackend")
            session = client.session
            session[SESSION_KEY] = self.person.pk
            session.save()
        return client


def make_person(name: str, *roles: tuple[Organisation, str], language: str = "nb") -> Somebody:
    """Make a person with an account and these roles."""
    address = f"{name.lower().replace(' ', '.')}@example.org"
    account = Account.objects.create_user(address)
    person = Person.objects.create(account=account, name=name, email=address, language=language)
    for organisation, role in roles:
        Membership.objects.create(person=person, organisation=organisation, role=role, since=SINCE)
    return Somebody(person)


@pytest.fixture
def library_a(db: None) -> Organisation:
    return Organisation.objects.create(kind=OrganisationKind.REGIONAL_LIBRARY, name="Strandfjell fylkesbibliotek")


@pytest.fixture
def town_a(library_a: Organisation) -> Organisation:
    return Organisation.objects.create(kind=OrganisationKind.PUBLIC_LIBRARY, name="Tverrdal bibliotek", parent=library_a)


@pytest.fixture
def library_b(db: None) -> Organisation:
    return Organisation.objects.create(kind=OrganisationKind.REGIONAL_LIBRARY, name="Åbakke centralbibliotek", country="DK", language="da")


@pytest.fixture
def adviser_a(library_a: Organisation) -> Somebody:
    return make_person("Adviser A", (library_a, Role.ADVISER))


@pytest.fixture
def leader_a(town_a: Organisation) -> Somebody:
    return make_person("Leader A", (town_a, Role.LEADER))


@pytest.fixture
def staff_a(town_a: Organisation) -> Somebody:
    return make_person("Staff A", (town_a, Role.STAFF))


@pytest.fixture
def colleague_a(town_a: Organisation) -> Somebody:
    return make_person("Colleague A", (town_a, Role.STAFF))


@pytest.fixture
def adviser_b(library_b: Organisation) -> Somebody:
    return make_person("Adviser B", (library_b, Role.ADVISER), language="da")


@pytest.fixture
def staff_b(library_b: Organisation) -> Somebody:
    return make_person("Staff B", (library_b, Role.STAFF), language="da")


@pytest.fixture
def guest(db: None) -> Somebody:
    return Somebody(None)
