"""What conversations do when something happens elsewhere."""

from __future__ import annotations

from samskaper.areas.cocreation.commands.forgetting import stay_in_touch
from samskaper.areas.cocreation.commands.ground import let_go
from samskaper.areas.cocreation.commands.grouping import follow
from samskaper.areas.cocreation.commands.partners import forget_party
from samskaper.areas.cocreation.events import (
    ConversationHeld,
    ConversationPlanned,
    KnockAnswered,
    Knocked,
    PartyForgotten,
    StatementWithdrawn,
)
from samskaper.areas.cocreation.queries.keeping import party_of
from samskaper.areas.cocreation.queries.statements import statement
from samskaper.commons.feedback.commands import forget_answered
from samskaper.commons.people.doer import Doer
from samskaper.commons.record.register import on
from samskaper.foundation.events import Event


@on(StatementWithdrawn)
def statement_withdrawn(event: StatementWithdrawn, *, by: Doer) -> None:
    """However it was taken back: it leaves its challenge in the same transaction."""
    found = statement(event.subject.id)
    if found is not None:
        follow(statement=found, by=by)


@on(PartyForgotten)
def party_forgotten(event: PartyForgotten, *, by: Doer) -> None:
    """What a forgotten party said, worded, accepted and offered leaves every challenge."""
    let_go(party=event.subject.id)


@on(PartyForgotten)
def party_leaves_initiatives(event: PartyForgotten, *, by: Doer) -> None:
    """What a forgotten party brought and wrote leaves every initiative; what it began alone goes altogether."""
    forget_party(event.subject.id, by=by)


@on(PartyForgotten)
def party_has_not_answered(event: PartyForgotten, *, by: Doer) -> None:
    """That a forgotten party has answered questions about a gathering goes; what was answered is nobody's, and stays."""
    forget_answered(speaks_for=event.subject, by=by)


@on(ConversationPlanned)
@on(ConversationHeld)
@on(Knocked)
@on(KnockAnswered)
def somebody_was_in_touch(event: Event, *, by: Doer) -> None:
    """What is known about a party is kept for two years after the last time that somebody was in touch."""
    stay_in_touch(party_of(event.subject.id))
