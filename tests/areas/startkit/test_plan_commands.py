"""What can be done to a plan for a meeting, and by whom."""

from __future__ import annotations

import datetime as dt

import pytest

from samskaper.areas.startkit.commands import plan_items, plan_keeping, plans
from samskaper.areas.startkit.models import Plan, PlanItem
from samskaper.areas.startkit.queries.personal import export
from samskaper.areas.startkit.queries.plans import is_mine, kept_until, mine, plan_behind, plans_behind, sheet
from samskaper.areas.startkit.rules.keys import READ, WRITE, keys_of
from samskaper.areas.startkit.rules.plans import GUESTS_DAYS, MOST_ITEMS, OWN_DAYS
from samskaper.commons.people.doer import GUEST
from samskaper.commons.record.models import Fact
from samskaper.foundation import clock
from samskaper.foundation.refusals import Conflict, Invalid, Missing, Refusal, Stale
from tests.areas.startkit.meeting import bearer, plan_of, point, rows
from tests.cast import Somebody

pytestmark = pytest.mark.django_db


# -- addresses ---------------------------------------------------------------------------------------------------------
def test_the_table_holds_neither_address() -> None:
    plan = plan_of()
    keys = keys_of(plan.nonce)

    written = str(Plan.objects.filter(pk=plan.pk).values())

    assert keys.write not in written and keys.read not in written and keys.write != keys.read


def test_each_address_opens_its_plan_for_its_purpose_only() -> None:
    plan = plan_of()
    keys = keys_of(plan.nonce)

    assert plan_behind(keys.write, purpose=WRITE, doer=GUEST)[0] == plan
    assert plan_behind(keys.read, purpose=READ, doer=GUEST)[0] == plan
    for secret, purpose in ((keys.write, READ), (keys.read, WRITE), ("x" * 32, WRITE), ("", READ)):
        with pytest.raises(Missing):
            plan_behind(secret, purpose=purpose, doer=GUEST)


def test_new_addresses_close_the_old_ones() -> None:
    plan = plan_of()
    old = keys_of(plan.nonce)

    plans.change_keys(plan=plan, by=bearer(plan))

    for secret, purpose in ((old.write, WRITE), (old.read, READ)):
        with pytest.raises(Missing):
            plan_behind(secret, purpose=purpose, doer=GUEST)
    assert plan_behind(keys_of(plan.nonce).write, purpose=WRITE, doer=GUEST)[0] == plan


@pytest.mark.parametrize("who", ["reader", "stranger", "bearer of another plan"])
def test_nobody_but_the_bearer_writes(who: str) -> None:
    plan, other = plan_of("brainwriting"), plan_of()
    by = {"reader": bearer(plan, READ), "stranger": GUEST, "bearer of another plan": bearer(other)}[who]
    (row,) = rows(plan)
    tries = (
        lambda: plans.describe_plan(plan=plan, version=1, values={}, by=by), lambda: plans.change_keys(plan=plan, by=by),
        lambda: plans.delete_plan(plan=plan, by=by), lambda: plan_items.add_method(plan=plan, method="pitch", language="nb", by=by),
        lambda: plan_items.add_point(plan=plan, title="x", minutes=5, by=by), lambda: plan_items.take_breaks(plan=plan, by=by),
        lambda: plan_items.move_item(plan=plan, number=row.pk, up=True, by=by), lambda: plan_items.remove_item(plan=plan, number=row.pk, by=by),
        lambda: plan_items.put_back(plan=plan, number=row.pk, by=by),
        lambda: plan_items.change_item(plan=plan, number=row.pk, version=1, change=plan_items.Change(5), by=by),
    )

    for attempt in tries:
        with pytest.raises(Refusal) as refused:
            attempt()
        assert refused.value.status == (403 if who == "reader" else 404)


def test_a_row_of_another_plan_is_out_of_reach() -> None:
    plan, other = plan_of(), plan_of("brainwriting")

    with pytest.raises(Conflict):
        plan_items.remove_item(plan=plan, number=rows(other)[0].pk, by=bearer(plan))


