"""Everybody in the cast can be tried, has something on the desk, and no letter leads nowhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import resolve
from django.utils import translation

from samskaper.areas.programmes.models import Programme
from samskaper.commons.mail.models import Letter
from samskaper.commons.people.middleware import SESSION_KEY, doer_of
from samskaper.commons.people.models import Person
from samskaper.portal.queries import cast as queries
from samskaper.ui.menu import desk as sources
from tests.cast import FormClient

LANGUAGES = [code for code, _name in settings.LANGUAGES]
LINK = re.compile(re.escape(settings.SITE_URL) + r"(/\S*)")
CLOSED = 410  # questions about a gathering that is long over say so
EMPTY_ON_PURPOSE = {"Konsulent, Åbakke"}


def client_of(person: Person) -> Client:
    client = Client()
    assert person.account
    client.force_login(person.account, backend="django.contrib.auth.backends.ModelBackend")
    session = client.session
    session[SESSION_KEY] = person.pk
    session.save()
    return client


def view_of(path: str) -> str:
    """Return the name of the page at an address of ours; raises Resolver404 where there is none."""
    language = path.split("/")[1]
    with translation.override(language if language in LANGUAGES else "nb"):
        return str(resolve(path).view_name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_desk_of_everybody_who_is_shown_first_answers(demo: Path, language: str) -> None:
    for member in queries.cast().first:
        answer = client_of(member.person).get(f"/{language}/desk/")

        assert answer.status_code == 200
        assert f'lang="{language}"' in answer.content.decode()


def test_all_who_are_named_on_the_page_exist(demo: Path) -> None:
    assert [member.person.name for member in queries.cast().first] == [name for name, _sees, _tries in queries.SEEN_AS]


def test_everybodys_desk_has_something_on_it(demo: Path) -> None:
    alone = set(EMPTY_ON_PURPOSE) | {f"Rådgiver, {name}" for name in ("Havnes", "Nordlund", "Vestøy", "Skogheim")}
    for person in queries.players():
        if person.name in alone or person.name.startswith("Leder, "):
            continue
        doer = doer_of(person)
        assert [item for source in sources for item in source(doer)], person.name


def test_one_press_signs_in_as_somebody_of_the_cast(demo: Path) -> None:
    person = Person.objects.get(name="Planrådgiver, Tverrdal")
    client = FormClient()

    answer = client.post(f"/nb/demo/try/{person.pk}/", follow=True)

    assert "Planrådgiver, Tverrdal" in answer.content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_the_cast_says_what_to_try(demo: Path, language: str) -> None:
    answer = Client().get(f"/{language}/demo/")

    assert answer.status_code == 200
    assert answer.content.decode().count("/q/") == 1


def test_the_page_of_the_cast_asks_the_same_however_many_there_are(demo: Path) -> None:
    with CaptureQueriesContext(connection) as asked:
        queries.cast()

    assert len(asked) == 2


def test_the_code_on_the_wall_records_one_and_tells_the_other_why_not(open_day: Programme) -> None:
    address = f"/q/{open_day.gatherings.get().checkin_secret}/"
    signed_up = client_of(Person.objects.get(name="Bibliotekar, Tverrdal"))
    other = client_of(Person.objects.get(name="Biblioteksjef, Tverrdal"))

    assert "Ja, jeg er her" in signed_up.get(address, headers={"accept-language": "nb"}).content.decode()
    assert "Ja, jeg er her" not in other.get(address, headers={"accept-language": "nb"}).content.decode()
    assert Client().get(address).status_code == 302


def test_no_letter_has_a_dead_link(demo: Path) -> None:
    paths: dict[str, tuple[str, Letter]] = {}
    for letter in Letter.objects.exclude(text=""):
        for path in LINK.findall(letter.text):
            paths.setdefault(view_of(path) + letter.template, (path, letter))
    assert len(paths) >= 8

    for path, letter in paths.values():
        receiver = letter.person or Person.objects.filter(email=letter.email).first()
        answer = (client_of(receiver) if receiver and receiver.account else Client()).get(path, follow=True)  # who has a seat is led to it

        assert answer.status_code in {200, CLOSED}, (path, letter)


def test_every_link_of_every_letter_is_an_address_of_ours(demo: Path) -> None:
    for text in Letter.objects.exclude(text="").values_list("text", flat=True):
        for path in LINK.findall(text):
            assert view_of(path)
