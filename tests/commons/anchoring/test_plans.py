"""What has become practice of each sentence of a plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from samskaper.commons.anchoring import commands, queries
from samskaper.commons.anchoring.models import PlanDocument, PlanSection, Tie
from samskaper.commons.people.doer import SYSTEM, Doer
from samskaper.commons.people.models import Organisation, Role
from samskaper.commons.record.commands import tie
from samskaper.commons.record.models import Fact
from samskaper.commons.record.queries import sources
from samskaper.foundation.kinds import Card, Kind, kinds
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Refusal, Stale
from tests.cast import Somebody, make_person

HIDDEN = 666


def cards(ids: Iterable[int], doer: object) -> dict[int, Card]:
    return {one: Card(Ref("tests.thing", one), f"Thing {one}", f"/things/{one}/") for one in ids if one < HIDDEN}


@pytest.fixture(autouse=True)
def thing() -> Iterator[None]:
    """A kind of record whose cards everybody sees up to 666."""
    kinds.add("tests.thing", Kind("tests.thing", "thing", cards, knot="initiative"))
    yield
    kinds._entries.pop("tests.thing")


@pytest.fixture
def plan(library_a: Organisation, adviser_a: Somebody) -> PlanDocument:
    found = commands.save_document(
        owner=library_a, title="Culture plan", kind="plan", first_year=2024, by=adviser_a.doer
    )
    for page in (4, 5):
        commands.add_section(document=found, sentence=f"Sentence on {page}.", page=page, by=adviser_a.doer)
    return found


@pytest.fixture
def planner_b(library_b: Organisation) -> Somebody:
    return make_person("Planner B", (library_b, Role.PLANNER))


def sentence(plan: PlanDocument, page: int) -> PlanSection:
    return plan.sections.get(page=page)


def page_of(plan: PlanDocument, doer: Doer) -> queries.PlanPage:
    return queries.plan_page(plan, visible_to=doer)


def test_a_sentence_is_untouched_until_something_serves_it(plan: PlanDocument, adviser_a: Somebody) -> None:
    commands.tie_to_section(
        section=sentence(plan, 4), record=Ref("tests.thing", 1), says="We do it.", by=adviser_a.doer
    )

    first, second = page_of(plan, adviser_a.doer).sentences

    assert [one.card.title for one in first.served] == ["Thing 1"] and first.served[0].says == "We do it."
    assert not first.untouched and second.untouched


def test_what_came_of_it_is_followed_down_the_chain(plan: PlanDocument, adviser_a: Somebody) -> None:
    commands.tie_to_section(section=sentence(plan, 4), record=Ref("tests.thing", 1), by=adviser_a.doer)
    for child, parent in ((2, 1), (3, 2), (4, 3), (HIDDEN, 4)):
        tie(record=Ref("tests.thing", child), source=Ref("tests.thing", parent), by=SYSTEM)

    became = page_of(plan, adviser_a.doer).sentences[0].served[0].became

    assert [one.card.title for one in became] == ["Thing 2", "Thing 3", "Thing 4"]


def test_a_circle_of_origins_ends(plan: PlanDocument, adviser_a: Somebody) -> None:
    commands.tie_to_section(section=sentence(plan, 4), record=Ref("tests.thing", 1), by=adviser_a.doer)
    for child, parent in ((2, 1), (3, 2), (1, 3)):
        tie(record=Ref("tests.thing", child), source=Ref("tests.thing", parent), by=SYSTEM)

    assert len(page_of(plan, adviser_a.doer).sentences[0].served[0].became) == 2


def test_what_the_reader_may_not_see_is_only_hinted_at(
    plan: PlanDocument, adviser_a: Somebody, guest: Somebody
) -> None:
    commands.tie_to_section(section=sentence(plan, 4), record=Ref("tests.thing", HIDDEN), by=adviser_a.doer)

    first = page_of(plan, guest.doer).sentences[0]

    assert first.hidden and not first.served and not first.untouched


def test_a_tie_is_an_origin_and_a_fact_until_it_is_untied(plan: PlanDocument, adviser_a: Somebody) -> None:
    record = Ref("tests.thing", 1)
    made = commands.tie_to_section(section=sentence(plan, 4), record=record, by=adviser_a.doer)
    assert sources([record]) == {record: [Ref.to(sentence(plan, 4))]}

    commands.untie(tie=made, by=adviser_a.doer)

    assert sources([record]) == {} and not Tie.objects.exists()
    assert not Fact.objects.filter(key="anchoring.tied_to_plan", taken_back__isnull=True).exists()


def test_tying_twice_changes_only_the_words(plan: PlanDocument, adviser_a: Somebody) -> None:
    for says in ("First", "Second"):
        commands.tie_to_section(section=sentence(plan, 4), record=Ref("tests.thing", 1), says=says, by=adviser_a.doer)

    assert [one.says for one in Tie.objects.all()] == ["Second"]
    assert Fact.objects.filter(key="anchoring.tied_to_plan").count() == 1


def test_the_page_asks_the_same_for_one_and_for_thirty(plan: PlanDocument, adviser_a: Somebody) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as seen:
            page_of(plan, adviser_a.doer)
        return len(seen)

    def serve(first: int, last: int) -> None:
        for number in range(first, last):
            section = commands.add_section(document=plan, sentence=f"S{number}", by=adviser_a.doer)
            commands.tie_to_section(section=section, record=Ref("tests.thing", number), by=adviser_a.doer)
            tie(record=Ref("tests.thing", number + 100), source=Ref("tests.thing", number), by=SYSTEM)

    serve(1, 2)
    one = asked()
    serve(2, 31)

    assert asked() == one


def test_the_list_counts_in_one_query(plan: PlanDocument, adviser_a: Somebody, django_assert_num_queries: Any) -> None:
    commands.tie_to_section(section=sentence(plan, 4), record=Ref("tests.thing", 1), by=adviser_a.doer)

    with django_assert_num_queries(1):
        found = list(queries.documents())

    assert [(one.sentence_count, one.touched_count) for one in found] == [(2, 1)]


# (role, organisation) -> adds plans, changes this plan, ties
TRUTH = {
    ("adviser", "a"): (True, True, True),
    ("planner", "a"): (True, True, True),
    ("leader", "a"): (False, False, False),
    ("editor", "a"): (False, False, False),
    ("adviser", "b"): (True, False, True),
    ("planner", "b"): (True, False, True),
    ("staff", "b"): (False, False, False),
}


@pytest.mark.parametrize(("held", "truth"), TRUTH.items(), ids=str)
def test_who_may(
    held: tuple[str, str], truth: tuple[bool, ...], plan: PlanDocument, library_a: Organisation, library_b: Organisation
) -> None:
    own = {"a": library_a, "b": library_b}[held[1]]
    doer = make_person("Somebody", (own, held[0])).doer

    def can(write: Any) -> bool:
        try:
            with transaction.atomic():
                write()
        except Refusal:
            return False
        return True

    asked = (
        can(lambda: commands.save_document(owner=own, title="Another", by=doer)),
        can(lambda: commands.add_section(document=plan, sentence="More.", by=doer)),
        can(lambda: commands.tie_to_section(section=sentence(plan, 4), record=Ref("tests.thing", 1), by=doer)),
    )

    assert asked == truth


def test_strangers_do_not_untie(plan: PlanDocument, adviser_a: Somebody, planner_b: Somebody) -> None:
    made = commands.tie_to_section(section=sentence(plan, 4), record=Ref("tests.thing", 1), by=adviser_a.doer)

    with pytest.raises(Refusal) as refused:
        commands.untie(tie=made, by=planner_b.doer)

    assert refused.value.status == 404


def test_a_stale_sentence_shows_both_texts(plan: PlanDocument, adviser_a: Somebody) -> None:
    section = sentence(plan, 4)
    commands.change_section(section=sentence(plan, 4), version=1, sentence="Theirs", by=adviser_a.doer)

    with pytest.raises(Stale) as stale:
        commands.change_section(section=section, version=1, sentence="Mine", by=adviser_a.doer)

    assert (stale.value.mine["sentence"], stale.value.theirs["sentence"]) == ("Mine", "Theirs")


def test_years_that_run_backwards_cannot_be_stored(plan: PlanDocument) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        PlanDocument.objects.filter(pk=plan.pk).update(last_year=2020)


@pytest.mark.parametrize(
    ("first", "last", "said"), [(2020, 2023, "2020–2023"), (2020, 2020, "2020"), (None, 2023, "2023"), (None, None, "")]
)
def test_years_as_they_are_said(first: int | None, last: int | None, said: str) -> None:
    assert PlanDocument(first_year=first, last_year=last).years == said


def test_my_name_goes_and_the_tie_stays(plan: PlanDocument, adviser_a: Somebody) -> None:
    commands.tie_to_section(section=sentence(plan, 4), record=Ref("tests.thing", 1), says="Words", by=adviser_a.doer)
    assert adviser_a.person
    exported = queries.export(adviser_a.person.pk)

    said = commands.forget(adviser_a.person.pk)

    assert len(exported) == 1 and said
    assert Tie.objects.get().by is None
