"""Forms of a project: what is wrong gets a sentence, what is right is saved, strangers change nothing."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from samskaper.areas.projects.models import Activity, Dissemination, Evidence, Measure, Project
from samskaper.areas.projects.queries.plan import checked
from samskaper.commons.people.doer import SYSTEM
from samskaper.commons.record.commands import tie
from samskaper.commons.record.models import Fact
from samskaper.foundation.refs import Ref
from tests.areas.projects.facts import Programme
from tests.cast import Somebody


def post(who: Somebody, name: str, *args: Any, **fields: Any) -> Any:
    address = reverse(f"projects:{name}", args=args)
    return who.client.post(address.replace("/nb/", "/en/", 1), fields)


@pytest.fixture
def goal(project: Project) -> int:
    return project.sub_goals.get(number="1.2").pk


ANSWER: dict[str, Any] = {"text": "Both were held.", "state": "reached", "day": "2023-05-02"}
TALK: dict[str, Any] = {"kind": "talk", "title": "Library day", "day": "2022-11-14", "reached": "80"}


def test_evidence_is_saved(goal: int, adviser_a: Somebody) -> None:
    answer = post(adviser_a, "answer", goal, **ANSWER)

    assert answer.status_code == 302
    assert Evidence.objects.get().text == "Both were held."


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": ""},
        {"text": "\u200b"},
        {"text": "x" * 3001},
        {"day": "2023-02-30"},
        {"state": "splendid"},
        {"address": "javascript:alert(1)"},
    ],
)
def test_evidence_that_cannot_be_used_gets_a_sentence(wrong: dict[str, str], goal: int, adviser_a: Somebody) -> None:
    answer = post(adviser_a, "answer", goal, **{**ANSWER, **wrong})

    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert not Evidence.objects.exists()


def test_evidence_in_markup_stays_text(goal: int, adviser_a: Somebody) -> None:
    post(adviser_a, "answer", goal, **{**ANSWER, "text": "<img src=x onerror=alert(1)>"})

    page = adviser_a.client.get(reverse("projects:goal", args=[goal])).content.decode()

    assert "<img src=x" not in page


def test_a_talk_is_saved_and_counts(project: Project, adviser_a: Somebody) -> None:
    goal = project.sub_goals.get(number="1.5")

    post(adviser_a, "disseminate", project.pk, **TALK, sub_goal=goal.pk)

    assert Dissemination.objects.get().sub_goal == goal


def test_after_saving_one_reads_what_a_talk_counts_for(project: Project, adviser_a: Somebody) -> None:
    goal = project.sub_goals.get(number="1.5")

    answer = post(adviser_a, "disseminate", project.pk, **TALK, sub_goal=goal.pk)

    assert "1.5" in adviser_a.client.get(answer.url).content.decode().partition(' data-told>')[2][:600]


def test_a_talk_for_a_goal_of_another_project_is_refused(
    project: Project, adviser_b: Somebody, adviser_a: Somebody
) -> None:
    other = Project.objects.create(owner=project.owner, title="Other")
    goal = project.sub_goals.first()
    assert goal

    answer = post(adviser_a, "disseminate", other.pk, **TALK, sub_goal=goal.pk)

    assert answer.status_code == 422


@pytest.mark.parametrize("wrong", [{"title": " \u200b"}, {"kind": "dance"}, {"day": ""}, {"reached": "-1"}])
def test_a_talk_that_cannot_be_used_gets_a_sentence(
    wrong: dict[str, str], project: Project, adviser_a: Somebody
) -> None:
    assert post(adviser_a, "disseminate", project.pk, **{**TALK, **wrong}).status_code == 422


def test_a_talk_can_be_corrected(project: Project, adviser_a: Somebody) -> None:
    post(adviser_a, "disseminate", project.pk, **TALK)
    talk = Dissemination.objects.get()

    post(adviser_a, "dissemination", talk.pk, **{**TALK, "reached": "90"}, version=1)
    stale = post(adviser_a, "dissemination", talk.pk, **{**TALK, "reached": "100"}, version=1)

    talk.refresh_from_db()
    assert (talk.reached, stale.status_code) == (90, 409)


def measured(goal: int) -> dict[str, int]:
    return dict(Measure.objects.filter(sub_goal=goal).values_list("fact_key", "target"))


def test_a_goal_can_be_measured_otherwise(goal: int, adviser_a: Somebody) -> None:
    post(adviser_a, "measure", goal, key_0="projects.disseminated", target_0="4", version=1)

    assert measured(goal) == {"projects.disseminated": 4}


def test_a_goal_can_be_left_to_the_hand(goal: int, adviser_a: Somebody) -> None:
    post(adviser_a, "measure", goal, version=1)

    assert measured(goal) == {}


@pytest.mark.parametrize(
    "wrong",
    [
        {"key_0": "projects.disseminated"},
        {"key_0": "projects.disseminated", "target_0": "0"},
        {"key_0": "made.up", "target_0": "1"},
        {"key_0": "projects.disseminated", "target_0": "1", "key_1": "projects.disseminated", "target_1": "2"},
    ],
)
def test_a_measure_that_cannot_be_used_gets_a_sentence(wrong: dict[str, str], goal: int, adviser_a: Somebody) -> None:
    before = measured(goal)

    assert post(adviser_a, "measure", goal, **wrong, version=1).status_code == 422
    assert measured(goal) == before


def test_two_who_measure_at_once_do_not_overwrite_each_other(goal: int, adviser_a: Somebody) -> None:
    post(adviser_a, "measure", goal, key_0="projects.disseminated", target_0="4", version=1)

    stale = post(adviser_a, "measure", goal, version=1)

    assert stale.status_code == 409
    assert measured(goal) == {"projects.disseminated": 4}


def activity_fields(**changes: Any) -> dict[str, Any]:
    return {"text": "We meet.", "starts": "2022-09-01", "ends": "2022-09-09", "goals": ["1.1"], **changes}


def test_an_activity_is_added_and_changed(project: Project, adviser_a: Somebody) -> None:
    post(adviser_a, "new_activity", project.pk, **activity_fields())
    made = project.activities.get(text="We meet.")

    post(adviser_a, "activity", made.pk, **activity_fields(text="We meet again.", goals=["main 2"]), version=1)

    made = Activity.objects.get(pk=made.pk)
    assert (made.text, made.goal_refs(), made.version) == ("We meet again.", ("main 2",), 2)


@pytest.mark.parametrize(
    "wrong",
    [{"text": ""}, {"ends": "2022-08-01"}, {"starts": "30.02.2022"}, {"goals": ["9.9"]}, {"fact_key": "made.up"}],
)
def test_an_activity_that_cannot_be_used_gets_a_sentence(
    wrong: dict[str, Any], project: Project, adviser_a: Somebody
) -> None:
    activity = project.activities.first()
    assert activity

    answer = post(adviser_a, "activity", activity.pk, **{**activity_fields(), **wrong}, version=1)

    assert answer.status_code == 422


def test_a_stale_activity_shows_both_texts(project: Project, adviser_a: Somebody) -> None:
    activity = project.activities.first()
    assert activity
    post(adviser_a, "activity", activity.pk, **activity_fields(text="Theirs"), version=1)

    answer = post(adviser_a, "activity", activity.pk, **activity_fields(text="Mine"), version=1)

    page = answer.content.decode()
    assert answer.status_code == 409 and "Theirs" in page and "Mine" in page


def test_an_activity_is_done_by_a_press(project: Project, adviser_a: Somebody) -> None:
    activity = project.activities.get(text__startswith="Sluttrapport")

    post(adviser_a, "done", activity.pk, done="yes")

    activity.refresh_from_db()
    assert activity.done


def test_remarks_are_answered_by_a_press(project: Project, adviser_a: Somebody) -> None:
    first, second = checked(project).open[:2]

    accepted = post(adviser_a, "accept", project.pk, first.fingerprint)
    empty = post(adviser_a, "refuse", project.pk, second.fingerprint, reason="")
    refused = post(adviser_a, "refuse", project.pk, second.fingerprint, reason="It is one year to us.")

    assert [accepted.status_code, empty.status_code, refused.status_code] == [302, 422, 302]
    assert len(checked(project).open) == 4


def test_a_remark_that_is_answered_already_is_told(project: Project, adviser_a: Somebody) -> None:
    first = checked(project).open[0]
    post(adviser_a, "accept", project.pk, first.fingerprint)

    assert post(adviser_a, "accept", project.pk, first.fingerprint).status_code == 409


def test_the_answer_is_confirmed_where_it_was_given(project: Project, adviser_a: Somebody) -> None:
    first = checked(project).open[0].fingerprint

    answer = post(adviser_a, "accept", project.pk, first)

    page = adviser_a.client.get(answer.url).content.decode()
    assert answer.url.endswith(f"#said-{first}")
    assert 'role="status"' in page.partition(f'id="said-{first}"')[2][:400]
    assert reverse("projects:take_back", args=[project.pk, first]) in page


def test_an_answer_is_taken_back_by_a_press(project: Project, adviser_a: Somebody) -> None:
    first = checked(project).open[0].fingerprint
    post(adviser_a, "accept", project.pk, first)

    answer = post(adviser_a, "take_back", project.pk, first)

    assert answer.url.endswith(f"#remark-{first}")
    assert len(checked(project).open) == 6
    assert post(adviser_a, "take_back", project.pk, first).status_code == 409


def test_a_stale_project_shows_both_texts(project: Project, adviser_a: Somebody) -> None:
    fields = {"title": "Theirs", "state": "running", "starts": "2022-04-20", "ends": "2023-06-20"}
    post(adviser_a, "edit", project.pk, **fields, version=1)

    answer = post(adviser_a, "edit", project.pk, **{**fields, "title": "Mine"}, version=1)

    page = answer.content.decode()
    assert answer.status_code == 409 and "Theirs" in page and "Mine" in page


@pytest.mark.parametrize("wrong", [{"title": "\u200b"}, {"ends": "2021-01-01"}, {"state": "asleep"}])
def test_a_project_that_cannot_be_used_gets_a_sentence(
    wrong: dict[str, str], project: Project, adviser_a: Somebody
) -> None:
    fields = {"title": "T", "state": "running", "starts": "2022-04-20", "ends": "2023-06-20", **wrong}

    assert post(adviser_a, "edit", project.pk, **fields, version=1).status_code == 422


def test_strangers_and_readers_write_nothing(
    project: Project, goal: int, reader: Somebody, adviser_b: Somebody, guest: Somebody
) -> None:
    activity = project.activities.first()
    assert activity
    first = checked(project).open[0].fingerprint
    doors: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = [
        ("edit", (project.pk,), {"title": "X", "state": "running"}),
        ("new_activity", (project.pk,), activity_fields()),
        ("activity", (activity.pk,), activity_fields(version=1)),
        ("done", (activity.pk,), {"done": "yes"}),
        ("accept", (project.pk, first), {}),
        ("refuse", (project.pk, first), {"reason": "X"}),
        ("take_back", (project.pk, first), {}),
        ("measure", (goal,), {"version": 1}),
        ("answer", (goal,), ANSWER),
        ("disseminate", (project.pk,), TALK),
    ]
    for name, args, fields in doors:
        answers = [post(who, name, *args, **fields).status_code for who in (reader, adviser_b, guest)]
        assert answers == [403, 404, 302], name

    assert Project.objects.get().title != "X" and len(checked(project).open) == 6
    assert not (Evidence.objects.exists() or Dissemination.objects.exists())


def test_the_list_behind_a_number_is_for_the_owners_advisers(
    project: Project, adviser_a: Somebody, reader: Somebody, partner_adviser: Somebody
) -> None:
    Programme(project).note("programmes.completed", 3)
    address = f"/en/projects/{project.pk}/numbers/programmes.completed/"

    pages = [who.client.get(address).content.decode() for who in (adviser_a, reader, partner_adviser)]

    assert ["Who stands behind the number is for the advisers" in page for page in pages] == [False, True, True]


def test_what_a_fact_comes_from_stands_with_it_for_those_who_may_see_it(project: Project, adviser_a: Somebody) -> None:
    Programme(project).note("cocreation.challenge_shared", 1)
    fact = Fact.objects.get(key="cocreation.challenge_shared")
    tie(record=Ref(fact.subject_kind, fact.subject_id), source=Ref.to(project), by=SYSTEM)
    tie(record=Ref(fact.subject_kind, fact.subject_id), source=Ref("cocreation.conversation", 999), by=SYSTEM)

    page = adviser_a.client.get(f"/en/projects/{project.pk}/numbers/cocreation.challenge_shared/").content.decode()

    assert page.count("Comes from") == 1 and project.title in page


def test_lists_behind_numbers_ask_the_same_for_one_and_for_thirty(
    project: Project, adviser_a: Somebody, django_assert_max_num_queries: Any
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    programme = Programme(project)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            adviser_a.client.get(f"/en/projects/{project.pk}/numbers/programmes.completed/")
        return len(queries)

    programme.note("programmes.completed", 1)
    asked()
    one = asked()
    programme.note("programmes.completed", 29, first=2)

    assert asked() == one
