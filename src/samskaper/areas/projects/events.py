"""What happens to a project. `within` is always the project."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samskaper.foundation.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectSaved(Event):
    """A project came in, or what is said about it was changed."""

    key: ClassVar[str] = "projects.project_saved"
    deed: ClassVar[Promise] = _("Saved a project")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivitySaved(Event):
    """An activity was added or changed (subject: the project). `data["what"]` says what."""

    key: ClassVar[str] = "projects.activity_saved"
    deed: ClassVar[Promise] = _("Saved an activity")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityDone(Event):
    """Somebody says that an activity is done (subject: the activity). Taken back when it is not."""

    key: ClassVar[str] = "projects.activity_done"
    deed: ClassVar[Promise] = _("Said that an activity is done")


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkAccepted(Event):
    """A proposal of the plan check was carried out (subject: the project). `data` has code and fingerprint."""

    key: ClassVar[str] = "projects.remark_accepted"
    deed: ClassVar[Promise] = _("Took advice on the plan")


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkRefused(Event):
    """A proposal of the plan check was turned down (subject: the project)."""

    key: ClassVar[str] = "projects.remark_refused"
    deed: ClassVar[Promise] = _("Turned advice on the plan down")


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTakenBack(Event):
    """An answer to the plan check was taken back, and what it changed with it (subject: the project)."""

    key: ClassVar[str] = "projects.answer_taken_back"
    deed: ClassVar[Promise] = _("Took an answer to the plan check back")


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureChosen(Event):
    """It was decided how a sub-goal is measured (subject: the sub-goal)."""

    key: ClassVar[str] = "projects.measure_chosen"
    deed: ClassVar[Promise] = _("Chose how a goal is measured")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalAnswered(Event):
    """Somebody said by hand how far a sub-goal has come (subject: the sub-goal)."""

    key: ClassVar[str] = "projects.goal_answered"
    deed: ClassVar[Promise] = _("Answered how a goal went")


@dataclass(frozen=True, slots=True, kw_only=True)
class Disseminated(Event):
    """A talk, article or the like carried the experience on (subject: the dissemination)."""

    key: ClassVar[str] = "projects.disseminated"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportHandedIn(Event):
    """A report was handed in and frozen (subject: the report)."""

    key: ClassVar[str] = "projects.report_handed_in"
    deed: ClassVar[Promise] = _("Handed in a report")
