"""What happens in a course series. `within` is always the programme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from samskaper.foundation.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeSaved(Event):
    """A programme was made or changed."""

    key: ClassVar[str] = "programmes.programme_saved"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeSent(Event):
    """The programme went out by mail; `data` has the number of letters."""

    key: ClassVar[str] = "programmes.programme_sent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited(Event):
    """Somebody was sent the programme (subject: the invitation)."""

    key: ClassVar[str] = "programmes.invited"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedUp(Event):
    """Somebody took a seat (subject: the enrolment). Taken back when the seat is given up."""

    key: ClassVar[str] = "programmes.signed_up"


@dataclass(frozen=True, slots=True, kw_only=True)
class PutOnWaitingList(Event):
    """Somebody was put on the waiting list (subject: the enrolment)."""

    key: ClassVar[str] = "programmes.put_on_waiting_list"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentAsked(Event):
    """A leader was asked for consent (subject: the enrolment)."""

    key: ClassVar[str] = "programmes.consent_asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentGiven(Event):
    """A leader said yes (subject: the enrolment)."""

    key: ClassVar[str] = "programmes.consent_given"


@dataclass(frozen=True, slots=True, kw_only=True)
class EnrolmentEnded(Event):
    """Somebody left, or was told no (subject: the enrolment). Carries no reason."""

    key: ClassVar[str] = "programmes.enrolment_ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class GatheringHeld(Event):
    """A gathering was held (subject: the gathering). `data["kind"]` is its kind, `data["day"]` the day on which it was."""

    key: ClassVar[str] = "programmes.gathering_held"


@dataclass(frozen=True, slots=True, kw_only=True)
class IntroductionHeld(Event):
    """The introduction course was held (subject: the gathering)."""

    key: ClassVar[str] = "programmes.introduction_held"


@dataclass(frozen=True, slots=True, kw_only=True)
class AssociationsMet(Event):
    """The gathering for associations was held (subject: the gathering)."""

    key: ClassVar[str] = "programmes.associations_met"


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationHeld(Event):
    """The meeting that evaluates the programme was held (subject: the gathering)."""

    key: ClassVar[str] = "programmes.evaluation_held"


@dataclass(frozen=True, slots=True, kw_only=True)
class GatheringCancelled(Event):
    """A gathering was cancelled (subject: the gathering). Taken back when it is planned again."""

    key: ClassVar[str] = "programmes.gathering_cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupsMade(Event):
    """The participants of a gathering were put into groups, or somebody was moved (subject: the gathering)."""

    key: ClassVar[str] = "programmes.groups_made"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attended(Event):
    """Somebody attended for the first time (subject: the enrolment). Taken back when no attendance is left."""

    key: ClassVar[str] = "programmes.attended"


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceRecorded(Event):
    """Attendance was recorded or corrected (subject: the enrolment). `data` has gathering, state ("" is none) and how."""

    key: ClassVar[str] = "programmes.attendance_recorded"


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeUpTold(Event):
    """Somebody told how she made up for a gathering, or the adviser asked for more (subject: the make-up). No text."""

    key: ClassVar[str] = "programmes.make_up_told"


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeUp(Event):
    """A gathering was made up for, and an adviser accepted it (subject: the make-up). Taken back when the list is corrected."""

    key: ClassVar[str] = "programmes.made_up"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionDone(Event):
    """Somebody did an action between gatherings (subject: the action report). Taken back when it is undone."""

    key: ClassVar[str] = "programmes.action_done"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationHeld(Event):
    """The action that was done was a conversation with an association (subject: the action report). Taken back with it."""

    key: ClassVar[str] = "programmes.conversation_held"


@dataclass(frozen=True, slots=True, kw_only=True)
class AllConversationsHeld(Event):
    """A participant has held every conversation that the programme asks for (subject: the enrolment). Taken back when one is undone."""

    key: ClassVar[str] = "programmes.all_conversations_held"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaderTalkedWith(Event):
    """Somebody has talked with the leader (subject: the action report). Taken back when it is undone."""

    key: ClassVar[str] = "programmes.leader_talked_with"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionSaved(Event):
    """Somebody wrote about an action (subject: the action report). Carries no text."""

    key: ClassVar[str] = "programmes.action_saved"


@dataclass(frozen=True, slots=True, kw_only=True)
class StuckWrittenTo(Event):
    """Those who are stuck were written to (subject: the programme). `data["letters"]` is how many."""

    key: ClassVar[str] = "programmes.stuck_written_to"


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationAsked(Event):
    """A questionnaire was opened (subject: the gathering or the programme that it is about)."""

    key: ClassVar[str] = "programmes.evaluation_asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluated(Event):
    """The evaluation of a whole programme was closed with answers (subject: the programme)."""

    key: ClassVar[str] = "programmes.evaluated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Completed(Event):
    """Somebody completed (subject: the enrolment). Taken back when the rule is no longer met."""

    key: ClassVar[str] = "programmes.completed"


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateIssued(Event):
    """A certificate was issued (subject: the certificate)."""

    key: ClassVar[str] = "programmes.certificate_issued"


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateShown(Event):
    """A holder switched the check page of a certificate on or off (subject: the certificate)."""

    key: ClassVar[str] = "programmes.certificate_shown"


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateWithdrawn(Event):
    """A certificate no longer holds (subject: the certificate)."""

    key: ClassVar[str] = "programmes.certificate_withdrawn"