def test_whoever_made_it_signed_in_needs_no_address(staff_a: Somebody, staff_b: Somebody) -> None:
    plan = plan_of(by=staff_a.doer)

    plan_items.add_point(plan=plan, title="Velkommen", minutes=5, by=staff_a.doer)

    assert is_mine(plan.pk, visible_to=staff_a.doer) and not is_mine(plan.pk, visible_to=staff_b.doer) and not is_mine(plan.pk, visible_to=GUEST)
    with pytest.raises(Refusal):
        plan_items.add_point(plan=plan, title="Velkommen", minutes=5, by=staff_b.doer)


def test_a_guests_plan_can_be_kept_once(staff_a: Somebody, staff_b: Somebody) -> None:
    plan = plan_of()

    plans.keep_plan(plan=plan, by=bearer(plan, by=staff_a.doer))
    plans.keep_plan(plan=plan, by=bearer(plan, by=staff_a.doer))

    assert [one.pk for one in mine(visible_to=staff_a.doer)] == [plan.pk]
    with pytest.raises(Conflict):
        plans.keep_plan(plan=plan, by=bearer(plan, by=staff_b.doer))


def test_a_copy_belongs_to_whoever_copies_and_has_no_day(staff_a: Somebody) -> None:
    plan = plan_of("brainwriting", title="Torsdag", day=dt.date(2026, 12, 3), people=9)
    point(plan)
    plan_items.remove_item(plan=plan, number=rows(plan)[0].pk, by=bearer(plan))

    copy = plans.copy_plan(plan=plan, by=bearer(plan, READ, by=staff_a.doer))

    assert (copy.person_id, copy.title, copy.day, copy.people) == (staff_a.doer.person, "Torsdag", None, 9)
    assert [row.title for row in rows(copy)] == ["Velkommen"] and copy.digest != plan.digest


# -- rows --------------------------------------------------------------------------------------------------------------
def test_a_method_comes_with_its_minutes() -> None:
    (row,) = rows(plan_of("dot-voting"))

    assert (row.method, row.minutes, row.online) == ("dot-voting", 45, False)


def test_in_an_online_meeting_a_method_comes_in_its_online_variant() -> None:
    (row,) = rows(plan_of("dot-voting", online=True))

    assert (row.minutes, row.online) == (40, True)


def test_a_method_that_is_not_published_cannot_be_put_in() -> None:
    plan = plan_of()

    for key in ("", "nothing", "../x", "DOT-VOTING"):
        with pytest.raises(Invalid):
            plan_items.add_method(plan=plan, method=key, language="nb", by=bearer(plan))


@pytest.mark.parametrize("minutes", [0, -1, 481, 10**9])
def test_minutes_that_no_meeting_has_are_refused(minutes: int) -> None:
    plan = plan_of("brainwriting")
    (row,) = rows(plan)

    with pytest.raises(Invalid):
        plan_items.add_point(plan=plan, title="x", minutes=minutes, by=bearer(plan))
    with pytest.raises(Invalid):
        plan_items.change_item(plan=plan, number=row.pk, version=row.version, change=plan_items.Change(minutes), by=bearer(plan))


@pytest.mark.parametrize("title", ["", "  ", "\u200b\u200e", "\u202e"])
def test_a_point_needs_words_that_can_be_seen(title: str) -> None:
    plan = plan_of()

    with pytest.raises(Invalid):
        plan_items.add_point(plan=plan, title=title, minutes=5, by=bearer(plan))


def test_marks_of_direction_are_taken_out_and_emoji_stay() -> None:
    row = point(plan_of(), title="\u202eenon\u202c kaffe ☕")

    assert row.title == "enon kaffe ☕"


def test_a_plan_is_full_at_a_ceiling_and_says_so() -> None:
    plan = plan_of()
    PlanItem.objects.bulk_create(PlanItem(plan=plan, order=number, kind="point", title="x", minutes=5) for number in range(MOST_ITEMS))

    with pytest.raises(Invalid) as refused:
        point(plan)
    assert str(MOST_ITEMS) in str(refused.value)


def test_rows_change_places() -> None:
    plan = plan_of()
    first, second, third = (point(plan, title) for title in ("A", "B", "C"))

    plan_items.move_item(plan=plan, number=third.pk, up=True, by=bearer(plan))
    plan_items.move_item(plan=plan, number=first.pk, up=True, by=bearer(plan))
    plan_items.move_item(plan=plan, number=second.pk, up=False, by=bearer(plan))

    assert [row.title for row in rows(plan)] == ["A", "C", "B"]


