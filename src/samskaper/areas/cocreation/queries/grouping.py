"""What is not grouped yet, and what seems to be about the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from samskaper.areas.cocreation.models import Contact, Conversation, Knock, Shown, Statement, StatementState
from samskaper.areas.cocreation.queries.challenges import StatementRow, near
from samskaper.areas.cocreation.queries.conversations import readable
from samskaper.areas.cocreation.queries.involved import said_near
from samskaper.areas.cocreation.rules.conversations import named
from samskaper.areas.cocreation.rules.forgetting import NO_WORDS
from samskaper.areas.cocreation.rules.likeness import MOST_COMPARED, alike
from samskaper.areas.cocreation.rules.parties import LIBRARY_ROLES, must_speak_for, must_talk
from samskaper.commons.people.doer import Doer
from samskaper.foundation.kinds import Card, cards_of
from samskaper.foundation.refs import Ref
from samskaper.foundation.text import clean_line

PAGE = 40  # statements on one page to choose from
SUGGESTED = 20  # statements that one looks at together; those left are suggested again
STANDING = (StatementState.AGREED, StatementState.CONFIRMED)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which statements somebody wants to choose from."""

    where: str = "near"
    within: Ref | None = None
    words: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class ToGroup:
    """A page of statements that are in no challenge yet. `number` is how many there are on all pages."""

    rows: list[StatementRow]
    number: int
    page: int

    @property
    def before(self) -> int:
        """The page before this one, or 0."""
        return self.page - 1

    @property
    def after(self) -> int:
        """The page after this one, or 0."""
        return self.page + 1 if self.page * PAGE < self.number else 0


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Statements that seem to be about the same (the first of `number`), and the words by which they were found. Stored nowhere."""

    statements: list[int]
    words: list[str]
    number: int

    @property
    def query(self) -> str:
        """How the page on which one chooses among them is asked for."""
        return "&".join(f"may={number}" for number in self.statements)


def built_on() -> QuerySet[Statement]:
    """Return the statements on which others may build. What came in by an open door is among them when a person has answered."""
    unread = Knock.objects.filter(answered_on__isnull=True).values("conversation")
    return Statement.objects.filter(state__in=STANDING).exclude(shown=Shown.NOT).exclude(wording=NO_WORDS).exclude(conversation__in=unread)


def _free(doer: Doer, wanted: Wanted) -> QuerySet[Statement]:
    must_talk(doer)
    found = built_on().filter(grouped__isnull=True)
    if wanted.where == "mine":
        found = found.filter(conversation__owner__in=doer.organisations(*LIBRARY_ROLES))
    elif wanted.where != "all":
        found = found.filter(conversation__owner__in=list(near(doer).values_list("pk", flat=True)))
    if wanted.within:
        found = found.filter(conversation__within_kind=wanted.within.kind, conversation__within_id=wanted.within.id)
    for word in clean_line(wanted.words).split()[:6]:
        found = found.filter(wording__icontains=word)
    return found


def _rows(found: QuerySet[Statement], doer: Doer) -> list[StatementRow]:
    inside = Exists(readable(doer).filter(pk=OuterRef("conversation")))
    rows: QuerySet[Statement, Any] = found.annotate(inside=inside).select_related("conversation__party__county")
    return [
        StatementRow(
            one.pk, one.wording, named(one.conversation.party, shown=one.shown, inside=one.inside), one.get_state_display(),
            one.conversation_id if one.inside else None,
        )
        for one in rows
    ]


def to_group(wanted: Wanted, *, visible_to: Doer) -> ToGroup:
    """Return statements that are in no challenge yet, the latest first, each named as it has chosen."""
    found = _free(visible_to, wanted)
    page = max(1, wanted.page)
    rows = found.order_by("-changed", "-pk")[(page - 1) * PAGE : page * PAGE]
    return ToGroup(_rows(rows, visible_to), found.count(), page)


def chosen(numbers: Iterable[int], *, visible_to: Doer) -> list[StatementRow]:
    """Return those of these statements that may be grouped and are in no challenge yet."""
    must_talk(visible_to)
    return _rows(built_on().filter(grouped__isnull=True, pk__in=list(numbers)[:200]).order_by("pk"), visible_to)


def suggestions(wanted: Wanted, *, visible_to: Doer, most: int = 6) -> list[Suggestion]:
    """Return groups of statements that seem to be about the same, from the latest that are in no challenge."""
    rows = list(_free(visible_to, wanted).order_by("-changed", "-pk").values_list("pk", "wording")[:MOST_COMPARED])
    found = alike([wording for _number, wording in rows])
    return [Suggestion([rows[place][0] for place in group.places[:SUGGESTED]], group.words, len(group.places)) for group in found[:most]]


def series_to_group(*, visible_to: Doer) -> list[Card]:
    """Return the course series in which something near was said that others may build on."""
    must_talk(visible_to)
    talks = Conversation.objects.filter(owner__in=list(near(visible_to).values_list("pk", flat=True)), within_id__isnull=False)
    refs = [Ref(kind, number) for kind, number in talks.values_list("within_kind", "within_id").distinct()[:40] if number]
    return sorted(cards_of(refs, visible_to=visible_to).values(), key=lambda card: -card.ref.id)


def to_group_by_party(contact: Contact, *, visible_to: Doer, most: int = 200) -> tuple[list[StatementRow], list[StatementRow]]:
    """Return (its own, others') statements that a party may put together: of others near it only what they have confirmed."""
    must_speak_for(visible_to, contact)
    found = built_on().filter(grouped__isnull=True).select_related("conversation__party__county").order_by("-changed", "-pk")
    own = found.filter(conversation__party=contact.party_id)
    others = found.filter(said_near(contact.party), state=StatementState.CONFIRMED).exclude(conversation__party=contact.party_id)
    return [_outside(one, own=True) for one in own[:most]], [_outside(one) for one in others[:most]]


def _outside(one: Statement, *, own: bool = False) -> StatementRow:
    return StatementRow(one.pk, one.wording, named(one.conversation.party, shown=one.shown, inside=own), one.get_state_display())
