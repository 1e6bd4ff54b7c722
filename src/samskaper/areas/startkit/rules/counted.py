"""What is counted of the revision, in words."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samskaper.areas.startkit.events import revision as events
from samskaper.commons.record.register import FactWords

COUNTED = (
    FactWords(
        events.MethodTried.key, _("times that a method was tried"),
        _("Answers to “how did it go?” for the edition. Nobody knows who answered; whoever tried twice counts twice."),
    ),
    FactWords(
        events.FindingNoticed.key, _("findings about methods"),
        _("What those who tried, evaluation groups and experts have noticed, in words. What they take back counts no longer."),
    ),
    FactWords(
        events.SentenceChanged.key, _("changes that users asked for"),
        _("Sentences of a method that are different because somebody said something. What is decided anew counts as it stands now."),
    ),
)
