"""How long what is written down about conversations is kept, and why."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samskaper.areas.cocreation.commands.conversations import forget_thoughts
from samskaper.areas.cocreation.commands.forgetting import let_old_go
from samskaper.areas.cocreation.commands.meetings import forget_needs
from samskaper.areas.cocreation.rules.conversations import KEPT_DAYS
from samskaper.areas.cocreation.rules.forgetting import KEPT
from samskaper.areas.cocreation.rules.meetings import NEEDS_DAYS
from samskaper.commons.record.register import Retention

RETAINED = (
    Retention(
        "cocreation.thoughts", _("What was thought for oneself about conversations"), KEPT_DAYS,
        _("so that you can look back on it for a year"), forget_thoughts,
    ),
    Retention(
        "cocreation.needs", _("What somebody needed to come to a gathering"), NEEDS_DAYS,
        _("so that those who arrange it can think of it"), forget_needs,
    ),
    Retention(
        "cocreation.parties", _("How associations and others are reached, and what they said"), KEPT.days,
        _("so that both can build on it while somebody is in touch; that conversations were held stays, because they are counted"), let_old_go,
    ),
)
