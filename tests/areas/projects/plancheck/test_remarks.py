"""What a remark says, keeps, and does when it is accepted."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.utils import translation

from samskaper.areas.projects.application import as_json, read
from samskaper.areas.projects.plancheck import Act, Plan, PlanActivity, Remark, check, figures
from samskaper.areas.projects.plancheck.sentences import BUTTONS, SENTENCES, SUGGESTIONS
from tests.areas.projects.application.variants import SAMPLE
from tests.areas.projects.plancheck.plans import activity, expense, goal, income, plan

LANGUAGES = ("nb", "nn", "da", "en")


@pytest.fixture(scope="module")
def real() -> Plan:
    return Plan.from_application(read(SAMPLE))


def everything() -> list[Remark]:
    """One remark of every kind."""
    wrong = plan(
        activity("1", "Første aksjon er holdt.", "2022-02-01", "2022-01-01", "1.1"),
        activity("2", "Noe er gjort.", "2020-01-01", "2020-02-01", "1.1"),
        goals=(goal("1.1"), goal("1.2")),
        starts="2022-01-01",
        ends="2022-12-31",
        lines=(income(100), expense(90)),
    )
    short = plan(lines=(income(90, "confirmed"), expense(100)))
    stated = Plan.from_application(read(SAMPLE.replace("1 370 000", "1 380 000")))
    return [*check(wrong), *check(short), *check(stated), *check(plan(goals=(goal("1.1"),)))]


def test_every_kind_of_remark_is_tried() -> None:
    assert {remark.code for remark in everything()} == set(SENTENCES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_remark_is_a_whole_sentence(language: str) -> None:
    with translation.override(language):
        for remark in everything():
            said, button = remark.sentence(), remark.proposal.button()
            assert said[-1] in ".?", said
            assert "%(" not in said + button
            assert button and not button.endswith(".")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", ("Det står «Ettårig»", "20. april 2022", "fjorten måneder", "Skriv fjorten måneder")),
        ("nn", ("Det står «Ettårig»", "frå 20. april 2022", "fjorten månader", "Skriv fjorten månader")),
        ("da", ("Der står «Ettårig»", "20. april 2022", "fjorten måneder", "Skriv fjorten måneder")),
        ("en", ("says “Ettårig”", "20 April 2022", "fourteen months", "Write fourteen months")),
    ],
)
def test_remark_is_said_in_the_language_of_the_reader(real: Plan, language: str, words: tuple[str, ...]) -> None:
    remark = next(remark for remark in check(real) if remark.code == "duration")
    with translation.override(language):
        said = f"{remark.sentence()} {remark.proposal.button()}"
    assert [word for word in words if word not in said] == []


@pytest.mark.parametrize(
    ("language", "shown"), [("nb", "60\xa0000 kroner"), ("da", "60.000 kroner"), ("en", "60,000 kroner")]
)
def test_amounts_have_the_signs_of_the_language(language: str, shown: str) -> None:
    with translation.override(language):
        assert figures.kroner(60_000) == shown


@pytest.mark.parametrize(
    ("value", "nb", "en"), [("87/137", "63,5 %", "63.5%"), ("2/5", "40 %", "40%"), ("0", "0 %", "0%")]
)
def test_shares(value: str, nb: str, en: str) -> None:
    with translation.override("nb"):
        assert figures.share(value) == nb
    with translation.override("en"):
        assert figures.share(value) == en


@pytest.mark.parametrize(
    ("refs", "nn"),
    [
        ([], "ingen mål"),
        (["1.2"], "1.2"),
        (["main 1"], "hovudmål 1"),
        (["1.2", "1.3", "main 2"], "1.2, 1.3 og hovudmål 2"),
    ],
)
def test_goals_are_named(refs: list[str], nn: str) -> None:
    with translation.override("nn"):
        assert figures.goals(refs) == nn


@pytest.mark.parametrize(
    ("number", "en"), [(1, "one month"), (2, "two months"), (24, "twenty-four months"), (30, "30 months")]
)
def test_months_are_counted_in_words(number: int, en: str) -> None:
    with translation.override("en"):
        assert figures.months(number) == en


def test_long_titles_are_cut_between_words() -> None:
    assert figures.title("ord " * 60) == f"{'ord ' * 29}ord …"
    assert figures.title("Første samling, ") == "Første samling"


def test_sentence_without_its_fact_is_left_out() -> None:
    remark = Remark(
        "year-off",
        (),
        {
            "activity": "A",
            "event": "B",
            "launch": "2023-01-01",
            "starts": "2022-01-01",
            "ends": "2022-01-02",
            "year": 2023,
            "begins": None,
        },
    )
    with translation.override("en"):
        assert "before the project begins" not in remark.sentence()


def test_remarks_are_kept_as_json_and_said_again(real: Plan) -> None:
    for remark in check(real):
        kept = json.loads(json.dumps(remark.as_data()))
        again = Remark.from_data(kept)
        assert (again.sentence(), again.fingerprint) == (remark.sentence(), remark.fingerprint)
        assert again.proposal.button() == remark.proposal.button()


def test_fingerprints_do_not_hang_on_ids(real: Plan) -> None:
    renamed = replace(real, activities=tuple(replace(each, id=f"pk{each.id}") for each in real.activities))
    assert [remark.fingerprint for remark in check(renamed)] == [remark.fingerprint for remark in check(real)]


def test_fingerprints_differ(real: Plan) -> None:
    assert len({remark.fingerprint for remark in check(real)}) == 6


def test_refused_duration_is_asked_again_only_when_it_changes(real: Plan) -> None:
    before = {remark.code: remark.fingerprint for remark in check(real)}
    assert real.ends
    longer = replace(real, ends=real.ends.replace(month=9), activities=real.activities)
    after = {remark.code: remark.fingerprint for remark in check(longer)}
    assert after["duration"] != before["duration"]
    assert after["filed-apart"] == before["filed-apart"]


def accept(remark: Remark, plan: Plan) -> Plan:
    """Do what a proposal says."""
    data: dict[str, Any] = dict(remark.proposal.data)
    if remark.proposal.kind is Act.SET_DURATION:
        return replace(plan, duration=remark.proposal.text())
    if remark.proposal.kind is Act.ADD_ACTIVITY:
        new = PlanActivity(
            f"new {len(plan.activities)}",
            remark.proposal.text(),
            date.fromisoformat(data["starts"]),
            date.fromisoformat(data["ends"]),
            tuple(data["goals"]),
        )
        return replace(plan, activities=(*plan.activities, new))
    changes = {
        Act.MOVE_ACTIVITY: lambda: {
            "starts": date.fromisoformat(data["starts"]),
            "ends": date.fromisoformat(data["ends"]),
        },
        Act.CHANGE_GOALS: lambda: {"goals": tuple(data["goals"])},
    }[remark.proposal.kind]()
    return replace(
        plan,
        activities=tuple(replace(each, **changes) if each.id == data["activity"] else each for each in plan.activities),
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_accepting_all_proposals_leaves_nothing_to_say(real: Plan, language: str) -> None:
    changed = real
    with translation.override(language):
        for remark in check(real):
            changed = accept(remark, changed)
            assert remark.code not in {left.code for left in check(changed)}
    assert check(changed) == []


def test_json_has_the_remarks_with_their_sentences() -> None:
    with translation.override("en"):
        said = as_json(read(SAMPLE))
    assert [remark["code"] for remark in said["remarks"]][:2] == ["year-off", "duration"]
    assert said["remarks"][1]["proposal"]["button"] == "Write fourteen months"
    assert json.loads(json.dumps(said)) == said


@pytest.mark.parametrize("table", [BUTTONS, SUGGESTIONS])
def test_every_button_is_used(table: dict[str, Any]) -> None:
    used = {remark.proposal.words or remark.proposal.kind.value for remark in everything()}
    used |= {remark.proposal.data.get("suggestion") for remark in everything()}
    assert set(table) - used == set()


def test_placeholders_are_known_names() -> None:
    names = {name for parts in SENTENCES.values() for part in parts for name in re.findall(r"%\((\w+)\)s", str(part))}
    assert {name for remark in everything() for name in remark.params} >= names


@pytest.mark.parametrize("module", ["application", "plancheck"])
def test_no_settings_are_needed_to_import(module: str) -> None:
    code = f"import samskaper.areas.projects.{module}; from samskaper.areas.projects.application import read; read('x')"
    done = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": "src"}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