def test_what_was_taken_out_goes_back_to_its_place() -> None:
    plan = plan_of()
    _first, second, _third = (point(plan, title) for title in ("A", "B", "C"))

    plan_items.remove_item(plan=plan, number=second.pk, by=bearer(plan))
    gone = sheet(plan, visible_to=bearer(plan)).removed
    plan_items.put_back(plan=plan, number=second.pk, by=bearer(plan))

    assert gone is not None and gone.pk == second.pk
    assert [row.title for row in rows(plan)] == ["A", "B", "C"] and sheet(plan, visible_to=bearer(plan)).removed is None


def test_what_was_taken_out_twice_is_told() -> None:
    plan = plan_of()
    row = point(plan)
    plan_items.remove_item(plan=plan, number=row.pk, by=bearer(plan))

    with pytest.raises(Conflict):
        plan_items.remove_item(plan=plan, number=row.pk, by=bearer(plan))


def test_a_stale_row_gives_both_texts() -> None:
    plan = plan_of()
    row = point(plan, "Kaffe")
    plan_items.change_item(plan=plan, number=row.pk, version=1, change=plan_items.Change(10, "Kaffe og kake"), by=bearer(plan))

    with pytest.raises(Stale) as stale:
        plan_items.change_item(plan=plan, number=row.pk, version=1, change=plan_items.Change(20, "Te"), by=bearer(plan))

    assert (stale.value.mine["title"], stale.value.theirs["title"]) == ("Te", "Kaffe og kake")


def test_another_variant_brings_its_own_minutes_unless_somebody_chose_others() -> None:
    plan = plan_of("dot-voting", "dot-voting")
    first, second = rows(plan)

    plan_items.change_item(plan=plan, number=first.pk, version=1, change=plan_items.Change(45, online=True), by=bearer(plan))
    plan_items.change_item(plan=plan, number=second.pk, version=1, change=plan_items.Change(60, online=True), by=bearer(plan))

    assert [(row.online, row.minutes) for row in rows(plan)] == [(True, 40), (True, 60)]


# -- breaks ------------------------------------------------------------------------------------------------------------
def test_all_breaks_are_taken_with_one_press() -> None:
    plan = plan_of("brainwriting", "dot-voting", "impact-effort")

    taken = plan_items.take_breaks(plan=plan, by=bearer(plan))

    assert taken == 2 and [row.kind for row in rows(plan)] == ["method", "break", "method", "break", "method"]
    assert [row.order for row in rows(plan)] == [1, 2, 3, 4, 5] and not sheet(plan, visible_to=bearer(plan)).proposals


def test_a_long_method_is_cut_between_its_steps_and_whole_again_without_the_break() -> None:
    plan = plan_of("future-workshop")
    (whole,) = rows(plan)

    plan_items.take_breaks(plan=plan, by=bearer(plan))
    cut = rows(plan)
    for pause in [row for row in cut if row.kind == "break"]:
        plan_items.remove_item(plan=plan, number=pause.pk, by=bearer(plan))

    assert sum(row.minutes for row in cut if row.kind == "method") == whole.minutes and len(cut) > 2
    assert [(row.first, row.last or 5, row.minutes) for row in rows(plan)] == [(1, 5, 165)]


def test_half_a_method_keeps_its_variant() -> None:
    plan = plan_of("future-workshop")
    plan_items.take_breaks(plan=plan, by=bearer(plan))
    part = rows(plan)[0]

    with pytest.raises(Conflict):
        plan_items.change_item(plan=plan, number=part.pk, version=part.version, change=plan_items.Change(part.minutes, online=True), by=bearer(plan))


def test_a_break_that_is_no_longer_proposed_is_told() -> None:
    plan = plan_of("brainwriting")

    for key in ("", "1-0", "x"):
        with pytest.raises(Conflict):
            plan_items.take_breaks(plan=plan, only=key, by=bearer(plan))


# -- what follows from the rows ----------------------------------------------------------------------------------------
def test_what_to_bring_names_each_thing_once() -> None:
    plan = plan_of("dot-voting", "brainwriting", "dot-voting")

    found = sheet(plan, visible_to=bearer(plan))

    assert len(found.materials) == len({thing.casefold() for thing in found.materials}) > 5
    assert [method.key for method, _things in found.preparation] == ["dot-voting", "brainwriting"]


