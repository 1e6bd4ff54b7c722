"""Setting a course series up in the browser: forms, sentences, files, and what calendars see."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from samskaper.areas.programmes.commands.enrolment import sign_up
from samskaper.areas.programmes.commands.material import add_material
from samskaper.areas.programmes.models import Material, Programme
from samskaper.commons.people.models import Organisation
from samskaper.commons.record.queries import sources
from samskaper.foundation.refs import Ref
from tests.areas.programmes.arranging import tuesday
from tests.cast import Somebody


def new(library: Organisation, **changes: str) -> dict[str, str]:
    return {
        "pattern": "course", "title": "Samskaping i praksis", "owner": str(library.pk), "first": tuesday().isoformat(), "hour": "09:00",
        "language": "nb",
    } | changes


def url(name: str, *args: object) -> str:
    return reverse(f"programmes:{name}", args=args)


def test_an_adviser_makes_a_course_series(adviser_a: Somebody, library_a: Organisation) -> None:
    answer = adviser_a.client.post(url("new"), new(library_a))
    programme = Programme.objects.get()
    assert (answer.status_code, answer.url) == (302, url("setup", programme.pk))


def test_the_same_form_sent_twice_makes_one(adviser_a: Somebody, library_a: Organisation) -> None:
    for _ in range(3):
        assert adviser_a.client.post(url("new"), new(library_a), once="k" * 24).status_code == 302
    assert Programme.objects.count() == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"first": "30.02.2027"}, {"first": ""}, {"hour": "25:00"}, {"title": "\u200b"}, {"title": "x" * 10_000}, {"pattern": "party"},
        {"language": "xx"}, {"owner": "999999"}, {"first": "2027-03-28", "hour": "02:30"},
    ],
)
def test_what_cannot_be_gets_a_sentence_and_makes_nothing(changes: dict[str, str], adviser_a: Somebody, library_a: Organisation) -> None:
    answer = adviser_a.client.post(url("new"), new(library_a, **changes))
    assert answer.status_code == 422
    assert not Programme.objects.exists()


def test_the_library_of_others_cannot_be_chosen(adviser_a: Somebody, library_a: Organisation, library_b: Organisation) -> None:
    assert adviser_a.client.post(url("new"), new(library_b)).status_code == 422


@pytest.mark.parametrize("who", ["staff_a", "leader_a"])
def test_others_are_told_who_can(who: str, library_a: Organisation, request: pytest.FixtureRequest) -> None:
    assert request.getfixturevalue(who).client.post(url("new"), new(library_a)).status_code == 403


def test_a_plan_that_one_cannot_see_is_not_tied(adviser_a: Somebody, library_a: Organisation) -> None:
    adviser_a.client.post(url("new") + "?from=projects.project:999999", new(library_a))
    ref = Ref.to(Programme.objects.get())
    assert sources([ref]) == {}


@pytest.mark.parametrize("source", ["nonsense", "projects.project:", "x:1", "programmes.programme:1;drop"])
def test_nonsense_in_the_address_is_passed_over(source: str, adviser_a: Somebody, library_a: Organisation) -> None:
    assert adviser_a.client.get(url("new"), {"from": source, "starts": "never"}).status_code == 200


def test_names_with_marks_are_shown_as_text(adviser_a: Somebody, guest: Somebody, library_a: Organisation) -> None:
    adviser_a.client.post(url("new"), new(library_a, title="<img src=x onerror=alert(1)>"))
    programme = Programme.objects.get()
    for name in ("programme", "setup", "publish", "edit", "people"):
        page = adviser_a.client.get(url(name, programme.pk)).content.decode()
        assert "<img src=x" not in page, name


def test_moving_in_the_browser(course: Programme, adviser_a: Somebody) -> None:
    answer = adviser_a.client.post(url("move_dates", course.pk), {"first": tuesday(12).isoformat(), "hour": "10:00"}, follow=True)
    assert "6 datoer er flyttet" in answer.content.decode()


def test_moving_onto_a_day_off_is_told(course: Programme, adviser_a: Somebody) -> None:
    answer = adviser_a.client.post(url("move_dates", course.pk), {"first": "2029-05-17", "hour": "10:00"}, follow=True)
    assert "17. mai er en fridag (grunnlovsdagen). Flytt til 18. mai?" in answer.content.decode()


def test_two_editors_get_both_texts(course: Programme, adviser_a: Somebody) -> None:
    fields = {"title": "Den enes", "capacity": "60", "consent_days": "7", "own_hours": "18", "language": "nb", "version": str(course.version)}
    assert adviser_a.client.post(url("edit", course.pk), fields).status_code == 302
    answer = adviser_a.client.post(url("edit", course.pk), fields | {"title": "Den andres"})
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Den enes" in page and "Den andres" in page
    assert "Hva heter det?" in page and "capacity" not in page, "under the labels of the form, and only what differs"


def test_an_agenda_is_saved_line_by_line(course: Programme, adviser_a: Somebody) -> None:
    gathering = course.gatherings.all()[0]
    lines = {
        "line-TOTAL_FORMS": "3", "line-INITIAL_FORMS": "0", "version": "1",
        "line-0-title": "Velkommen", "line-0-minutes": "10", "line-0-kind": "other",
        "line-1-title": "Om samskaping", "line-1-minutes": "40", "line-1-kind": "lecture", "line-1-contributor": "Fagpersonen",
    }
    assert adviser_a.client.post(url("agenda", gathering.pk), lines).status_code == 302
    assert list(gathering.agenda.values_list("title", "minutes")) == [("Velkommen", 10), ("Om samskaping", 40)]


def test_a_half_written_line_of_an_agenda_is_asked_about(course: Programme, adviser_a: Somebody) -> None:
    lines = {"line-TOTAL_FORMS": "1", "line-INITIAL_FORMS": "0", "version": "1", "line-0-title": "Prat"}
    assert adviser_a.client.post(url("agenda", course.gatherings.all()[0].pk), lines).status_code == 422


@pytest.fixture
def material(course: Programme, adviser_a: Somebody, settings: object, tmp_path: object) -> Material:
    settings.MEDIA_ROOT = str(tmp_path)  # type: ignore[attr-defined]
    path = url("add_material", course.gatherings.all()[0].pk)
    file = SimpleUploadedFile("Plan for dagen.pdf", b"%PDF-1.7 hei", content_type="text/html")
    assert adviser_a.client.post(path, {"title": "Planen", "file": file}).status_code == 302
    return Material.objects.get()


def test_material_is_a_download_of_our_own_kind(material: Material, adviser_a: Somebody) -> None:
    answer = adviser_a.client.get(url("material", material.pk))
    assert answer["Content-Type"] == "application/pdf"
    assert "attachment" in answer["Content-Disposition"]
    assert b"".join(answer.streaming_content) == b"%PDF-1.7 hei"


@pytest.mark.parametrize(("who", "status"), [("staff_a", 403), ("adviser_b", 403), ("guest", 302)])
def test_material_is_for_those_who_take_part(who: str, status: int, material: Material, request: pytest.FixtureRequest) -> None:
    assert request.getfixturevalue(who).client.get(url("material", material.pk)).status_code == status


def test_a_participant_opens_material(material: Material, course: Programme, staff_a: Somebody) -> None:
    sign_up(programme=course, library=None, leader=None, by=staff_a.doer)
    assert staff_a.client.get(url("material", material.pk)).status_code == 200


def test_a_participant_takes_nothing_away(material: Material, course: Programme, staff_a: Somebody) -> None:
    sign_up(programme=course, library=None, leader=None, by=staff_a.doer)
    assert staff_a.client.post(url("remove_material", material.pk)).status_code == 404
    assert Material.objects.exists()


def test_material_of_a_draft_does_not_exist_for_others(course: Programme, adviser_a: Somebody, adviser_b: Somebody) -> None:
    Programme.objects.update(state="draft")
    made = add_material(gathering=course.gatherings.all()[0], title="Lenke", link="https://example.no", by=adviser_a.doer)
    assert adviser_b.client.get(url("material", made.pk)).status_code == 404
    assert adviser_a.client.get(url("material", made.pk)).url == "https://example.no"


@pytest.mark.parametrize("name", ["plan.exe", "plan.html", "plan.pdf"])
def test_other_files_get_a_sentence(name: str, course: Programme, adviser_a: Somebody) -> None:
    file = SimpleUploadedFile(name, b"<html>")
    answer = adviser_a.client.post(url("add_material", course.gatherings.all()[0].pk), {"title": "Planen", "file": file})
    assert answer.status_code == 422
    assert not Material.objects.exists()


def test_the_meeting_link_is_for_those_who_take_part(course: Programme, staff_a: Somebody, guest: Somebody) -> None:
    course.gatherings.update(link="https://moter.example.no/hemmelig")
    for path in (url("programme", course.pk), url("calendar", course.pk)):
        assert b"hemmelig" not in guest.client.get(path).content
        assert b"hemmelig" not in staff_a.client.get(path).content
    sign_up(programme=course, library=None, leader=None, by=staff_a.doer)
    assert b"hemmelig" in staff_a.client.get(url("programme", course.pk)).content


@pytest.mark.parametrize("state", ["party", ""])
def test_a_state_that_is_none_is_refused(state: str, course: Programme, adviser_a: Somebody) -> None:
    assert adviser_a.client.post(url("programme_state", course.pk), {"state": state}).status_code == 422


def test_opening_and_closing_in_the_browser(course: Programme, adviser_a: Somebody) -> None:
    assert adviser_a.client.post(url("programme_state", course.pk), {"state": "running"}).status_code == 302
    assert adviser_a.client.post(url("programme_state", course.pk), {"state": "draft"}).status_code == 409


def test_new_dates_are_told_once(course: Programme, adviser_a: Somebody, staff_a: Somebody) -> None:
    from samskaper.commons.mail.models import Letter

    sign_up(programme=course, library=None, leader=None, by=staff_a.doer)
    for _ in range(2):
        assert adviser_a.client.post(url("tell_dates", course.pk)).status_code == 302
    assert Letter.objects.filter(template="programmes/letters/dates.txt").count() == 1


def test_every_library_is_chosen_with_one_tick(course: Programme, adviser_a: Somebody, staff_a: Somebody) -> None:
    assert adviser_a.client.post(url("publish_libraries", course.pk), {"everybody": "on"}).status_code == 302
    assert course.invitations.count() == 2


@pytest.mark.parametrize("data", [{}, {"libraries": "999999"}, {"libraries": "x"}])
def test_no_library_is_asked_about(data: dict[str, str], course: Programme, adviser_a: Somebody, staff_a: Somebody) -> None:
    assert adviser_a.client.post(url("publish_libraries", course.pk), data).status_code == 422
    assert not course.invitations.exists()


def test_an_address_list_in_the_browser(course: Programme, adviser_a: Somebody) -> None:
    file = SimpleUploadedFile("liste.csv", b"Navn;E-post\nKari;kari@example.no\nOla;ola\n")
    answer = adviser_a.client.post(url("publish_addresses", course.pk), {"file": file, "source": "lista fra kommunen"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "1 ny står på lista. Én rad bør du se på." in page and "Rad 3: «ola» er ikke en e-postadresse." in page


@pytest.mark.parametrize(
    "data",
    [
        {"source": "lista"}, {"file": SimpleUploadedFile("x.csv", b"Navn\nKari\n"), "source": "lista"},
        {"file": SimpleUploadedFile("x.csv", b"")},
    ],
)
def test_a_list_that_is_none_gets_a_sentence(data: dict[str, object], course: Programme, adviser_a: Somebody) -> None:
    assert adviser_a.client.post(url("publish_addresses", course.pk), data).status_code == 422


def test_sending_in_the_browser_twice_sends_once(course: Programme, adviser_a: Somebody, staff_a: Somebody) -> None:
    adviser_a.client.post(url("publish_libraries", course.pk), {"everybody": "on"})
    assert [adviser_a.client.post(url("send", course.pk), once="s" * 24).status_code for _ in range(2)] == [302, 302]
    assert adviser_a.client.post(url("send", course.pk)).status_code == 422
    page = adviser_a.client.get(url("publish", course.pk)).content.decode()
    assert "2 brev er på vei" in page


def test_somebody_is_taken_off_the_list_in_the_browser(course: Programme, adviser_a: Somebody, staff_a: Somebody) -> None:
    adviser_a.client.post(url("publish_libraries", course.pk), {"everybody": "on"})
    first = course.invitations.all()[0]
    assert adviser_a.client.post(url("uninvite", course.pk), {"invitation": [str(first.pk), "x", "9" * 40]}).status_code == 302
    assert course.invitations.count() == 1


def test_many_course_series_are_shown_when_asked_for(adviser_a: Somebody, library_a: Organisation) -> None:
    Programme.objects.bulk_create(Programme(owner=library_a, title=f"Kurs {n}") for n in range(45))
    some, every = (adviser_a.client.get(url("index") + query).content.decode() for query in ("", "?all"))
    assert some.count("<h3>") == 40 and "?all" in some
    assert every.count("<h3>") == 45
