"""What happens with questionnaires. Answering leaves no fact: the record would tie a person to a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samskaper.foundation.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionnaireOpened(Event):
    """A questionnaire was made."""

    key: ClassVar[str] = "feedback.questionnaire_opened"
    deed: ClassVar[Promise] = _("Made a questionnaire")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluated(Event):
    """A questionnaire was closed with answers in it; `data["answers"]` says how many."""

    key: ClassVar[str] = "feedback.evaluated"
