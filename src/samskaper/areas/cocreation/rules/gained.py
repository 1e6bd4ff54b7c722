"""The three questions on what a gathering gave, the same for both sides, then and half a year later."""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

from samskaper.commons.feedback.models import QuestionKind
from samskaper.commons.feedback.standard import Asked

QUESTIONS = (
    Asked(QuestionKind.SCALE, _("Do you know better now whom you can turn to?")),
    Asked(QuestionKind.SCALE, _("Has something that matters to you come a step nearer?")),
    Asked(QuestionKind.SCALE, _("Was it worth the time it took you?")),
    Asked(QuestionKind.TEXT, _("What did you gain from it, in your own words?")),
)
