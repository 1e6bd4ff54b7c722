"""Challenges as a party sees them behind its link: those near it, and those that it has a part in."""

from __future__ import annotations

from dataclasses import dataclass

from samskaper.areas.cocreation.models import Challenge, Contact, Notice, Shown, StatementState
from samskaper.areas.cocreation.queries.challenges import (
    Behind,
    ChallengeRow,
    OfReader,
    StatementRow,
    Voice,
    behind,
    voices,
    with_behind,
)
from samskaper.areas.cocreation.queries.grouping import to_group_by_party
from samskaper.areas.cocreation.queries.involved import is_in, of_party
from samskaper.areas.cocreation.rules import challenges as rules
from samskaper.areas.cocreation.rules.conversations import named
from samskaper.areas.cocreation.rules.parties import must_speak_for
from samskaper.commons.people.doer import Doer
from samskaper.foundation.refusals import Missing

MOST = 100


@dataclass(frozen=True, slots=True)
class PartyChallenges:
    """The challenges that a party sees, those that it has a part in first; and what it was told."""

    mine: list[ChallengeRow]
    others: list[ChallengeRow]
    told: list[tuple[int, str]]
    may_group: int


@dataclass(frozen=True, slots=True)
class PartyChallenge(OfReader):
    """One challenge as a party sees it: named as each has chosen, and of what others said only what they have confirmed."""

    challenge: Challenge
    behind: Behind
    statements: list[StatementRow]
    unseen: int
    wordings: list[Voice]
    accepted: list[Voice]
    joined: list[Voice]
    is_in: bool
    is_told: bool

    @property
    def brings_as(self) -> str:
        """How it is named beside that; the most protective until it has said otherwise."""
        return next((one.shown for one in self.joined if one.mine), Shown.COUNTY)


def find_challenge(contact: Contact, number: int, *, visible_to: Doer) -> Challenge:
    """Return a challenge that this party sees. Raises Missing."""
    must_speak_for(visible_to, contact)
    found = of_party(contact.party).select_related("owner").filter(pk=number).first()
    if found is None:
        raise Missing()
    return found


def party_challenges(contact: Contact, *, visible_to: Doer) -> PartyChallenges:
    """Return the list behind the link."""
    must_speak_for(visible_to, contact)
    party = contact.party
    rows = with_behind(of_party(party).select_related("owner")).order_by("-state", "-made", "-pk")[:MOST]
    part = set(Challenge.objects.filter(grouped__statement__conversation__party=party).values_list("pk", flat=True)) | _sides(contact)
    found = [ChallengeRow(row.pk, row.wording, row.state, row.owner.name, row.pk in part, behind(row)) for row in rows]
    told = Notice.objects.filter(party=party, seen__isnull=True).values_list("challenge", "challenge__wording")
    own, others = to_group_by_party(contact, visible_to=visible_to)
    return PartyChallenges([row for row in found if row.mine], [row for row in found if not row.mine], list(told), len(own) + len(others))


def _sides(contact: Contact) -> set[int]:
    found: set[int] = set()
    for path in ("wordings", "acceptances", "joinings"):
        found |= set(Challenge.objects.filter(**{f"{path}__party": contact.party_id}).values_list("pk", flat=True))
    return found


def party_challenge(contact: Contact, number: int, *, visible_to: Doer) -> PartyChallenge:
    """Return one challenge. Raises Missing for one of elsewhere."""
    must_speak_for(visible_to, contact)
    found = with_behind(of_party(contact.party).select_related("owner")).filter(pk=number).first()
    if found is None:
        raise Missing()
    side = rules.side(visible_to, contact=contact)
    statements = _statements(found, side)
    own = {"known": [contact.party_id], "mine": [], "party": contact.party_id}
    wordings, accepted, joined = (
        voices(rows, **own)  # type: ignore[arg-type]
        for rows in (found.wordings.all(), found.acceptances.filter(number=found.number), found.joinings.all())
    )
    return PartyChallenge(
        found, behind(found), statements, found.statements_n - len(statements), wordings, accepted, joined, is_in(side, found),
        Notice.objects.filter(challenge=found, party=contact.party_id, seen__isnull=True).exists(),
    )


def _statements(challenge: Challenge, side: rules.Side) -> list[StatementRow]:
    """Return what stands behind it: the party's own, and of others what they have confirmed."""
    found = []
    for row in challenge.grouped.select_related("statement__conversation__party__county").order_by("at", "pk"):
        one, said = row.statement, row.statement.conversation
        row.challenge, own = challenge, said.party_id == side.party
        if own or one.state == StatementState.CONFIRMED:
            who = named(said.party, shown=one.shown, inside=own)
            found.append(StatementRow(one.pk, one.wording, who, one.get_state_display(), may_go=rules.may_take_out(row, side)))
    return found


def to_put_to(contact: Contact, *, visible_to: Doer) -> list[tuple[int, str]]:
    """Return the challenges to which the party can put something."""
    must_speak_for(visible_to, contact)
    rows = of_party(contact.party).exclude(wording="").order_by("-state", "-made", "-pk")
    return list(rows.values_list("pk", "wording")[:MOST])
