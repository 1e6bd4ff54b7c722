"""The editors' board: nothing in nobody's queue, a table of what may become of a finding, and words that stay true."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samskaper.areas.startkit.commands import findings
from samskaper.areas.startkit.models import Finding, FindingState, Keeper
from samskaper.areas.startkit.queries import board
from samskaper.areas.startkit.rules.findings import TRANSITIONS
from samskaper.commons.people.commands.erasure import erase_person
from samskaper.commons.people.commands.organisations import end_role, give_role
from samskaper.commons.people.doer import SYSTEM
from samskaper.commons.people.models import Membership, Organisation, Role
from samskaper.commons.record.queries import counts
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict, Invalid, Refusal, Stale
from tests.areas.startkit.revising import an_editor, coming, decide, finding_of, now, tried
from tests.cast import Somebody

pytestmark = pytest.mark.django_db
State = FindingState


@pytest.fixture
def editor(library_a: Organisation) -> Somebody:
    found = an_editor(library_a)
    coming(found)
    return found


@pytest.fixture
def found(editor: Somebody) -> Finding:
    return finding_of(tried())


def words(state: str) -> dict[str, str]:
    return {"because": "Den har vi prøvd."} if state in ("no", "later") else {"old": "Før.", "new": "Nå."} if state == "changed" else {}


@pytest.mark.parametrize("state", list(TRANSITIONS))
@pytest.mark.parametrize("then", list(State))
def test_only_what_the_table_has_can_become_of_it(editor: Somebody, found: Finding, state: State, then: State) -> None:
    given = {**words(state), "aim": now() if state in ("will", "changed") else None}
    Finding.objects.filter(pk=found.pk).update(state=state, **given)

    if then in TRANSITIONS[state] or then == state:
        assert decide(found, then, by=editor, **words(then)).state == then
    else:
        with pytest.raises(Conflict):
            decide(found, then, by=editor, **words(then))


@pytest.mark.parametrize("state", ["no", "later"])
@pytest.mark.parametrize("because", ["", "  ", "…"])
def test_a_no_says_why(editor: Somebody, found: Finding, state: str, because: str) -> None:
    with pytest.raises(Invalid):
        decide(found, state, by=editor, because=because)


def test_a_change_is_one(editor: Somebody, found: Finding) -> None:
    decide(found, "will", by=editor)
    with pytest.raises(Invalid):
        decide(found, "changed", by=editor, old="Det samme.", new="Det samme.")


def test_an_edition_that_is_out_cannot_change(editor: Somebody, found: Finding) -> None:
    with pytest.raises(Invalid):
        decide(found, "will", by=editor, aim=2)


def test_a_stale_save_gets_both_texts(editor: Somebody, found: Finding) -> None:
    decide(found, "no", by=editor, because="Fordi den virker.")

    with pytest.raises(Stale) as stale:
        findings.decide(finding=found.pk, decision=findings.Decision("no", "En annen grunn."), version=1, by=editor.doer)
    assert stale.value.mine["because"] == "En annen grunn." and stale.value.theirs["because"] == "Fordi den virker."


def test_the_page_of_a_stale_save_shows_both(editor: Somebody, found: Finding) -> None:
    decide(found, "no", by=editor, because="Fordi den virker.")

    answer = editor.client.post(f"/nb/kit/revision/{found.pk}/", {"state": "no", "because": "En annen grunn.", "version": "1"})
    page = answer.content.decode()
    assert answer.status_code == 409 and "Fordi den virker." in page and "En annen grunn." in page


@pytest.mark.parametrize("who", ["guest", "adviser_a", "staff_a", "leader_a"])
def test_only_editors_meet_the_board(request: pytest.FixtureRequest, found: Finding, who: str) -> None:
    somebody: Somebody = request.getfixturevalue(who)
    for path in ("board/", "methods/", f"{found.pk}/", "experts/"):
        answer = somebody.client.get(f"/nb/kit/revision/{path}")
        assert answer.status_code in (302, 403) and "arkene" not in answer.content.decode()
    with pytest.raises(Refusal):
        decide(found, "seen", by=somebody)


def test_what_is_about_the_same_is_decided_once(editor: Somebody, found: Finding) -> None:
    twin = finding_of(tried(change="For trangt mellom arkene."))
    findings.join(finding=twin.pk, same_as=found.pk, by=editor.doer)

    decide(found, "will", by=editor)

    twin.refresh_from_db()
    assert (twin.state, twin.aim.number if twin.aim else 0, twin.same_as) == ("will", 3, found)
    with pytest.raises(Conflict):
        decide(twin, "seen", by=editor)
    shown = board.board(board.Wanted(), language="nb", visible_to=editor.doer)
    assert shown.shown == 1 and shown.columns[2].slips[0].twins == 1


def test_joined_to_a_joined_one_is_joined_to_its_head(editor: Somebody, found: Finding) -> None:
    second, third = finding_of(tried()), finding_of(tried())
    findings.join(finding=second.pk, same_as=found.pk, by=editor.doer)

    assert findings.join(finding=third.pk, same_as=second.pk, by=editor.doer) == found
    findings.set_apart(finding=third.pk, by=editor.doer)
    third.refresh_from_db()
    assert third.same_as is None


def test_two_methods_are_never_the_same(editor: Somebody, found: Finding) -> None:
    with pytest.raises(Invalid):
        findings.join(finding=found.pk, same_as=finding_of(tried("pitch")).pk, by=editor.doer)


def test_a_methods_own_editor_gets_it(editor: Somebody, library_a: Organisation) -> None:
    second = an_editor(library_a, "Editor B")
    assert second.person
    findings.keep(key="dot-voting", person=second.person.pk, by=editor.doer)

    assert finding_of(tried()).responsible == second.person and finding_of(tried("pitch")).responsible == editor.person


def test_the_kits_editor_gets_the_rest(editor: Somebody, library_a: Organisation) -> None:
    second = an_editor(library_a, "Editor B")
    assert second.person
    findings.keep(key="", person=second.person.pk, by=editor.doer)

    assert finding_of(tried("pitch")).responsible == second.person


def test_what_is_open_goes_along_with_its_method(editor: Somebody, found: Finding, library_a: Organisation) -> None:
    second = an_editor(library_a, "Editor B")
    assert second.person
    findings.keep(key="dot-voting", person=second.person.pk, by=editor.doer)

    found.refresh_from_db()
    assert found.responsible == second.person


def test_nothing_stays_with_somebody_who_edits_no_more(editor: Somebody, found: Finding, library_a: Organisation) -> None:
    second = an_editor(library_a, "Editor B")
    assert editor.person
    Keeper.objects.create(key="dot-voting", person=editor.person)

    end_role(membership=Membership.objects.get(person=editor.person, role=Role.EDITOR), by=SYSTEM)

    found.refresh_from_db()
    assert found.responsible == second.person and not Keeper.objects.exists()


def test_without_editors_it_lies_with_whoever_runs_a_library_until_one_comes(
    editor: Somebody, found: Finding, adviser_a: Somebody, staff_a: Somebody, library_a: Organisation,
) -> None:
    end_role(membership=Membership.objects.get(person=editor.person, role=Role.EDITOR), by=SYSTEM)
    fresh = finding_of(tried())
    assert fresh.responsible == adviser_a.person

    assert staff_a.person
    give_role(organisation=library_a, person=staff_a.person, role=Role.EDITOR, by=SYSTEM)

    assert set(Finding.objects.values_list("responsible", flat=True)) == {staff_a.person.pk}


def test_nothing_stays_with_somebody_who_is_erased(editor: Somebody, found: Finding, library_a: Organisation) -> None:
    second = an_editor(library_a, "Editor B")
    assert editor.person
    erase_person(person=editor.person, by=editor.doer)

    found.refresh_from_db()
    assert found.responsible == second.person


def test_it_is_handed_only_to_editors(editor: Somebody, found: Finding, staff_a: Somebody) -> None:
    assert staff_a.person
    with pytest.raises(Invalid):
        findings.hand_on(finding=found.pk, person=staff_a.person.pk, by=editor.doer)


def test_one_question_more_and_not_two(editor: Somebody) -> None:
    asked = finding_of(tried(email="kari@example.org"))
    findings.ask_more(finding=asked.pk, question="Hvor langt?", by=editor.doer)

    with pytest.raises(Conflict):
        findings.ask_more(finding=asked.pk, question="Og hvor høyt?", by=editor.doer)
    with pytest.raises(Conflict):
        findings.ask_more(finding=finding_of(tried()).pk, question="Hvor langt?", by=editor.doer)


def test_what_happened_is_counted_within_its_edition(editor: Somebody, found: Finding) -> None:
    decide(found, "will", by=editor)
    decide(found, "changed", by=editor, old="Før.", new="Nå.")
    keys = ["startkit.tried", "startkit.noticed", "startkit.changed"]

    assert counts(keys, within=[Ref.to(now())]) == {"startkit.tried": 1, "startkit.noticed": 1, "startkit.changed": 0}
    assert counts(keys, within=[Ref.to(coming(editor))])["startkit.changed"] == 1
    decide(found, "will", by=editor)
    assert counts(keys, within=[Ref.to(coming(editor))])["startkit.changed"] == 0


def test_the_desk_says_how_many_wait(editor: Somebody, found: Finding) -> None:
    tried()
    (item,) = list(board.on_desk(editor.doer))

    assert item.title == "2 funn om metodene venter på deg" and item.url.endswith("/kit/revision/board/?mine=1")
    assert editor.client.get(item.url).status_code == 200


@pytest.mark.parametrize(("query", "shown"), [
    ("", 2), ("key=pitch", 1), ("phase=share", 0), ("state=new&mine=on", 2), ("state=will", 0), ("key=<x>&state=9", 2),
])
def test_the_board_shows_what_was_asked_for(editor: Somebody, found: Finding, query: str, shown: int) -> None:
    tried("pitch", change="For kort tid.")

    assert editor.client.get(f"/nb/kit/revision/board/?{query}").content.decode().count('class="slip-card"') == shown


@pytest.mark.parametrize("path", ["board/", "methods/"])
def test_the_board_asks_as_many_questions_for_one_as_for_thirty(editor: Somebody, found: Finding, path: str) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection, ) as taken:
            assert editor.client.get(f"/nb/kit/revision/{path}").status_code == 200
        return len(taken)

    asked()
    one = asked()
    for _number in range(30):
        tried()

    assert asked() == one


def test_a_decision_by_form(editor: Somebody, found: Finding) -> None:
    path = f"/nb/kit/revision/{found.pk}/"
    assert editor.client.post(path, {"state": "no", "because": "", "version": "1"}).status_code == 422
    assert editor.client.post(path, {"state": "will", "aim": "3", "version": "1"}).status_code == 302
    assert editor.client.post(path, {"state": "changed", "aim": "3", "old": "Før.", "new": "Nå.", "version": "2"}).status_code == 302

    found.refresh_from_db()
    page = editor.client.get(path).content.decode()
    assert (found.state, found.old, found.new) == ("changed", "Før.", "Nå.") and "<ins>Nå.</ins>" in page


def test_keepers_by_form(editor: Somebody, found: Finding) -> None:
    assert editor.person
    assert editor.client.post("/nb/kit/revision/methods/", {"key": "dot-voting", "person": str(editor.person.pk)}).status_code == 302
    assert editor.client.post("/nb/kit/revision/methods/", {"key": "no-such", "person": str(editor.person.pk)}).status_code == 422
    assert Keeper.objects.get().key == "dot-voting"

    editor.client.post("/nb/kit/revision/methods/", {"key": "dot-voting", "person": ""})
    assert not Keeper.objects.exists()
