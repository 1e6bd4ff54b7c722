"""The first page for somebody signed in: what everybody sees is found out once, and anew when anything was written."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale, PageViewRestriction

from samskaper.areas.programmes.models import Gathering, Programme
from samskaper.commons.people.models import Organisation
from samskaper.editorial.models import HomePage, MethodPage
from samskaper.editorial.views import fronts
from samskaper.foundation import clock
from tests.cast import Somebody

pytestmark = pytest.mark.django_db(transaction=True)
HOME = "/nb/"


def home(language: str = "nb") -> HomePage:
    return HomePage.objects.get(locale=Locale.objects.get(language_code=language))


def read(somebody: Somebody, address: str = HOME) -> str:
    answer = somebody.client.get(address)
    assert answer.status_code == 200
    return str(answer.content.decode())


def an_open_programme(owner: Organisation, title: str) -> Programme:
    programme = Programme.objects.create(owner=owner, title=title, state="open")
    starts = clock.now() + dt.timedelta(days=9)
    Gathering.objects.create(programme=programme, number=1, title="Første", starts=starts, ends=starts + dt.timedelta(hours=2))
    return programme


def test_the_tree_is_not_asked_again_while_nothing_is_written(staff_a: Somebody) -> None:
    read(staff_a)
    with CaptureQueriesContext(connection) as captured:
        read(staff_a)

    assert not [one["sql"] for one in captured.captured_queries if "wagtail" in one["sql"] or "programmes" in one["sql"]]


def test_what_an_editor_publishes_is_read_at_once(staff_a: Somebody) -> None:
    read(staff_a)
    page = home()
    page.heading = "Et nytt ord på døra"
    page.save_revision().publish()

    assert "Et nytt ord på døra" in read(staff_a)


def test_a_draft_is_not_shown(staff_a: Somebody) -> None:
    page = home()
    page.heading = "Bare et utkast"
    page.save_revision()

    assert "Bare et utkast" not in read(staff_a)


def test_a_method_that_is_withdrawn_is_gone(staff_a: Somebody) -> None:
    method = MethodPage.objects.live().filter(locale=home().locale, phase="understand").order_by("minutes", "title")[0]
    before = read(staff_a)
    method.unpublish()

    assert method.purpose in before and method.purpose not in read(staff_a)


def test_a_course_series_that_opens_is_there_and_gone_when_it_closes(staff_a: Somebody, adviser_a: Somebody) -> None:
    (owner,) = adviser_a.doer.organisations("adviser")
    before = read(staff_a)
    programme = an_open_programme(Organisation.objects.get(pk=owner), "Rekken som åpner")
    between = read(staff_a)
    Programme.objects.filter(pk=programme.pk).update(state="closed")

    assert ["Rekken som åpner" in one for one in (before, between, read(staff_a))] == [False, True, False]


def test_each_language_has_its_own(staff_a: Somebody) -> None:
    pages = {code: read(staff_a, f"/{code}/") for code in ("nb", "nn", "da", "en")}

    for code, page in pages.items():
        assert f'lang="{code}"' in page and home(code).heading in page.replace("&#x27;", "'")


def test_a_guest_is_shown_the_way_in_and_the_others_their_desk(staff_a: Somebody, guest: Somebody) -> None:
    theirs, signed_in = (read(one).split("<main")[1].split("</main")[0] for one in (guest, staff_a))

    assert reverse("account_login") in theirs and reverse("people:arrive") not in theirs
    assert reverse("people:arrive") in signed_in and reverse("account_login") not in signed_in


def test_a_first_page_that_is_closed_to_some_is_left_to_the_tool(staff_a: Somebody) -> None:
    read(staff_a)
    PageViewRestriction.objects.create(page=home(), restriction_type=PageViewRestriction.GROUPS)

    assert staff_a.client.get(HOME).status_code == 302


def test_the_tool_shows_what_is_not_saved_yet(staff_a: Somebody) -> None:
    page = home()
    page.heading = "Slik kan det bli"
    shown = page.make_preview_request()
    shown.render()

    assert "Slik kan det bli" in shown.content.decode()
    assert "Slik kan det bli" not in read(staff_a)


def test_what_is_kept_is_the_words_and_not_the_page(staff_a: Somebody) -> None:
    fronts.clear()
    read(staff_a)

    assert {type(one).__name__ for one in fronts._kept.values()} == {"Front"}
