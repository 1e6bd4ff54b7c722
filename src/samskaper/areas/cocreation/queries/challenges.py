"""Challenges as people of libraries see them; and what initiatives and gatherings ask about them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet
from django.utils.safestring import SafeString

from samskaper.areas.cocreation.models import (
    Acceptance,
    Challenge,
    ChallengeState,
    Conversation,
    Grouped,
    Joining,
    Named,
    Notice,
    Party,
    Shown,
    StatementState,
    Wording,
)
from samskaper.areas.cocreation.queries.conversations import my_libraries, readable
from samskaper.areas.cocreation.rules import challenges as rules
from samskaper.areas.cocreation.rules.conversations import named
from samskaper.areas.cocreation.rules.parties import LIBRARY_ROLES, may_talk, must_talk
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Organisation
from samskaper.commons.record.queries import outcomes
from samskaper.foundation.kinds import Card, cards_of
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Missing
from samskaper.ui.rings import ring

PAGE = 40


class Behind(NamedTuple):
    """How many statements stand behind a challenge, and who stands by its wording: what the picture shows."""

    statements: int
    confirmed: int
    library: bool
    party: bool

    @property
    def picture(self) -> SafeString:
        """A ring of two halves around a dot for each statement; the same stands in words beside it."""
        return ring(self.statements, filled=self.confirmed, left=self.library, right=self.party)


@dataclass(frozen=True, slots=True)
class ChallengeRow:
    """A challenge in a list."""

    number: int
    wording: str
    state: str
    owner: str
    mine: bool
    behind: Behind


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody on one side: what it is called to the one who reads, and what it says or brings."""

    who: str
    is_library: bool
    words: str
    at: dt.datetime
    number: int = 0
    mine: bool = False
    shown: str = Shown.COUNTY


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement that others may build on, as the reader may see it. `conversation` only where she may read that too."""

    number: int
    wording: str
    who: str
    state: str
    conversation: int | None = None
    may_go: bool = False


class OfReader:
    """What the reader's own side has said about a challenge, among what all have said."""

    __slots__ = ()
    accepted: list[Voice]
    joined: list[Voice]

    @property
    def has_accepted(self) -> bool:
        """Whether the reader's side stands by the present wording."""
        return any(one.mine for one in self.accepted)

    @property
    def has_joined(self) -> bool:
        """Whether the reader's side wants to do something about it."""
        return any(one.mine for one in self.joined)

    @property
    def brings(self) -> str:
        """What the reader's side has said that it brings."""
        return next((one.words for one in self.joined if one.mine), "")


@dataclass(frozen=True, slots=True)
class ChallengePage(OfReader):
    """A challenge with everything that stands behind it, for somebody of a library."""

    challenge: Challenge
    behind: Behind
    statements: list[StatementRow]
    wordings: list[Voice]
    accepted: list[Voice]
    joined: list[Voice]
    libraries: list[Organisation]
    accepting: Organisation | None
    is_in: bool
    is_told: bool
    came_of_it: list[Card]

    @property
    def conversations(self) -> int:
        """How many conversations it was heard in, of those that the reader may open."""
        return len({one.conversation for one in self.statements if one.conversation})


def visible(doer: Doer) -> QuerySet[Challenge]:
    """Return the challenges that the doer may see: people of libraries see them all."""
    return Challenge.objects.all() if may_talk(doer) or doer.is_system else Challenge.objects.none()


def find_challenge(number: int, *, visible_to: Doer) -> Challenge:
    """Return a challenge. Raises Missing for those who hold no conversations."""
    found = visible(visible_to).select_related("owner", "county").filter(pk=number).first()
    if found is None:
        raise Missing()
    return found


def with_behind(found: QuerySet[Challenge]) -> QuerySet[Challenge, Any]:
    """Add what the picture shows to each challenge."""
    present = Acceptance.objects.filter(challenge=OuterRef("pk"), number=OuterRef("number"))
    confirmed = Q(grouped__statement__state=StatementState.CONFIRMED)
    return found.annotate(
        statements_n=Count("grouped"), confirmed_n=Count("grouped", filter=confirmed),
        by_library=Exists(present.filter(library__isnull=False)), by_party=Exists(present.filter(party__isnull=False)),
    )


