"""The pages of editions: what everybody sees, where the codes on sheets lead, and that nobody but editors meets a draft."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samskaper.areas.startkit.commands import editions as commands
from samskaper.areas.startkit.models import Edition
from samskaper.commons.people.models import Organisation, Role
from samskaper.editorial.models import MethodPage
from samskaper.foundation import clock
from tests.cast import FormClient, Somebody, make_person

pytestmark = pytest.mark.django_db
KEY, CANARY = "brainwriting", "Kanarifuglen synger i utkastet."
NEWS = dict.fromkeys(("nb", "nn", "da", "en"), "Noe er nytt.")


@pytest.fixture
def editor(library_a: Organisation) -> Somebody:
    return make_person("Editor A", (library_a, Role.EDITOR))


def read(somebody: Somebody, address: str) -> str:
    answer = somebody.client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return str(answer.content.decode())


def draft(words: str = CANARY, language: str = "nb") -> MethodPage:
    page: MethodPage = MethodPage.objects.get(slug=KEY, locale__language_code=language)
    page.purpose = words
    page.save_revision()
    return page


def coming(**fields: object) -> Edition:
    return Edition.objects.create(number=3, **{"news": NEWS, "drafts": [KEY], **fields})


# -- for everybody -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("address", "words"), [
    ("/nb/kit/2/", "Utgave 2 har 14 metoder"),
    ("/nn/kit/2/", "Gjeld frå 1. oktober 2026"), ("/da/kit/1/", "afløst af udgave 2"), ("/en/kit/1/", "Other editions"),
])
def test_an_edition_says_what_it_has_and_when_it_is_used(guest: Somebody, address: str, words: str) -> None:
    assert words in read(guest, address)


def test_a_code_of_the_edition_of_now_leads_to_the_page(guest: Somebody) -> None:
    answer = guest.client.get(f"/nb/kit/2/{KEY}/")

    assert (answer.status_code, answer["Location"]) == (302, f"/nb/{KEY}/")


def test_an_old_code_says_what_is_new_and_why(guest: Somebody) -> None:
    page = read(guest, f"/nb/kit/1/{KEY}/")

    assert "Du har arket fra utgave 1" in page and "Utgave 2 kom 1. oktober 2026." in page
    assert "<del>Skriv navnet ditt i hjørnet, så vi vet hvem vi kan spørre.</del>" in page and "Med navn i hjørnet skrev folk" in page
    assert "Nå er det en variant på nett, steg for steg." in page


@pytest.mark.parametrize("address", ["/nb/kit/9/", f"/nb/kit/9/{KEY}/", "/nb/kit/1/finnes-ikke/", "/nb/kit/2/finnes-ikke/", "/nb/kit/3/"])
def test_what_is_not_there_is_said_kindly(guest: Somebody, address: str) -> None:
    coming()

    assert guest.client.get(address).status_code == 404


def test_a_method_that_came_later_is_shown_as_it_is_today(guest: Somebody) -> None:
    assert guest.client.get("/nb/kit/1/pitch/")["Location"] == "/nb/pitch/"


def test_a_method_that_has_left_the_kit_is_still_there_for_those_with_its_sheet(guest: Somebody) -> None:
    MethodPage.objects.get(slug=KEY, locale__language_code="nb").unpublish()

    page = read(guest, f"/nb/kit/1/{KEY}/")

    assert "Metoden er ikke med i utgave 2" in page and "Skriv navnet ditt i hjørnet" in page
    assert guest.client.get(f"/nb/kit/2/{KEY}/").status_code == 404


def test_a_method_says_which_edition_it_is_in(guest: Somebody) -> None:
    assert 'href="/nb/kit/2/">utgave 2</a>' in read(guest, f"/nb/{KEY}/")


def test_a_page_of_an_edition_costs_the_same_with_more_methods(guest: Somebody) -> None:
    counts = []
    for address in ("/nb/kit/1/", "/nb/kit/2/"):
        guest.client.get(address)
        with CaptureQueriesContext(connection) as captured:
            guest.client.get(address)
        counts.append(len(captured))

    assert abs(counts[0] - counts[1]) <= 1 and max(counts) <= 12


# -- for editors -------------------------------------------------------------------------------------------------------
def test_an_editor_prepares_rehearses_and_sets_the_minute(editor: Somebody) -> None:
    draft()
    editor.client.post("/nb/kit/coming/")
    edition = Edition.objects.get(number=3)
    editor.client.post("/nb/kit/coming/contents/", {"version": edition.version, "drafts": [KEY], **{f"news_{code}": words for code, words in NEWS.items()}})
    rehearsal = read(editor, f"/nb/kit/coming/{KEY}/")
    editor.client.post(f"/nb/kit/coming/{KEY}/", {"why_purpose": "Den var for lang."})
    day = clock.today() + dt.timedelta(days=7)
    edition.refresh_from_db()
    answer = editor.client.post("/nb/kit/coming/time/", {"version": edition.version, "day": day.isoformat(), "hour": "09:00"}, follow=True)
    edition.refresh_from_db()

    assert CANARY in rehearsal and "Sagt på en annen måte" in rehearsal
    assert edition.launches is not None and edition.texts.get().reasons == {"purpose": "Den var for lang."}
    assert "Utgave 3 kommer" in answer.content.decode()


def test_a_gap_is_said_before_a_time_is_set(editor: Somebody) -> None:
    edition = coming(news={"nb": "Nytt."})
    day = clock.today() + dt.timedelta(days=7)
    answer = editor.client.post("/nb/kit/coming/time/", {"version": edition.version, "day": day.isoformat(), "hour": "09:00"})

    assert answer.status_code == 409 and "mangler før den kan få et tidspunkt" in answer.content.decode()
    assert "Dansk" in read(editor, "/nb/kit/coming/")


def test_a_minute_that_has_passed_keeps_what_was_written(editor: Somebody) -> None:
    edition = coming(drafts=[])
    answer = editor.client.post("/nb/kit/coming/time/", {"version": edition.version, "day": "2020-01-01", "hour": "09:00"})

    assert answer.status_code == 422 and "Det tidspunktet er passert" in answer.content.decode()


def test_the_launch_is_stopped(editor: Somebody) -> None:
    edition = coming(launches=clock.now() + dt.timedelta(hours=1))
    editor.client.post("/nb/kit/coming/stop/", {"version": edition.version})
    edition.refresh_from_db()

    assert edition.launches is None


def test_an_editors_desk_says_what_stands_in_the_way(editor: Somebody) -> None:
    page = draft()
    page.with_5 = ""
    page.save_revision()
    coming(launches=clock.now() + dt.timedelta(days=2))

    assert "én ting mangler: Stille idéskriving (Bokmål)" in read(editor, "/nb/desk/")


# -- and nobody else ---------------------------------------------------------------------------------------------------
ADDRESSES = (
    "/nb/", "/nb/kit/", "/nb/kit/?phase=ideas", f"/nb/{KEY}/", "/nb/kit/1/", "/nb/kit/2/", f"/nb/kit/1/{KEY}/", f"/nb/kit/2/{KEY}/",
    "/nb/kit/3/", f"/nb/kit/3/{KEY}/", "/nb/kit/coming/", "/nb/kit/coming/contents/", f"/nb/kit/coming/{KEY}/", "/nb/kit/status/", "/nb/search/?q=kanarifuglen",
    f"/nb/kit/2/{KEY}/take/", f"/nb/{KEY}/?preview=1", f"/nb/{KEY}/?draft=1", f"/cms/side-by-side/{KEY}/nb/nn/", "/cms/new-method/", "/nb/meeting-plans/",
)


@pytest.mark.parametrize("name", ["guest", "adviser_a", "staff_a"])
def test_nobody_but_editors_meets_a_draft(name: str, request: pytest.FixtureRequest) -> None:
    somebody: Somebody = request.getfixturevalue(name)
    page = draft()
    coming(launches=clock.now() + dt.timedelta(days=1))
    more = (f"/cms/pages/{page.pk}/edit/", f"/cms/pages/{page.pk}/view_draft/", f"/cms/pages/{page.pk}/edit/preview/", f"/cms/pages/{page.pk}/history/")

    for address in (*ADDRESSES, *more):
        answer = somebody.client.get(address, follow=True)
        assert "Kanarifuglen synger" not in answer.content.decode(errors="replace"), address


@pytest.mark.django_db(transaction=True)
def test_a_guests_kept_page_changes_with_the_launch() -> None:
    visitor, moment = FormClient(), clock.now() + dt.timedelta(days=1)
    draft()
    coming(launches=moment)
    seen = []
    for seconds in (-1, -1, 0):
        with clock.at(moment + dt.timedelta(seconds=seconds)):
            commands.launch_due()
            seen.append(visitor.get(f"/nb/{KEY}/").content.decode())

    assert [CANARY in page for page in seen] == [False, False, True]
    assert "utgave 2</a>" in seen[1] and "utgave 3</a>" in seen[2]
