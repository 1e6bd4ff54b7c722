"""Initiatives: who owns them, when they begin, the next step, and what became of them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from samskaper.areas.cocreation.commands import conversations, going, parties, partners, personal, reminding
from samskaper.areas.cocreation.commands import initiatives as commands
from samskaper.areas.cocreation.commands.forgetting import forget
from samskaper.areas.cocreation.commands.parties import say_never
from samskaper.areas.cocreation.events import GoesOn, InitiativeBegun
from samskaper.areas.cocreation.models import Contact, Conversation, Initiative, PartnerState, Party, Shown, StillGoing
from samskaper.areas.cocreation.queries import initiatives as queries
from samskaper.areas.cocreation.queries import personal as personal_queries
from samskaper.areas.cocreation.queries.initiative_page import initiative_page
from samskaper.areas.cocreation.queries.party_initiatives import of_party, waiting_for
from samskaper.areas.cocreation.rules.initiatives import months_after
from samskaper.commons.mail.models import Letter
from samskaper.commons.people.doer import SYSTEM
from samskaper.commons.people.models import Organisation
from samskaper.commons.record.queries import counts, sources
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict, Invalid, Missing, Refusal, Stale
from tests.areas.cocreation.conftest import bearer
from tests.cast import Somebody

SERIES = Ref("programmes.programme", 7)


@pytest.fixture
def by_us(town_a: Organisation, staff_a: Somebody) -> dict[str, Any]:
    return {"library": town_a.pk, "by": staff_a.doer}


@pytest.fixture
def by_them(speaker: Contact) -> dict[str, Any]:
    return {"contact": speaker, "by": bearer(speaker)}


@pytest.fixture
def ride(choir: Party, town_a: Organisation, by_us: dict[str, Any]) -> Initiative:
    """Proposed by the library; the choir is asked to own it too."""
    made = commands.propose(title="Skyss til øvelsen", about="", owner=town_a, county=choir.county, within=SERIES, **by_us)
    partners.ask(initiative=made.pk, asked=choir, role="owner", **by_us)
    return made


def begun(ride: Initiative, by_them: dict[str, Any]) -> Initiative:
    partners.say_yes(initiative=ride.pk, **by_them)
    ride.refresh_from_db()
    return ride


def counted(key: str) -> int:
    return counts([key], within=[SERIES])[key]


def test_silence_stays_asked_and_nothing_begins(ride: Initiative) -> None:
    assert ride.state == "proposed"
    assert ride.partners.get(party__isnull=False).state == PartnerState.ASKED
    assert counted(InitiativeBegun.key) == 0


def test_it_begins_when_somebody_on_each_side_owns_it(ride: Initiative, by_them: dict[str, Any]) -> None:
    begun(ride, by_them)

    assert (ride.state, ride.began_on) == ("going", clock.today())
    assert counted(InitiativeBegun.key) == 1
    assert [one.months for one in ride.asked_after.all()] == [6, 12]


def test_saying_yes_twice_begins_once(ride: Initiative, by_them: dict[str, Any]) -> None:
    begun(ride, by_them)
    partners.say_yes(initiative=ride.pk, brings="Et piano", **by_them)

    assert counted(InitiativeBegun.key) == 1
    assert ride.asked_after.count() == 2
    assert ride.partners.get(party__isnull=False).brings == "Et piano"


def test_beginning_twice_is_refused(ride: Initiative, by_us: dict[str, Any]) -> None:
    commands.do(deed="begin", initiative=ride.pk, **by_us)

    with pytest.raises(Conflict):
        commands.do(deed="begin", initiative=ride.pk, **by_us)
    assert counted(InitiativeBegun.key) == 1


def test_an_association_begins_one_on_its_own(choir: Party, speaker: Contact, town_a: Organisation, by_them: dict[str, Any]) -> None:
    made = commands.propose(title="Sang på torget", about="", owner=town_a, county=choir.county, **by_them)
    commands.do(deed="begin", initiative=made.pk, **by_them)
    page = initiative_page(made.pk, visible_to=bearer(speaker), contact=speaker)

    assert page.sides == {"party"}
    assert [one.words for one in page.owners] == ["Tverrdal songlag"]
    assert page.initiative.state == "going"


def test_a_library_that_says_yes_later_makes_it_two_sides(
    choir: Party, speaker: Contact, town_a: Organisation, by_them: dict[str, Any], by_us: dict[str, Any], staff_a: Somebody
) -> None:
    made = commands.propose(title="Sang på torget", about="", owner=town_a, county=choir.county, **by_them)
    partners.ask(initiative=made.pk, asked=town_a, role="owner", **by_them)
    partners.say_yes(initiative=made.pk, **by_us)
    page = initiative_page(made.pk, visible_to=staff_a.doer)

    assert page.sides == {"party", "library"}
    assert page.initiative.state == "going"


def test_its_origin_is_remembered(held: Conversation, town_a: Organisation, by_us: dict[str, Any]) -> None:
    made = commands.propose(title="Skyss", about="", owner=town_a, source=Ref.to(held), **by_us)

    assert sources([Ref.to(made)])[Ref.to(made)] == [Ref.to(held)]


@pytest.mark.parametrize("title", ["", "  ", "🎉🎉", "\u200b\u200b", "123"])
def test_a_name_without_words_is_refused(title: str, town_a: Organisation, by_us: dict[str, Any]) -> None:
    with pytest.raises(Invalid):
        commands.propose(title=title, about="", owner=town_a, **by_us)


@pytest.mark.parametrize(("words", "days"), [("", 3), ("Ringe", -1), ("Ringe", 731), ("🎉", 3)])
def test_a_next_step_that_is_none_is_refused(words: str, days: int, ride: Initiative, by_us: dict[str, Any]) -> None:
    day = clock.today() + dt.timedelta(days=days)

    with pytest.raises(Invalid):
        commands.set_next_step(initiative=ride.pk, next_step=words, next_step_on=day, version=ride.version, **by_us)


def test_two_who_save_at_once_keep_both_texts(ride: Initiative, by_us: dict[str, Any], by_them: dict[str, Any]) -> None:
    begun(ride, by_them)
    commands.set_next_step(initiative=ride.pk, next_step="Ringe sjåføren", next_step_on=None, version=ride.version, **by_us)

    with pytest.raises(Stale) as stale:
        commands.set_next_step(initiative=ride.pk, next_step="Spørre kommunen", next_step_on=None, version=ride.version, **by_them)
    assert (stale.value.mine["next_step"], stale.value.theirs["next_step"]) == ("Spørre kommunen", "Ringe sjåføren")


def test_those_who_are_only_asked_change_nothing(ride: Initiative, by_them: dict[str, Any]) -> None:
    with pytest.raises(Refusal):
        commands.change_words(initiative=ride.pk, title="Noe annet", about="", version=ride.version, **by_them)


def test_a_partner_writes_the_next_step_and_not_the_name(ride: Initiative, choir: Party, by_us: dict[str, Any], by_them: dict[str, Any]) -> None:
    ride.partners.filter(party=choir).update(role="partner")
    partners.say_yes(initiative=ride.pk, **by_them)
    commands.set_next_step(initiative=ride.pk, next_step="Ringe", next_step_on=None, version=ride.version, **by_them)

    with pytest.raises(Refusal):
        commands.change_words(initiative=ride.pk, title="Noe annet", about="", version=ride.version + 1, **by_them)


def test_a_library_does_not_act_for_another(ride: Initiative, town_a: Organisation, staff_b: Somebody) -> None:
    with pytest.raises(Refusal):
        commands.do(deed="begin", initiative=ride.pk, library=town_a.pk, by=staff_b.doer)


def test_whoever_wants_no_questions_is_not_asked(choir: Party, speaker: Contact, town_a: Organisation, by_us: dict[str, Any]) -> None:
    made = commands.propose(title="Skyss", about="", owner=town_a, **by_us)
    choir = say_never(contact=speaker, by=bearer(speaker))

    with pytest.raises(Conflict):
        partners.ask(initiative=made.pk, asked=choir, **by_us)


def test_a_no_is_respected(ride: Initiative, choir: Party, by_us: dict[str, Any], by_them: dict[str, Any]) -> None:
    partners.say_no(initiative=ride.pk, **by_them)

    with pytest.raises(Conflict):
        partners.ask(initiative=ride.pk, asked=choir, **by_us)
    with pytest.raises(Missing):
        initiative_page(ride.pk, visible_to=by_them["by"], contact=by_them["contact"])


def test_leaving_takes_along_what_one_brought(ride: Initiative, staff_a: Somebody, by_them: dict[str, Any]) -> None:
    partners.say_yes(initiative=ride.pk, brings="To biler", **by_them)
    partners.say_no(initiative=ride.pk, **by_them)
    page = initiative_page(ride.pk, visible_to=staff_a.doer)

    assert page.sides == {"library"}
    assert "To biler" not in str(page.who)


def test_a_proposal_that_everybody_left_is_gone(choir: Party, town_a: Organisation, by_them: dict[str, Any]) -> None:
    made = commands.propose(title="Sang på torget", about="", owner=town_a, **by_them)
    partners.say_no(initiative=made.pk, **by_them)

    assert not Initiative.objects.filter(pk=made.pk).exists()


def test_others_know_a_party_as_it_chose(ride: Initiative, by_them: dict[str, Any], staff_a: Somebody, staff_b: Somebody) -> None:
    begun(ride, by_them)

    assert [one.words for one in initiative_page(ride.pk, visible_to=staff_b.doer).owners] == ["Tverrdal bibliotek", "En forening i Innlandet"]
    partners.say_yes(initiative=ride.pk, shown=Shown.BY_NAME, **by_them)
    assert "Tverrdal songlag" in str(initiative_page(ride.pk, visible_to=staff_b.doer).owners)
    partners.say_yes(initiative=ride.pk, shown=Shown.NOT, **by_them)
    assert "song" not in str(initiative_page(ride.pk, visible_to=staff_b.doer).who)
    assert "Tverrdal songlag" in str(initiative_page(ride.pk, visible_to=staff_a.doer).owners)


def test_a_stranger_by_link_finds_nothing(ride: Initiative, held: Conversation, town_a: Organisation, staff_a: Somebody) -> None:

    other = parties.add_party(owner=town_a, kind="association", name="Andre", by=staff_a.doer)
    contact = parties.name_contact(party=other, owner=town_a, email="andre@lag.example", by=staff_a.doer)

    with pytest.raises(Missing):
        initiative_page(ride.pk, visible_to=bearer(contact), contact=contact)
    with pytest.raises(Missing):
        partners.say_yes(initiative=ride.pk, contact=contact, by=bearer(contact))


def test_the_owners_are_reminded_once_on_the_day(ride: Initiative, by_us: dict[str, Any], by_them: dict[str, Any]) -> None:
    begun(ride, by_them)
    day = clock.today() + dt.timedelta(days=10)
    commands.set_next_step(initiative=ride.pk, next_step="Ringe sjåføren", next_step_on=day, version=ride.version, **by_us)

    assert reminding.remind() == 0
    with clock.at(clock.now() + dt.timedelta(days=10)):
        assert (reminding.remind(), reminding.remind()) == (1, 0)
    assert sorted(Letter.objects.values_list("email", flat=True)) == ["leder@songlag.example", "staff.a@example.org"]
    assert "Ringe sjåføren" in Letter.objects.get(email="leder@songlag.example").text


def test_a_party_that_has_had_its_letters_finds_it_on_its_page_only(
    ride: Initiative, held: Conversation, speaker: Contact, by_us: dict[str, Any], by_them: dict[str, Any]
) -> None:
    begun(ride, by_them)
    say_never(contact=speaker, by=bearer(speaker))
    day = clock.today()
    commands.set_next_step(initiative=ride.pk, next_step="Ringe sjåføren", next_step_on=day, version=ride.version, **by_us)

    assert reminding.remind() == 1
    assert list(Letter.objects.values_list("email", flat=True)) == ["staff.a@example.org"]


def test_a_step_that_is_moved_is_reminded_of_again(ride: Initiative, by_us: dict[str, Any]) -> None:
    commands.set_next_step(initiative=ride.pk, next_step="Ringe", next_step_on=clock.today(), version=1, **by_us)
    reminding.remind()
    commands.set_next_step(initiative=ride.pk, next_step="Ringe", next_step_on=clock.today() + dt.timedelta(days=7), version=2, **by_us)

    with clock.at(clock.now() + dt.timedelta(days=7)):
        assert reminding.remind() == 1


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [("2026-08-31", 6, "2027-02-28"), ("2027-08-31", 6, "2028-02-29"), ("2026-02-28", 12, "2027-02-28"), ("2026-12-01", 6, "2027-06-01")],
)
def test_months_later_is_the_same_day_or_the_last(day: str, months: int, later: str) -> None:
    assert months_after(dt.date.fromisoformat(day), months) == dt.date.fromisoformat(later)


def half_a_year(ride: Initiative) -> Any:
    due = StillGoing.objects.get(initiative=ride, months=6).due_on
    return clock.at(dt.datetime.combine(due, dt.time(9), dt.UTC))


def test_after_six_months_the_library_gets_one_letter_and_the_party_sees_it(ride: Initiative, speaker: Contact, by_them: dict[str, Any]) -> None:
    begun(ride, by_them)

    assert reminding.ask_still_going() == 0
    with half_a_year(ride):
        assert (reminding.ask_still_going(), reminding.ask_still_going()) == (1, 0)
        assert len(of_party(speaker, visible_to=bearer(speaker)).questions) == 1
    assert list(Letter.objects.values_list("email", flat=True)) == ["staff.a@example.org"]


def test_it_goes_on(ride: Initiative, by_us: dict[str, Any], by_them: dict[str, Any]) -> None:
    begun(ride, by_them)
    question = StillGoing.objects.get(initiative=ride, months=6)

    with half_a_year(ride):
        going.answer(initiative=ride.pk, question=question.pk, answer="changed", words="Nå på lørdager", before="", **by_them)
    assert counted(GoesOn.key) == 1


def test_that_it_ended_is_a_result_and_can_be_corrected(ride: Initiative, by_us: dict[str, Any], by_them: dict[str, Any]) -> None:
    begun(ride, by_them)
    which: dict[str, Any] = {"initiative": ride.pk, "question": StillGoing.objects.get(initiative=ride, months=6).pk}

    with half_a_year(ride):
        going.answer(**which, answer="ended", words="Ingen ville kjøre om vinteren", before="", **by_them)
        ride.refresh_from_db()
        assert (ride.state, counted(GoesOn.key), counted(InitiativeBegun.key)) == ("ended", 0, 1)
        going.answer(**which, answer="going", words="", before="ended", **by_us)
    ride.refresh_from_db()
    assert (ride.state, ride.ended_on, counted(GoesOn.key)) == ("going", None, 1)


def test_the_second_who_answers_sees_the_first(ride: Initiative, by_us: dict[str, Any], by_them: dict[str, Any]) -> None:
    begun(ride, by_them)
    which: dict[str, Any] = {"initiative": ride.pk, "question": StillGoing.objects.get(initiative=ride, months=6).pk, "before": ""}

    with half_a_year(ride):
        going.answer(**which, answer="going", words="Hver torsdag", **by_them)
        with pytest.raises(Stale) as stale:
            going.answer(**which, answer="ended", words="Vi tror ikke det", **by_us)
    assert stale.value.theirs == {"answer": "going", "words": "Hver torsdag"}


def test_before_its_day_nobody_answers(ride: Initiative, by_us: dict[str, Any], by_them: dict[str, Any]) -> None:
    begun(ride, by_them)
    question = StillGoing.objects.get(initiative=ride, months=12)

    with pytest.raises(Conflict):
        going.answer(initiative=ride.pk, question=question.pk, answer="going", words="", before="", **by_us)


def test_years_later_something_grew_out_of_what_is_over(ride: Initiative, by_us: dict[str, Any], by_them: dict[str, Any]) -> None:
    begun(ride, by_them)
    commands.do(deed="finish", initiative=ride.pk, **by_us)
    year = clock.today().year
    for _twice in range(2):
        commands.add_spin_off(initiative=ride.pk, what="En konsertforening ble stiftet", year=year, **by_them)

    assert ride.spin_offs.get().what == "En konsertforening ble stiftet"


@pytest.mark.parametrize("year", [0, 1989, 2999, -1])
def test_a_year_that_cannot_be_is_refused(year: int, ride: Initiative, by_us: dict[str, Any]) -> None:
    with pytest.raises(Invalid):
        commands.add_spin_off(initiative=ride.pk, what="En forening", year=year, **by_us)


def test_a_forgotten_party_disappears_with_its_words(ride: Initiative, choir: Party, by_us: dict[str, Any], by_them: dict[str, Any]) -> None:
    begun(ride, by_them)
    partners.say_yes(initiative=ride.pk, brings="Kanari på tangentene", **by_them)
    commands.add_spin_off(initiative=ride.pk, what="Kanariforeningen", year=clock.today().year, **by_them)
    question = StillGoing.objects.get(initiative=ride, months=6)
    with half_a_year(ride):
        going.answer(initiative=ride.pk, question=question.pk, answer="going", words="Kanari", before="", **by_them)
    partners.forget_party(choir.pk, by=SYSTEM)

    left = [*ride.partners.values(), *ride.spin_offs.values(), *ride.asked_after.values()]
    assert "anari" not in str(left) and choir.pk not in [row.get("party_id") for row in left]
    assert Initiative.objects.filter(pk=ride.pk).exists()


def test_what_a_forgotten_party_began_alone_is_gone(choir: Party, town_a: Organisation, by_them: dict[str, Any]) -> None:
    made = commands.propose(title="Kanari på torget", about="", owner=town_a, within=SERIES, **by_them)
    commands.do(deed="begin", initiative=made.pk, **by_them)
    partners.forget_party(choir.pk, by=SYSTEM)

    assert not Initiative.objects.exists()
    assert counted(InitiativeBegun.key) == 0


def test_since_last_time_is_one_question(ride: Initiative, by_us: dict[str, Any], django_assert_num_queries: Any) -> None:
    commands.set_next_step(initiative=ride.pk, next_step="Ringe", next_step_on=clock.today(), version=1, **by_us)

    with clock.at(clock.now() + dt.timedelta(days=2)), django_assert_num_queries(1):
        (row,) = queries.since_last_time(SERIES)
    assert (row.next_step, row.overdue) == ("Ringe", True)


def test_the_list_asks_the_same_number_of_questions_whatever_its_length(
    ride: Initiative, town_a: Organisation, staff_a: Somebody, by_us: dict[str, Any], django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(8) as few:
        queries.initiatives(visible_to=staff_a.doer)
    for number in range(30):
        commands.propose(title=f"Tiltak {'abcdefghij'[number % 10]}", about="", owner=town_a, **by_us)
    with django_assert_max_num_queries(len(few)):
        listed = queries.initiatives(visible_to=staff_a.doer)
    assert len(listed.rows) == 31


def test_conversations_are_not_needed(planned: Conversation, staff_a: Somebody) -> None:
    conversations.call_off(conversation=planned, by=staff_a.doer)

    assert queries.initiatives(visible_to=staff_a.doer).rows == []


def test_the_employee_who_is_erased_leaves_no_name(ride: Initiative, staff_a: Somebody, by_us: dict[str, Any], by_them: dict[str, Any]) -> None:
    begun(ride, by_them)
    commands.add_spin_off(initiative=ride.pk, what="En forening", year=clock.today().year, **by_us)
    assert staff_a.person
    assert "Skyss til øvelsen" in str(personal_queries.export(staff_a.person.pk))
    personal.erase(staff_a.person.pk)

    rows = [*ride.partners.values(), *ride.spin_offs.values(), *ride.asked_after.values()]
    assert staff_a.person.pk not in [row["person_id"] for row in rows]
    assert ride.partners.filter(library=by_us["library"], state=PartnerState.YES).exists()


def test_what_waits_for_a_party_is_counted(ride: Initiative, speaker: Contact, by_them: dict[str, Any], django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        assert waiting_for(speaker) == 1
    begun(ride, by_them)
    assert waiting_for(speaker) == 0
    with half_a_year(ride):
        assert waiting_for(speaker) == 1


def test_a_letter_to_a_shared_address_about_it_is_forgotten_too(
    ride: Initiative, choir: Party, speaker: Contact, town_a: Organisation, staff_a: Somebody, by_us: dict[str, Any]
) -> None:
    other = parties.add_party(owner=town_a, kind="association", name="Turlaget", by=staff_a.doer)
    parties.name_contact(party=other, owner=town_a, email=speaker.email, by=staff_a.doer)
    partners.ask(initiative=ride.pk, asked=choir, letter=True, **by_us)
    assert Letter.objects.get().email == speaker.email
    forget(party=choir.pk, contact=speaker, by=bearer(speaker))

    letter = Letter.objects.get()
    assert letter.state == "stopped" and speaker.email not in str(Letter.objects.values())
