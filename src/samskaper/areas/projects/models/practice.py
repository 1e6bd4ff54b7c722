"""What came of it: evidence, dissemination, answers to the plan check, and reports that were handed in."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samskaper.areas.projects.models.plan import Project, SubGoal
from samskaper.commons.people.models import Person
from samskaper.foundation import clock


class GoalState(models.TextChoices):
    """The status words of a sub-goal."""

    REACHED = "reached", _("Reached")
    UNDER_WAY = "under_way", _("Under way")
    LATE = "late", _("A little late")
    NOT_BEGUN = "not_begun", _("Not begun")
    MISSED = "missed", _("Not reached")
    UNSAID = "unsaid", _("Not answered")


class Evidence(models.Model):
    """What somebody says about a sub-goal, with what shows it. The newest with a `state` is the goal's status by hand."""

    sub_goal = models.ForeignKey(SubGoal, on_delete=models.CASCADE, related_name="evidence")
    state = models.CharField(max_length=9, choices=GoalState.choices, blank=True)
    text = models.TextField()
    address = models.URLField(max_length=400, blank=True)
    record_kind = models.CharField(max_length=60, blank=True)
    record_id = models.BigIntegerField(null=True, blank=True)
    day = models.DateField(default=clock.today)
    by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["sub_goal", "-at", "-pk"]
        verbose_name_plural = "evidence"
        constraints = [
            models.CheckConstraint(
                condition=Q(record_kind="", record_id__isnull=True) | (~Q(record_kind="") & Q(record_id__isnull=False)),
                name="evidence_names_a_record_or_none",
            )
        ]

    def __str__(self) -> str:
        return self.text


class DisseminationKind(models.TextChoices):
    TALK = "talk", _("Talk")
    ARTICLE = "article", _("Article")
    WORKSHOP = "workshop", _("Workshop or course")
    MEDIA = "media", _("In the media")
    OTHER = "other", _("Something else")


class Dissemination(models.Model):
    """A talk, an article or the like that carried the experience on. `reached` is how many heard or read it."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="dissemination")
    sub_goal = models.ForeignKey(
        SubGoal, null=True, blank=True, on_delete=models.SET_NULL, related_name="dissemination"
    )
    kind = models.CharField(max_length=8, choices=DisseminationKind.choices)
    title = models.CharField(max_length=200)
    place = models.CharField(max_length=160, blank=True)
    audience = models.CharField(max_length=160, blank=True)
    reached = models.PositiveIntegerField(null=True, blank=True)
    day = models.DateField()
    address = models.URLField(max_length=400, blank=True)
    by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["project", "-day", "-pk"]
        verbose_name_plural = "dissemination"

    def __str__(self) -> str:
        return self.title


class RemarkDecision(models.Model):
    """What was answered to a remark of the plan check; `data` is the remark, so that it can be said in any language."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="decisions")
    fingerprint = models.CharField(max_length=32)
    data = models.JSONField()
    accepted = models.BooleanField()
    reason = models.CharField(max_length=400, blank=True)
    by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["project", "at", "pk"]
        constraints = [models.UniqueConstraint(fields=["project", "fingerprint"], name="remark_answered_once")]

    def __str__(self) -> str:
        return self.fingerprint


class Report(models.Model):
    """A status report as it was handed in, frozen: `snapshot` holds what it said that day."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="reports")
    number = models.PositiveSmallIntegerField()
    final = models.BooleanField(default=False)
    words = models.TextField(blank=True)
    snapshot = models.JSONField()
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["project", "-number"]
        constraints = [models.UniqueConstraint(fields=["project", "number"], name="report_number_once")]

    def __str__(self) -> str:
        return f"{self.project}, {self.number}"
