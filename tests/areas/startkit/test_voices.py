"""Evaluation groups and experts: silence is no yes, a link decides nothing, and names go when they are not needed."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone

from samskaper.areas.startkit.commands import findings, groups, revision_keeping, voices
from samskaper.areas.startkit.models import Asked, Edition, EvaluationGroup, Finding, Voice, Workshop
from samskaper.areas.startkit.queries import drafts
from samskaper.areas.startkit.queries.groups import entries_for, experts_now
from samskaper.areas.startkit.queries.revision_personal import export
from samskaper.areas.startkit.rules.findings import LINK
from samskaper.commons.mail.models import Letter
from samskaper.commons.people.commands.links import make_link
from samskaper.commons.people.models import Organisation
from samskaper.editorial.models import MethodPage
from samskaper.editorial.queries import manuscript
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict, Invalid, Missing, Refusal
from tests.areas.startkit.revising import a_group, a_member, an_editor, an_expert, bearer, coming
from tests.cast import Somebody

pytestmark = pytest.mark.django_db(transaction=True)
PROPOSED = {"key": "dot-voting", "noticed": "Lederen satte prikk først.", "proposal": "La lederen vente.", "named": "no", "press": "notice"}


@pytest.fixture
def editor(library_a: Organisation) -> Somebody:
    return an_editor(library_a)


@pytest.fixture
def edition(editor: Somebody) -> Edition:
    return coming(editor)


@pytest.fixture
def group(library_a: Organisation, adviser_a: Somebody, edition: Edition) -> EvaluationGroup:
    return a_group(library_a, adviser_a, edition)


def day(days: int, *, hours: int = 3, **more: Any) -> groups.Day:
    starts = timezone.localtime(clock.now()).replace(hour=10, minute=0, second=0, microsecond=0) + dt.timedelta(days=days)
    return groups.Day(starts, starts + dt.timedelta(hours=hours), **{"place": "Salen", "keys": ["dot-voting"], **more})


def workshop(group: EvaluationGroup, adviser: Somebody, number: int = 1) -> Workshop:
    return groups.set_workshop(group=group, number=number, day=day(9), version=0, by=adviser.doer)


def page_of(voice: Voice) -> str:
    return f"/nb/kit/voice/{make_link(purpose=LINK, subject=Ref.to(voice))}/"


def test_opening_decides_nothing_and_a_press_does(guest: Somebody, group: EvaluationGroup, adviser_a: Somebody) -> None:
    voice = a_member(group, adviser_a, says=None)
    path = page_of(voice)
    page = guest.client.get(path).content.decode()
    voice.refresh_from_db()
    assert "Vil du være med i evalueringsgruppa for Innlandet?" in page and voice.answer == Asked.ASKED

    guest.client.post(path, {"press": "yes"})
    voice.refresh_from_db()
    assert voice.answer == Asked.YES


def test_the_letter_has_a_link_of_its_own(group: EvaluationGroup, adviser_a: Somebody, guest: Somebody) -> None:
    a_member(group, adviser_a, says=None)

    letter = Letter.objects.get()
    path = "/nb/kit/voice/" + letter.text.split("/nb/kit/voice/")[1].split()[0]
    assert guest.client.get(path).status_code == 200 and "Innlandet" in letter.subject and letter.owner == group.owner


def test_nobody_is_asked_twice(group: EvaluationGroup, adviser_a: Somebody) -> None:
    a_member(group, adviser_a, says=None)
    with pytest.raises(Conflict):
        a_member(group, adviser_a, says=None, email="MARI@lag.example")


def test_a_county_has_one_group_for_an_edition(library_a: Organisation, adviser_a: Somebody, edition: Edition, group: EvaluationGroup) -> None:
    with pytest.raises(Conflict):
        a_group(library_a, adviser_a, edition)


@pytest.mark.parametrize("who", ["adviser_b", "staff_a", "leader_a", "guest"])
def test_only_those_who_arrange_it_meet_a_group(request: pytest.FixtureRequest, group: EvaluationGroup, adviser_a: Somebody, who: str) -> None:
    a_member(group, adviser_a)
    workshop(group, adviser_a)
    somebody: Somebody = request.getfixturevalue(who)

    for path in ("", "ask/", "1/", "1/day/", "close/"):
        answer = somebody.client.get(f"/nb/kit/revision/groups/{group.pk}/{path}")
        assert answer.status_code in (302, 403, 404) and "Mari" not in answer.content.decode()
    with pytest.raises(Refusal):
        a_member(group, somebody, email="x@lag.example")


def test_who_said_yes_gets_the_day_and_each_change_of_it(group: EvaluationGroup, adviser_a: Somebody) -> None:
    a_member(group, adviser_a)
    a_member(group, adviser_a, says=None, email="taus@lag.example")
    Letter.objects.all().delete()

    found = workshop(group, adviser_a)
    groups.set_workshop(group=group, number=1, day=day(9, keys=["pitch"]), version=found.version, by=adviser_a.doer)
    groups.set_workshop(group=group, number=1, day=day(10, keys=["pitch"]), version=found.version + 1, by=adviser_a.doer)

    letters = list(Letter.objects.order_by("pk"))
    assert [one.subject for one in letters] == ["Dagen for verksted 1", "Verksted 1 er flyttet"] and {one.email for one in letters} == {"mari@lag.example"}
    assert letters[0].attachments.count() == 1


@pytest.mark.parametrize("hours", [0, -1, 13])
def test_a_workshop_has_hours(group: EvaluationGroup, adviser_a: Somebody, hours: int) -> None:
    with pytest.raises(Invalid):
        groups.set_workshop(group=group, number=1, day=day(9, hours=hours), version=0, by=adviser_a.doer)


def test_it_stands_in_the_calendar_of_whoever_arranges_it(group: EvaluationGroup, adviser_a: Somebody, staff_a: Somebody, guest: Somebody) -> None:
    workshop(group, adviser_a)
    voice = a_member(group, adviser_a)
    assert adviser_a.person and staff_a.person

    (entry,) = entries_for(adviser_a.person.pk, clock.now(), 9)
    assert entry.place == "Salen" and list(entries_for(staff_a.person.pk, clock.now(), 9)) == []
    file = guest.client.get(f"{page_of(voice)}1/calendar/")
    assert file["Content-Type"].startswith("text/calendar") and b"Innlandet" in file.content
    assert guest.client.get(f"{page_of(voice)}2/calendar/").status_code == 404


def test_one_line_then_the_next(group: EvaluationGroup, adviser_a: Somebody, editor: Somebody) -> None:
    voice, path = a_member(group, adviser_a), f"/nb/kit/revision/groups/{group.pk}/1/"
    workshop(group, adviser_a)

    answer = adviser_a.client.post(path, {"key": "dot-voting", "who": str(voice.pk), "noticed": "Lederen var først."})
    adviser_a.client.post(path, {"key": "dot-voting", "who": "", "noticed": "Fargene er like.", "proposal": "Bruk kryss."})

    assert answer["Location"] == f"{path}?key=dot-voting&who={voice.pk}#id_noticed"
    first, second = Finding.objects.order_by("pk")
    assert (first.voice, first.named, first.responsible) == (voice, True, editor.person) and (second.voice, second.named) == (None, False)
    page = adviser_a.client.get(answer["Location"]).content.decode()
    assert f'value="{voice.pk}" selected' in page and "Ingen vil stå med navn" in page


def test_what_was_written_down_wrongly_is_struck_out_until_it_is_decided(group: EvaluationGroup, adviser_a: Somebody, editor: Somebody) -> None:
    workshop(group, adviser_a)
    path = f"/nb/kit/revision/groups/{group.pk}/1/"
    adviser_a.client.post(path, {"key": "dot-voting", "who": "", "noticed": "Feil."})
    row = Finding.objects.get()
    Finding.objects.filter(pk=row.pk).update(state="no", because="Nei.")
    assert adviser_a.client.post(path, {"press": "strike", "finding": str(row.pk)}).status_code == 409

    Finding.objects.filter(pk=row.pk).update(state="new")
    adviser_a.client.post(path, {"press": "strike", "finding": str(row.pk)})
    assert not Finding.objects.exists()


def test_a_member_writes_by_her_link_and_takes_it_back(guest: Somebody, group: EvaluationGroup, adviser_a: Somebody, editor: Somebody) -> None:
    voice = a_member(group, adviser_a)
    path = page_of(voice)
    guest.client.post(path, PROPOSED)
    row = Finding.objects.get()
    shown = editor.client.get(f"/nb/kit/revision/{row.pk}/").content.decode()
    assert (row.voice, row.named, row.edition) == (voice, False, group.edition) and "Mari" not in shown and "Lederen satte prikk" in shown

    guest.client.post(path, {"press": "back", "finding": str(row.pk)})
    assert not Finding.objects.exists()


def test_her_name_is_there_when_she_wants_it(guest: Somebody, group: EvaluationGroup, adviser_a: Somebody, editor: Somebody) -> None:
    guest.client.post(page_of(a_member(group, adviser_a)), PROPOSED | {"named": "yes"})

    assert "Mari" in editor.client.get(f"/nb/kit/revision/{Finding.objects.get().pk}/").content.decode()


@pytest.mark.parametrize("says", [None, False])
def test_who_has_not_said_yes_writes_nothing(guest: Somebody, group: EvaluationGroup, adviser_a: Somebody, says: bool | None) -> None:
    answer = guest.client.post(page_of(a_member(group, adviser_a, says=says)), PROPOSED)

    assert answer.status_code == 403 and not Finding.objects.exists()


def test_nobody_takes_back_what_another_said(group: EvaluationGroup, adviser_a: Somebody, edition: Edition) -> None:
    mari, ola = a_member(group, adviser_a), a_member(group, adviser_a, email="ola@lag.example")
    row = findings.notice(key="pitch", edition=edition, language="nb", words=findings.Words(noticed="Kort."), voice=mari, by=bearer(mari))

    with pytest.raises(Missing):
        findings.take_back(finding=row.pk, by=bearer(ola))


def test_who_is_taken_off_the_list_is_forgotten(guest: Somebody, group: EvaluationGroup, adviser_a: Somebody) -> None:
    voice = a_member(group, adviser_a)
    path = page_of(voice)
    guest.client.post(path, PROPOSED | {"named": "yes"})

    voices.remove(voice=voice, by=adviser_a.doer)

    row = Finding.objects.get()
    assert (row.voice, row.noticed) == (None, "Lederen satte prikk først.") and guest.client.get(path).status_code == 410
    assert not Letter.objects.filter(email="mari@lag.example").exists()


def test_who_leaves_is_forgotten_at_once(guest: Somebody, group: EvaluationGroup, adviser_a: Somebody) -> None:
    path = page_of(a_member(group, adviser_a))

    assert "Navnet og adressen din er slettet" in guest.client.post(path, {"press": "leave"}).content.decode()
    assert not Voice.objects.exists() and guest.client.get(path).status_code == 410


def test_a_group_ends_with_a_summary_to_those_who_took_part(group: EvaluationGroup, adviser_a: Somebody) -> None:
    a_member(group, adviser_a)
    a_member(group, adviser_a, says=False, email="nei@lag.example")
    Letter.objects.all().delete()

    answer = adviser_a.client.post(f"/nb/kit/revision/groups/{group.pk}/close/", {"summary": "Vi fant mye.", "version": "1"})

    letter = Letter.objects.get()
    assert answer.status_code == 302 and letter.email == "mari@lag.example" and "Vi fant mye." in letter.text
    with pytest.raises(Conflict):
        workshop(EvaluationGroup.objects.get(), adviser_a, 2)


def test_an_expert_signs_in_before_she_says_yes(guest: Somebody, staff_a: Somebody, editor: Somebody, edition: Edition) -> None:
    voice = voices.ask_expert(edition=edition, name="Fagperson", email="fag@example.org", language="nb", by=editor.doer)
    path = page_of(voice)
    assert guest.client.post(path, {"press": "yes"}).status_code == 401 and experts_now() == frozenset()

    staff_a.client.post(path, {"press": "yes"})
    assert staff_a.person and experts_now() == {staff_a.person.pk}


@pytest.mark.parametrize(("who", "status"), [("guest", 302), ("adviser_a", 404), ("leader_a", 404), ("staff_a", 200), ("editor", 200)])
def test_a_draft_is_for_experts_and_editors(
    request: pytest.FixtureRequest, editor: Somebody, staff_a: Somebody, edition: Edition, who: str, status: int,
) -> None:
    an_expert(edition, editor, staff_a)
    put("Dette er ikke ute ennå.")
    somebody: Somebody = request.getfixturevalue(who)

    for path in ("", "dot-voting/"):
        answer = somebody.client.get(f"/nb/kit/revision/drafts/{path}")
        assert answer.status_code == status
    assert ("Dette er ikke ute ennå." in answer.content.decode()) == (status == 200)


def test_a_draft_closes_when_the_edition_is_out(editor: Somebody, staff_a: Somebody, edition: Edition) -> None:
    an_expert(edition, editor, staff_a)
    Edition.objects.filter(pk=edition.pk).update(launched=clock.now())

    assert staff_a.client.get("/nb/kit/revision/drafts/").status_code == 404


def put(sentence: str) -> None:
    page = MethodPage.objects.get(locale__language_code="nb", slug="dot-voting").get_latest_revision_as_object()
    page.follow_up = sentence
    page.save_revision()


def say(expert: Somebody, at: str, words: str = "Dette er for langt.") -> int:
    return int(expert.client.post("/nb/kit/revision/drafts/dot-voting/", {"at": at, "noticed": words}).status_code)


def test_an_expert_says_something_about_the_very_sentence(editor: Somebody, staff_a: Somebody, edition: Edition) -> None:
    an_expert(edition, editor, staff_a)
    form = staff_a.client.get("/nb/kit/revision/drafts/dot-voting/?at=steps.3.2").content.decode()
    assert 'name="at" value="steps.3.2"' in form and "setning 2 i «" in form

    assert say(staff_a, "steps.3.2") == 302

    row, text = Finding.objects.get(), manuscript("dot-voting", "nb")
    assert text is not None and (row.part, row.place, row.named) == ("steps.3", 2, True)
    assert row.sentence == next(part for part in text.parts() if part.key == "steps.3").sentences[1]


@pytest.mark.parametrize(("at", "words", "status"), [("steps.3.99", "Noe.", 409), ("", "Noe.", 409), ("purpose.1", "", 422)])
def test_what_points_at_nothing_is_not_taken(editor: Somebody, staff_a: Somebody, edition: Edition, at: str, words: str, status: int) -> None:
    an_expert(edition, editor, staff_a)

    assert say(staff_a, at, words) == status and not Finding.objects.exists()


def test_an_editor_does_not_speak_as_an_expert(editor: Somebody, edition: Edition) -> None:
    assert say(editor, "purpose.1") == 403


def test_what_was_said_stays_when_the_sentence_changes(editor: Somebody, staff_a: Somebody, edition: Edition) -> None:
    put("Heng bildet på veggen. Si takk.")
    an_expert(edition, editor, staff_a)
    say(staff_a, "follow_up.1")

    put("Si takk. Heng bildet på veggen.")
    part = next(one for one in drafts.draft("dot-voting", "nb", visible_to=editor.doer).parts if one.key == "follow_up")
    assert [len(line.comments) for line in part.lines] == [0, 1] and not part.gone

    put("Si takk. Heng bildet der alle går forbi.")
    page = staff_a.client.get("/nb/kit/revision/drafts/dot-voting/").content.decode()
    assert "Setningen var:" in page and "<del>Heng bildet på veggen.</del>" in page and "Dette er for langt." in page

    put("")
    assert len(drafts.draft("dot-voting", "nb", visible_to=editor.doer).loose) == 1


def test_names_go_a_month_after_the_edition_and_words_stay(editor: Somebody, staff_a: Somebody, edition: Edition) -> None:
    an_expert(edition, editor, staff_a)
    say(staff_a, "purpose.1")
    Edition.objects.filter(pk=edition.pk).update(launched=clock.now() - dt.timedelta(days=31))
    assert revision_keeping.forget_old_voices(30) == 0  # she has not been told yet

    Finding.objects.update(told=clock.now())
    assert revision_keeping.forget_old_voices(30) == 1
    assert Finding.objects.get().voice is None and not Voice.objects.exists()


def test_an_expert_gets_what_is_kept_and_may_be_erased(editor: Somebody, staff_a: Somebody, edition: Edition) -> None:
    an_expert(edition, editor, staff_a)
    say(staff_a, "purpose.1")
    assert staff_a.person and len(export(staff_a.person.pk)) == 2

    kept = revision_keeping.erase(staff_a.person.pk)

    assert "uten navnet ditt" in kept and export(staff_a.person.pk) == [] and Finding.objects.get().noticed
