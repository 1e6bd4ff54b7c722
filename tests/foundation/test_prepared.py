"""A question whose SQL is made once answers as the queryset does."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db.models import Count, Q, QuerySet
from django.db.models.signals import post_init
from pytest_django import DjangoAssertNumQueries

from samskaper.commons.people.models import Membership, Organisation, Person, Role
from samskaper.foundation import clock
from samskaper.foundation.prepared import prepared

pytestmark = pytest.mark.django_db


@pytest.fixture
def libraries() -> list[Organisation]:
    return [Organisation.objects.create(kind="public_library", name=name) for name in ("Fjell", "Lysvik", "Åbakke")]


@prepared
def named(name: str) -> QuerySet[Organisation]:
    return Organisation.objects.filter(name=name)


@prepared
def among(ids: list[int]) -> QuerySet[Organisation]:
    return Organisation.objects.filter(pk__in=ids).order_by("name")


@prepared
def members(today: dt.date, *, role: str) -> QuerySet[Membership]:
    return (
        Membership.objects.filter(Q(until__isnull=True) | Q(until__gt=today), since__lte=today, role=role)
        .select_related("person", "organisation").order_by("pk")
    )


@prepared
def younger(moment: dt.datetime) -> QuerySet[Person, int]:
    return Person.objects.filter(created__gt=moment).order_by("pk").values_list("pk", flat=True)


def test_each_call_gets_the_rows_of_its_own_value(libraries: list[Organisation]) -> None:
    assert named("Fjell") == [libraries[0]]
    assert named("Lysvik") == [libraries[1]]
    assert named("Nowhere") == []


def test_a_value_of_hostile_letters_stays_a_value(libraries: list[Organisation]) -> None:
    assert named("' OR 1=1 --%s") == []


@pytest.mark.parametrize("number", [0, 1, 2, 3])
def test_a_collection_of_any_length_is_asked_for(libraries: list[Organisation], number: int) -> None:
    assert among([row.pk for row in libraries[:number]]) == libraries[:number]


@pytest.mark.parametrize("number", [2**63, -(2**70), 10**30])
def test_a_number_that_no_column_holds_fits_no_row(libraries: list[Organisation], number: int) -> None:
    assert among([number]) == []


def test_a_set_counts_as_a_collection(libraries: list[Organisation]) -> None:
    assert among({row.pk for row in libraries[:2]}) == libraries[:2]  # type: ignore[arg-type]


def test_days_and_choices_reach_the_database(libraries: list[Organisation]) -> None:
    person = Person.objects.create(name="Kari")
    periods = (("2020-01-01", None), ("2020-01-01", "2021-01-01"), ("2030-01-01", None))
    for library, (since, until) in zip(libraries, periods, strict=True):
        Membership.objects.create(person=person, organisation=library, role=Role.STAFF, since=since, until=until)
    assert [row.since.year for row in members(dt.date(2026, 1, 1), role=Role.STAFF)] == [2020]
    assert len(members(dt.date(2020, 6, 1), role="staff")) == 2
    assert members(dt.date(2026, 1, 1), role=Role.LEADER) == []


def test_a_moment_reaches_the_database() -> None:
    person = Person.objects.create(name="Kari")
    assert younger(clock.now() - dt.timedelta(hours=1)) == [person.pk]
    assert younger(clock.now() + dt.timedelta(hours=1)) == []


def test_what_is_selected_along_costs_no_question(
    libraries: list[Organisation], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    person = Person.objects.create(name="Kari")
    Membership.objects.create(person=person, organisation=libraries[2], role=Role.STAFF, since=dt.date(2020, 1, 1))
    with django_assert_num_queries(1):
        (row,) = members(dt.date(2026, 1, 1), role="staff")
        assert (row.person.name, row.organisation.name) == ("Kari", "Åbakke")


def test_an_instance_is_one_of_the_database_and_can_be_saved(libraries: list[Organisation]) -> None:
    (found,) = named("Fjell")
    assert (found._state.adding, found._state.db) == (False, "default")
    assert vars(found).keys() == vars(Organisation.objects.get(name="Fjell")).keys()
    found.name = "Fjellet"
    found.save()
    assert [row.name for row in named("Fjellet")] == ["Fjellet"]


def test_what_is_not_selected_is_asked_for_when_it_is_wanted(libraries: list[Organisation]) -> None:
    @prepared
    def kinds(name: str) -> QuerySet[Organisation]:
        return Organisation.objects.filter(name=name).only("kind")

    (found,) = kinds("Fjell")
    assert found.get_deferred_fields() >= {"name"}
    assert (found.kind, found.name) == ("public_library", "Fjell")


def test_nobody_along_is_none_and_a_number_comes_with_its_row(libraries: list[Organisation]) -> None:
    @prepared
    def numbered(name: str) -> QuerySet[Person]:
        return Person.objects.filter(name=name).select_related("account").annotate(number=Count("memberships"))

    Person.objects.create(name="Kari")
    (found,) = numbered("Kari")
    assert (found.account, found.number) == (None, 0)  # type: ignore[attr-defined]


def test_whoever_listens_for_instances_hears_of_them(libraries: list[Organisation]) -> None:
    heard: list[str] = []

    def hear(instance: Organisation, **_: object) -> None:
        heard.append(instance.name)

    @prepared
    def listened(name: str) -> QuerySet[Organisation]:
        return Organisation.objects.filter(name=name).order_by("pk")

    post_init.connect(hear, sender=Organisation)
    try:
        listened("Fjell")
    finally:
        post_init.disconnect(hear, sender=Organisation)
    assert heard == ["Fjell"]


def test_rows_that_belong_to_rows_come_along(libraries: list[Organisation]) -> None:
    @prepared
    def with_members(name: str) -> QuerySet[Organisation]:
        return Organisation.objects.filter(name=name).prefetch_related("memberships")

    person = Person.objects.create(name="Kari")
    Membership.objects.create(person=person, organisation=libraries[0], role=Role.STAFF, since=dt.date(2020, 1, 1))
    with_members("Åbakke")
    assert [row.person_id for row in with_members("Fjell")[0].memberships.all()] == [person.pk]


def test_counts_come_along(libraries: list[Organisation]) -> None:
    @prepared
    def counted(name: str) -> QuerySet[Any, Any]:
        return Organisation.objects.filter(name=name).values("name").annotate(number=Count("memberships"))

    counted("Lysvik")
    assert counted("Fjell") == [{"name": "Fjell", "number": 0}]


def test_true_and_none_are_part_of_the_question(libraries: list[Organisation]) -> None:
    @prepared
    def ended(none: bool) -> QuerySet[Membership]:
        return Membership.objects.filter(until__isnull=none)

    person = Person.objects.create(name="Kari")
    Membership.objects.create(person=person, organisation=libraries[0], role=Role.STAFF, since=dt.date(2020, 1, 1))
    assert (len(ended(True)), len(ended(False))) == (1, 0)


def test_an_argument_that_does_not_reach_the_database_is_refused() -> None:
    @prepared
    def first(most: int) -> QuerySet[Organisation]:
        return Organisation.objects.all()[:most]

    with pytest.raises(TypeError, match="does not reach"):
        first(3)


def test_a_day_that_would_be_frozen_is_refused() -> None:
    @prepared
    def today(role: str) -> QuerySet[Membership]:
        return Membership.objects.filter(role=role, since__lte=clock.today())

    with pytest.raises(TypeError, match="frozen"):
        today("staff")


def test_a_value_of_an_unknown_type_is_refused() -> None:
    with pytest.raises(TypeError, match="takes no float"):
        named(1.5)  # type: ignore[arg-type]
