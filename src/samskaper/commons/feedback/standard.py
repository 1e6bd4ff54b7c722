"""Questions that we always ask: after a gathering, and when a programme ends."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_noop as _

from samskaper.commons.feedback.models import QuestionKind


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to put into a questionnaire."""

    kind: str
    text: str
    options: tuple[str, ...] = ()
    standard: bool = True


WORKPLACE = Asked(
    QuestionKind.CHOICE, _("Where do you work?"),
    (_("Public library"), _("School library"), _("Regional library"), _("Somewhere else")),
)
AFTER_GATHERING = (
    Asked(QuestionKind.SCALE, _("How useful was this gathering for your own work?")),
    Asked(QuestionKind.SCALE, _("Did you get to say what you wanted to say?")),
    Asked(QuestionKind.SCALE, _("Do you know what your next step is?")),
    WORKPLACE,
    Asked(QuestionKind.TEXT, _("What do you take home?")),
    Asked(QuestionKind.TEXT, _("What should we do differently next time?")),
)
AT_THE_END = (
    Asked(QuestionKind.SCALE, _("How useful was the whole series for your own work?")),
    Asked(QuestionKind.SCALE, _("How likely is it that you go on working like this?")),
    Asked(QuestionKind.SCALE, _("How well did your leader back you?")),
    Asked(QuestionKind.SCALE, _("Was the effort worth the hours it took?")),
    WORKPLACE,
    Asked(QuestionKind.TEXT, _("What do you do now that you did not do before?")),
    Asked(QuestionKind.TEXT, _("What did not work?")),
)
