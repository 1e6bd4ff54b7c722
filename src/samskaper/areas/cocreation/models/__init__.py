"""Parties, conversations and statements."""

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
from samskaper.areas.cocreation.models.parties import Asking, Contact, Party, PartyKind

__all__ = [
    "ACTS", "Asking", "Contact", "Conversation", "ConversationState", "Listener", "Party", "PartyKind", "ReadBack", "Shown",
    "Statement", "StatementState",
]