def behind(row: Any) -> Behind:
    """Return what the picture of an annotated challenge shows."""
    return Behind(row.statements_n, row.confirmed_n, row.by_library, row.by_party)


def near(doer: Doer) -> QuerySet[Organisation]:
    """Return the libraries of the doer's regional library: her own, its siblings and their parent."""
    mine = my_libraries(visible_to=doer)
    roots = set(mine.values_list("parent", flat=True)) | set(mine.values_list("pk", flat=True))
    return Organisation.objects.filter(Q(pk__in=roots - {None}) | Q(parent__in=roots - {None}))


def challenges(*, visible_to: Doer, where: str = "near", within: Ref | None = None, first: int = 0, most: int = PAGE) -> list[ChallengeRow]:
    """Return challenges, those with something to do or the latest first. `where` is "near", "mine" or "all"."""
    must_talk(visible_to)
    mine = visible_to.organisations(*LIBRARY_ROLES)
    found = visible(visible_to)
    if where != "all":
        homes = near(visible_to).values_list("pk", flat=True) if where == "near" else mine
        said = Grouped.objects.filter(statement__conversation__owner__in=list(homes)).values("challenge")
        found = found.filter(Q(owner__in=list(homes)) | Q(pk__in=said))
    if within:
        found = found.filter(within_kind=within.kind, within_id=within.id)
    rows = with_behind(found.select_related("owner")).order_by("-state", "-made", "-pk")[first : first + most]
    return [ChallengeRow(row.pk, row.wording, row.state, row.owner.name, row.owner_id in mine, behind(row)) for row in rows]


def challenge_page(number: int, *, visible_to: Doer) -> ChallengePage:
    """Return a challenge with all that stands behind it, named as each has chosen. Raises Missing."""
    found = with_behind(visible(visible_to).select_related("owner", "county")).filter(pk=number).first()
    if found is None:
        raise Missing()
    libraries, known = list(my_libraries(visible_to=visible_to)), _known(found, visible_to)
    sides = [rules.Side(library=library.pk) for library in libraries]
    statements = _statements(found, sides, visible_to)
    wordings = voices(found.wordings.all(), known=known, mine=libraries)
    accepted = voices(found.acceptances.filter(number=found.number), known=known, mine=libraries)
    joined = voices(found.joinings.all(), known=known, mine=libraries)
    part = found.owner_id in {one.pk for one in libraries} or any(one.mine for one in (*wordings, *accepted, *joined))
    return ChallengePage(
        found, behind(found), statements, wordings, accepted, joined, libraries, _accepting(found, libraries), part or any(one.may_go for one in statements),
        Notice.objects.filter(challenge=found, person=visible_to.person, person__isnull=False, seen__isnull=True).exists(), came_of(found, visible_to),
    )


def came_of(challenge: Challenge, doer: Doer) -> list[Card]:
    """Return what came of a challenge, of what the doer may see."""
    refs = outcomes([Ref.to(challenge)]).get(Ref.to(challenge), [])
    return list(cards_of(refs, visible_to=doer).values())


def _accepting(challenge: Challenge, libraries: Sequence[Organisation]) -> Organisation | None:
    """Return which of the doer's libraries presses: the one that answers for the challenge, otherwise her first."""
    return next((one for one in libraries if one.pk == challenge.owner_id), libraries[0] if libraries else None)


def _known(challenge: Challenge, doer: Doer) -> set[int]:
    """Return the parties with which the doer or her library has talked: they are known to her by name."""
    return set(readable(doer).values_list("party", flat=True))


def voices(rows: QuerySet[Any], *, known: Iterable[int], mine: Iterable[Organisation], party: int | None = None) -> list[Voice]:
    """Return who says what, each called as it has chosen; to those who know it, by name."""
    own, inside = {one.pk for one in mine}, set(known)
    found = rows.select_related("library", "party__county").order_by("at", "pk")
    return [_voice(row, row.party_id in inside, (row.library_id in own) or (party is not None and row.party_id == party)) for row in found]


