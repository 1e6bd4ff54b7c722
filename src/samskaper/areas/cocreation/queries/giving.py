"""What conversations gave: from the first word to what is still going, in all and by county, never by library."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Avg, Count, QuerySet
from django.utils.translation import gettext as _

from samskaper.areas.cocreation.models import (
    Challenge,
    ChallengeState,
    Conversation,
    ConversationState,
    GoingAnswer,
    Initiative,
    InitiativeState,
    Shown,
    Statement,
    StatementState,
    StillGoing,
)
from samskaper.areas.cocreation.rules.giving import shown_apart
from samskaper.areas.cocreation.rules.parties import must_talk
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Country, County, Municipality
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref

STAGES = ("conversations", "statements", "shared", "initiatives", "going")
REGIONS = {  # the middle of each Danish region, in whole tenths of a degree, read off a map
    "1081": (57.1, 9.9), "1082": (56.3, 9.4), "1083": (55.4, 9.4), "1084": (55.9, 12.3), "1085": (55.4, 11.7),
}


@dataclass(frozen=True, slots=True)
class InCounty:
    """What there is in a county; `together` are all those that are too small to stand by themselves."""

    name: str
    numbers: dict[str, int]
    latitude: float | None = None
    longitude: float | None = None
    together: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """How many of each stage there are in all and by county, and how many initiatives ended with something learned."""

    numbers: dict[str, int]
    counties: list[InCounty]
    ended: int


def given(*, visible_to: Doer, within: Ref | None = None) -> Given:
    """Return what conversations gave, everywhere or in one course series. For those who hold conversations.

    Counties stand in the order of the country and the alphabet, so that nobody reads a list of winners.
    """
    must_talk(visible_to)
    by_county = {stage: dict(_by_county(stage, within)) for stage in STAGES}
    numbers = {stage: sum(found.values()) for stage, found in by_county.items()}
    return Given(numbers, _counties(by_county), _ended(within).count())


def _inside(rows: QuerySet[Any], within: Ref | None, prefix: str = "") -> QuerySet[Any]:
    return rows.filter(**{f"{prefix}within_kind": within.kind, f"{prefix}within_id": within.id}) if within else rows


def _by_county(stage: str, within: Ref | None) -> list[tuple[int | None, int]]:
    rows, county = _stage(stage, within)
    return list(rows.order_by().values_list(county).annotate(number=Count("pk")))


def _stage(stage: str, within: Ref | None) -> tuple[QuerySet[Any], str]:
    """Return the records that count as this stage, and where their county stands."""
    standing = (StatementState.AGREED, StatementState.CONFIRMED)
    if stage == "conversations":
        return _inside(Conversation.objects.filter(state=ConversationState.HELD), within), "party__county"
    if stage == "statements":
        said = Statement.objects.filter(state__in=standing).exclude(shown=Shown.NOT)
        return _inside(said, within, "conversation__"), "conversation__party__county"
    if stage == "shared":
        return _inside(Challenge.objects.filter(state=ChallengeState.SHARED), within), "county"
    begun = _inside(Initiative.objects.exclude(state=InitiativeState.PROPOSED), within)
    return (begun.filter(state=InitiativeState.GOING) if stage == "going" else begun), "county"


def _ended(within: Ref | None) -> QuerySet[StillGoing]:
    """Return the answers that something has ended, with what was learned."""
    return _inside(StillGoing.objects.filter(answer=GoingAnswer.ENDED).exclude(words=""), within, "initiative__")


def _counties(by_county: dict[str, dict[int | None, int]]) -> list[InCounty]:
    """Return every county of today in which there is something, and the small ones together."""
    apart = shown_apart({county: number for county, number in by_county["conversations"].items() if county})
    named = County.objects.filter(pk__in=apart)
    middles = dict(_middles(apart))
    rows = [_county(one, by_county, middles.get(one.pk)) for one in sorted(named, key=lambda one: (one.country != Country.NORWAY, _sorted(one.name)))]
    rest = {stage: sum(number for county, number in found.items() if county not in apart) for stage, found in by_county.items()}
    return [*rows, InCounty(_("Counties with few conversations"), rest, together=True)] if any(rest.values()) else rows


def _county(county: County, by_county: dict[str, dict[int | None, int]], middle: tuple[float, float] | None) -> InCounty:
    latitude, longitude = middle or REGIONS.get(county.number) or (None, None)
    return InCounty(county.name, {stage: found.get(county.pk, 0) for stage, found in by_county.items()}, latitude, longitude)


def _middles(counties: Iterable[int]) -> Iterable[tuple[int, tuple[float, float]]]:
    """Return the middle of the municipalities of each county."""
    rows: QuerySet[Municipality] = Municipality.objects.valid_on(clock.today()).filter(county__in=counties, latitude__isnull=False)
    found = rows.order_by().values_list("county").annotate(Avg("latitude"), Avg("longitude"))
    return ((county, (latitude, longitude)) for county, latitude, longitude in found)


def _sorted(name: str) -> str:
    """Return a key that puts æ, ø and å last."""
    return name.lower().replace("æ", "zx").replace("ø", "zy").replace("å", "zz")


def series_with_conversations() -> list[Ref]:
    """Return the course series in which conversations were held, the latest first."""
    rows = Conversation.objects.filter(state=ConversationState.HELD, within_id__isnull=False).order_by()
    pairs = rows.values_list("within_kind", "within_id").distinct()
    return sorted((Ref(kind, number) for kind, number in pairs if number), key=lambda ref: -ref.id)
