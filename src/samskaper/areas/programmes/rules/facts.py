"""What the facts of programmes are called on screen, and how each number is counted."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samskaper.areas.programmes import events
from samskaper.commons.record.register import FactWords

FACT_WORDS: tuple[FactWords, ...] = (
    FactWords(events.ProgrammeSaved.key, _("course series saved"), _("A course series was made or changed.")),
    FactWords(
        events.ProgrammeSent.key, _("course series sent out"),
        _("The course series went out by mail. Each series counts once, however often it was sent."),
    ),
    FactWords(events.Invited.key, _("person invited"), _("Each address that the programme was sent to counts once.")),
    FactWords(
        events.SignedUp.key, _("person signed up"),
        _("Everybody with a seat, also while the leader's answer is awaited. Whoever gives the seat back no longer counts."),
    ),
    FactWords(events.PutOnWaitingList.key, _("person in line"), _("Everybody who waits for a seat now.")),
    FactWords(events.ConsentAsked.key, _("leader asked"), _("Each participant whose leader was asked counts once.")),
    FactWords(
        events.ConsentGiven.key, _("yes from a leader"),
        _("Each participant whose leader said yes counts once."),
    ),
    FactWords(
        events.EnrolmentEnded.key, _("place given back"),
        _("Each place that ended counts, whatever the reason. The reason is not written down."),
    ),
    FactWords(
        events.IntroductionHeld.key, _("introduction held"),
        _("Each introduction that an adviser has marked as held counts."),
    ),
    FactWords(
        events.GatheringHeld.key, _("gathering held"),
        _("Each gathering that was held counts; introduction, the associations' gathering and evaluation are counted apart."),
    ),
    FactWords(
        events.AssociationsMet.key, _("gathering for associations held"),
        _("Each gathering for associations that was held counts."),
    ),
    FactWords(
        events.EvaluationHeld.key, _("evaluation meeting held"),
        _("Each meeting that looks back on a series counts."),
    ),
    FactWords(
        events.GatheringCancelled.key, _("gathering cancelled"),
        _("Each gathering that is cancelled now counts."),
    ),
    FactWords(
        events.GroupsMade.key, _("groups made"),
        _("Each gathering whose participants were put into groups counts."),
    ),
    FactWords(
        events.Attended.key, _("person who attended"),
        _("Everybody who was at one gathering at least counts once."),
    ),
    FactWords(
        events.AttendanceRecorded.key, _("attendance recorded"),
        _("Each participant whose attendance was recorded counts once."),
    ),
    FactWords(
        events.MadeUp.key, _("gathering made up for"),
        _("Each gathering that a participant missed and has made up for, when an adviser has accepted it. It is no attendance."),
    ),
    FactWords(
        events.MakeUpTold.key, _("making up told of"),
        _("Each gathering that a participant has told about making up for."),
    ),
    FactWords(
        events.ActionDone.key, _("action done"),
        _("Each action between gatherings counts once for each participant who has written down that it is done. Talks with the leader are counted apart."),
    ),
    FactWords(
        events.ConversationHeld.key, _("conversations with associations"),
        _("Each action that is a conversation with an association counts once for each participant who has written down that it was held."),
    ),
    FactWords(
        events.AllConversationsHeld.key, _("person who has held all conversations"),
        _("Each participant who has held as many conversations as the series asks for counts once."),
    ),
    FactWords(
        events.LeaderTalkedWith.key, _("talk with the leader"),
        _("Each participant who has written down that the talk with the leader was held counts once for each talk."),
    ),
    FactWords(
        events.ActionSaved.key, _("action written about"),
        _("Each action of each participant that something was written about."),
    ),
    FactWords(
        events.StuckWrittenTo.key, _("letter to those who are stuck"),
        _("Each course series whose participants were written to counts once."),
    ),
    FactWords(
        events.EvaluationAsked.key, _("evaluation opened"),
        _("Each gathering or series that questions were asked about."),
    ),
    FactWords(
        events.Evaluated.key, _("course series evaluated"),
        _("Each series whose closing evaluation was closed with answers."),
    ),
    FactWords(
        events.Completed.key, _("person who completed"),
        _("Everybody who meets the rule of completion today. A corrected attendance changes it at once."),
    ),
    FactWords(
        events.CertificateIssued.key, _("certificate issued"),
        _("Each participant with a certificate counts once."),
    ),
    FactWords(
        events.CertificateShown.key, _("certificate's page switched"),
        _("Each certificate whose page was switched on or off."),
    ),
    FactWords(events.CertificateWithdrawn.key, _("certificate withdrawn"), _("Each certificate that holds no longer.")),
)