def _voice(row: Named, inside: bool, is_mine: bool) -> Voice:
    who = row.library.name if row.library else called(row.party, shown=row.shown, inside=inside)
    words = row.words if isinstance(row, Wording) else row.offers if isinstance(row, Joining) else ""
    return Voice(who, row.library_id is not None, words, row.at, getattr(row, "number", 0), is_mine, row.shown)  # type: ignore[attr-defined]


def called(party: Party | None, *, shown: str, inside: bool) -> str:
    """Return what a party is called to whoever reads."""
    return named(party, shown=shown, inside=inside) if party else ""


def _statements(challenge: Challenge, sides: list[rules.Side], doer: Doer) -> list[StatementRow]:
    inside = Exists(readable(doer).filter(pk=OuterRef("statement__conversation")))
    rows = challenge.grouped.annotate(inside=inside).select_related("statement__conversation__party__county").order_by("at", "pk")
    found = []
    for row in rows:
        row.challenge = challenge
        said, one = row.statement.conversation, row.statement
        who = named(said.party, shown=one.shown, inside=row.inside)
        may_go = any(rules.may_take_out(row, side) for side in sides)
        found.append(StatementRow(one.pk, one.wording, who, one.get_state_display(), said.pk if row.inside else None, may_go))
    return found


@dataclass(frozen=True, slots=True)
class SharedChallenge:
    """A shared challenge in exactly the words that its owners stand by, as anybody at a gathering may see it."""

    number: int
    wording: str
    accepted: tuple[str, ...]
    joined: tuple[tuple[str, str], ...]
    statements: int


def shared_challenges(*, within: Ref | None = None, county: int | None = None, owners: Iterable[int] = (), most: int = 100) -> list[SharedChallenge]:
    """Return the shared challenges of a course series, a county or some libraries, each side named as it has chosen.

    Without any of the three: all of them. Open to whoever shows them at a gathering; nothing in it is hidden from anybody there.
    """
    wanted = Q(county=county) if county else Q()
    if within:
        wanted |= Q(within_kind=within.kind, within_id=within.id)
    if ids := list(owners):
        wanted |= Q(owner__in=ids)
    sided = ("library", "party__county")
    accepted = Prefetch("acceptances", Acceptance.objects.filter(number=F("challenge__number")).select_related(*sided))
    joined = Prefetch("joinings", Joining.objects.select_related(*sided))
    found = Challenge.objects.filter(wanted, state=ChallengeState.SHARED).prefetch_related(accepted, joined)
    return [
        SharedChallenge(
            one.pk, one.wording, tuple(outside(each) for each in one.acceptances.all()),
            tuple((outside(each), each.offers) for each in one.joinings.all()), one.statements_n,
        )
        for one in found.annotate(statements_n=Count("grouped")).order_by("made", "pk")[:most]
    ]


def outside(row: Named) -> str:
    """Return what a side is called to those who know nothing of it."""
    return row.library.name if row.library else called(row.party, shown=row.shown, inside=False)


def joined(challenge: Challenge) -> list[Joining]:
    """Return who wants to do something about a challenge, first come first; an initiative proposes them as partners."""
    return list(challenge.joinings.select_related("library", "person", "party__county").order_by("at", "pk"))


def challenges_of(conversations: Iterable[Conversation]) -> dict[int, list[tuple[int, int, str]]]:
    """Return for each conversation (statement, challenge, wording) of what went into a challenge."""
    rows = Grouped.objects.filter(statement__conversation__in=list(conversations)).order_by("at", "pk")
    found: dict[int, list[tuple[int, int, str]]] = {}
    for conversation, statement, number, wording in rows.values_list(
        "statement__conversation", "statement", "challenge", "challenge__wording"
    ):
        found.setdefault(conversation, []).append((statement, number, wording))
    return found