def test_lines_to_read_aloud_stand_at_their_hour() -> None:
    plan = plan_of("dot-voting", "brainwriting")

    assert [f"{one.at:%H.%M}" for one in sheet(plan, visible_to=bearer(plan)).aloud] == ["13.00", "13.45"]


def test_a_method_that_leaves_the_kit_stays_as_a_row() -> None:
    plan = plan_of("dot-voting")
    PlanItem.objects.filter(plan=plan).update(method="gone")

    (line,) = sheet(plan, visible_to=bearer(plan)).lines

    assert line.row.name == "Prikkavstemning" and not line.steps and line.remarks


# -- keeping -----------------------------------------------------------------------------------------------------------
def old(plan: Plan, days: int, *, day: int | None = None) -> Plan:
    touched = clock.today() - dt.timedelta(days=days)
    Plan.objects.filter(pk=plan.pk).update(touched=touched, day=clock.today() - dt.timedelta(days=day) if day is not None else None)
    return plan


def test_guests_plans_go_half_a_year_after_the_meeting_or_the_last_touch(staff_a: Somebody) -> None:
    gone = old(plan_of(), GUESTS_DAYS + 1, day=GUESTS_DAYS + 1)
    touched_late, held_late = old(plan_of(), 2, day=GUESTS_DAYS + 1), old(plan_of(), GUESTS_DAYS + 1, day=3)
    owned = old(plan_of(by=staff_a.doer), GUESTS_DAYS + 1)

    assert plan_keeping.forget_guests_plans(GUESTS_DAYS) == 1
    assert set(Plan.objects.all()) == {touched_late, held_late, owned} and gone not in Plan.objects.all()
    assert plan_keeping.forget_own_plans(OWN_DAYS) == 0


def test_own_plans_go_after_two_years(staff_a: Somebody) -> None:
    old(plan_of(by=staff_a.doer), OWN_DAYS + 1)

    assert plan_keeping.forget_own_plans(OWN_DAYS) == 1 and not Plan.objects.exists()


def test_the_page_says_the_day_on_which_it_goes(staff_a: Somebody) -> None:
    day = clock.today() + dt.timedelta(days=10)

    assert kept_until(plan_of()) == clock.today() + dt.timedelta(days=GUESTS_DAYS)
    assert kept_until(plan_of(day=day)) == day + dt.timedelta(days=GUESTS_DAYS)
    assert kept_until(plan_of(by=staff_a.doer)) == clock.today() + dt.timedelta(days=OWN_DAYS)


def test_rows_that_were_taken_out_are_deleted_after_a_day() -> None:
    plan = plan_of()
    row = point(plan)
    plan_items.remove_item(plan=plan, number=row.pk, by=bearer(plan))

    assert plan_keeping.forget_removed(1) == 0
    with clock.at(clock.now() + dt.timedelta(days=2)):
        assert plan_keeping.forget_removed(1) == 1


def test_a_touch_keeps_a_plan_longer() -> None:
    plan = old(plan_of(), 100)

    point(plan)

    assert Plan.objects.get(pk=plan.pk).touched == clock.today()


def test_my_plans_are_handed_out_and_erased_with_me(staff_a: Somebody, staff_b: Somebody) -> None:
    assert staff_a.person and staff_b.person
    plan_of("brainwriting", by=staff_a.doer, title="Mitt møte")
    others = plan_of(by=staff_b.doer)

    told = str(export(staff_a.person.pk))
    plan_keeping.erase(staff_a.person.pk)

    assert "Mitt møte" in told and "Stille idéskriving: 50" in told and list(Plan.objects.all()) == [others]


def test_beginning_and_deleting_are_facts_without_a_name() -> None:
    plan = plan_of()

    plans.delete_plan(plan=plan, by=bearer(plan))

    assert list(Fact.objects.filter(key__startswith="startkit.plan").order_by("pk").values_list("key", "doer_id")) == [
        ("startkit.plan_begun", None), ("startkit.plan_deleted", None),
    ]


def test_only_plans_whose_address_still_works_are_shown_behind_others() -> None:
    plan = plan_of(title="Torsdag")

    found = plans_behind([plan.pk, 0])
    Plan.objects.filter(pk=plan.pk).update(nonce="x")  # the secret of the house has changed

    assert found[plan.pk].title == "Torsdag" and plans_behind([plan.pk]) == {}
