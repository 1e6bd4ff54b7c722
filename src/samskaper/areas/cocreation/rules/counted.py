"""What is counted of initiatives, in words."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samskaper.areas.cocreation import events
from samskaper.areas.cocreation.events import GoesOn, InitiativeBegun
from samskaper.commons.record.register import FactWords

COUNTED = (
    FactWords(
        events.ConversationHeld.key, _("exploratory conversations"),
        _("Conversations that were held and written down. One that several took part in counts once here, and for each of them in her own course."),
    ),
    FactWords(
        events.StatementAgreed.key, _("statements that stand"),
        _("What was said in conversations and read back, or confirmed by those who said it. What they take back counts no longer."),
    ),
    FactWords(
        events.ChallengeNoted.key, _("challenges"),
        _("Statements that are about the same, put in words. A challenge that nothing stands behind any more counts no longer."),
    ),
    FactWords(
        events.ChallengeShared.key, _("shared challenges"),
        _("Challenges in words that both a library and somebody else have said yes to, with something behind them that was confirmed by whoever said it."),
    ),
    FactWords(
        events.MeetingHeld.key, _("gatherings for associations"), _("Gatherings to which somebody from an association or a group came."),
    ),
    FactWords(
        InitiativeBegun.key, _("initiatives"),
        _("Initiatives that have begun: somebody on each side owns them, or one side began on its own. One that ended still counts here."),
    ),
    FactWords(
        GoesOn.key, _("initiatives that go on"),
        _("Initiatives of which somebody who takes part said, half a year or a year after the beginning, that they still go on, perhaps in another form."),
    ),
)
