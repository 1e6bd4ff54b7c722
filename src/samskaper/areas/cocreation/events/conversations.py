"""What happens in conversations. `within` is the course series that a conversation counts in, if any. No fact carries what was said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samskaper.foundation.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class PartySaved(Event):
    """A party was written down or changed (subject: the party)."""

    key: ClassVar[str] = "cocreation.party_saved"
    deed: ClassVar[Promise] = _("Wrote down an association or somebody else to talk with")


@dataclass(frozen=True, slots=True, kw_only=True)
class AskingChanged(Event):
    """A party said whether it wants to be asked (subject: the party). `data["asking"]` is the answer."""

    key: ClassVar[str] = "cocreation.asking_changed"
    deed: ClassVar[Promise] = _("Said whether libraries may ask")


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationPlanned(Event):
    """A conversation was planned, moved or called off (subject: the conversation)."""

    key: ClassVar[str] = "cocreation.conversation_planned"
    deed: ClassVar[Promise] = _("Planned a conversation")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyChosen(Event):
    """It was said who a conversation written down on the spot was with (subject: the conversation)."""

    key: ClassVar[str] = "cocreation.party_chosen"
    deed: ClassVar[Promise] = _("Said who a conversation was with")


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined(Event):
    """Somebody joined a conversation that others had planned (subject: the conversation)."""

    key: ClassVar[str] = "cocreation.joined"
    deed: ClassVar[Promise] = _("Joined a conversation")


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationHeld(Event):
    """A conversation was held (subject: the conversation). `data` has the `day` (ISO) and the ids of those who took part (`listeners`)."""

    key: ClassVar[str] = "cocreation.conversation_held"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementWritten(Event):
    """Something that was said was written down or put in other words (subject: the statement)."""

    key: ClassVar[str] = "cocreation.statement_written"
    deed: ClassVar[Promise] = _("Wrote down what was said")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementAgreed(Event):
    """A wording was read back and agreed on, or confirmed by the party (subject: the statement). Taken back when it no longer stands."""

    key: ClassVar[str] = "cocreation.statement_agreed"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementObjected(Event):
    """The party objected to a wording (subject: the statement)."""

    key: ClassVar[str] = "cocreation.statement_objected"
    deed: ClassVar[Promise] = _("Objected to a wording")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementWithdrawn(Event):
    """The party took a statement back; its words are gone (subject: the statement). Carries no reason."""

    key: ClassVar[str] = "cocreation.statement_withdrawn"
    deed: ClassVar[Promise] = _("Took back what was said")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownChosen(Event):
    """The party chose how it is named beside what it said (subject: the statement)."""

    key: ClassVar[str] = "cocreation.shown_chosen"
    deed: ClassVar[Promise] = _("Chose how one is named")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyWritten(Event):
    """A letter went to a party (subject: the party). Counts towards the ceiling of letters in `within`."""

    key: ClassVar[str] = "cocreation.party_written"
    deed: ClassVar[Promise] = _("Wrote to an association or somebody else")


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver(Event):
    """A link was handed over to somebody else (subject: the party)."""

    key: ClassVar[str] = "cocreation.handed_over"
    deed: ClassVar[Promise] = _("Handed a link over")
