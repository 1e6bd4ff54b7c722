"""Facts in the past tense, one file per theme. No fact carries what was said."""

from samskaper.areas.cocreation.events.challenges import ChallengeChanged, ChallengeNoted, ChallengeShared, GroundLost
from samskaper.areas.cocreation.events.conversations import (
    AskingChanged,
    ConversationHeld,
    ConversationPlanned,
    HandedOver,
    Joined,
    PartyChosen,
    PartySaved,
    PartyWritten,
    ShownChosen,
    StatementAgreed,
    StatementObjected,
    StatementWithdrawn,
    StatementWritten,
)
from samskaper.areas.cocreation.events.doors import (
    DoorChanged,
    KnockAnswered,
    Knocked,
    PartyForgotten,
    PartyLetGo,
    RegisterFilled,
)
from samskaper.areas.cocreation.events.initiatives import GoesOn, InitiativeBegun, InitiativeChanged, StillGoingAnswered
from samskaper.areas.cocreation.events.meetings import MeetingAnswered, MeetingHeld, MeetingPlanned

__all__ = [
    "AskingChanged", "ChallengeChanged", "ChallengeNoted", "ChallengeShared", "ConversationHeld", "ConversationPlanned", "DoorChanged", "GoesOn",
    "GroundLost", "HandedOver", "InitiativeBegun", "InitiativeChanged", "Joined", "KnockAnswered", "Knocked", "MeetingAnswered", "MeetingHeld",
    "MeetingPlanned", "PartyChosen", "PartyForgotten", "PartyLetGo", "PartySaved", "PartyWritten", "RegisterFilled", "ShownChosen", "StatementAgreed",
    "StatementObjected", "StatementWithdrawn", "StatementWritten", "StillGoingAnswered",
]
