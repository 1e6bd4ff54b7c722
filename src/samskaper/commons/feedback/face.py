"""What feedback registers: closing in time, the desk, and the words of its facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samskaper.commons.feedback import commands, events, queries
from samskaper.commons.record.register import FactWords, fact_words
from samskaper.foundation.schedule import Round, rounds
from samskaper.ui.menu import DeskItem, desk


def _desk(doer: object) -> Iterable[DeskItem]:
    if not getattr(doer, "person", None):
        return
    for questionnaire in queries.waiting_for(doer):  # type: ignore[arg-type]
        yield DeskItem(
            "do", questionnaire.title, _("Your answers are kept without your name."),
            reverse("feedback:answer", args=[questionnaire.pk]), _("Answer"),
            timezone.make_aware(dt.datetime.combine(questionnaire.closes, dt.time(23, 59))), 40,
        )


desk.add("feedback", _desk)
rounds.add("feedback.close", Round("feedback.close", 600, commands.close_those_due))
fact_words.add(events.Evaluated.key, FactWords(
    events.Evaluated.key, gettext_lazy("evaluation"),
    gettext_lazy("Questionnaires that were closed with at least one answer."),
))
