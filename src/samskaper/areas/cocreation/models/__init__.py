"""Parties, conversations and statements; challenges, initiatives and meetings that come of them; doors and the register."""

from samskaper.areas.cocreation.models.challenges import (
    Acceptance,
    Challenge,
    ChallengeState,
    Grouped,
    Joining,
    Named,
    Notice,
    Sided,
    Wording,
)
from samskaper.areas.cocreation.models.conversations import (
    ACTS,
    Conversation,
    ConversationState,
    Listener,
    ReadBack,
    Shown,
    Statement,
    StatementState,
)
from samskaper.areas.cocreation.models.doors import Doorway, Filling, FillingState, Knock, KnockKind
from samskaper.areas.cocreation.models.initiatives import (
    GoingAnswer,
    Initiative,
    InitiativeState,
    Partner,
    PartnerRole,
    PartnerState,
    SpinOff,
    StillGoing,
)
from samskaper.areas.cocreation.models.meetings import (
    Coming,
    DateAnswer,
    Invited,
    Meeting,
    MeetingDate,
    MeetingState,
    Word,
)
from samskaper.areas.cocreation.models.parties import Asking, Contact, NameWord, Party, PartyKind

__all__ = [
    "ACTS", "Acceptance", "Asking", "Challenge", "ChallengeState", "Coming", "Contact", "Conversation", "ConversationState", "DateAnswer", "Doorway",
    "Filling", "FillingState", "GoingAnswer", "Grouped", "Initiative", "InitiativeState", "Invited", "Joining", "Knock", "KnockKind", "Listener",
    "Meeting", "MeetingDate", "MeetingState", "NameWord", "Named", "Notice", "Partner", "PartnerRole", "PartnerState", "Party", "PartyKind",
    "ReadBack", "Shown", "Sided", "SpinOff", "Statement", "StatementState", "StillGoing", "Word", "Wording",
]
