"""The programme as it is set up: gatherings, their agenda and material, actions, and the rule of completion."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samskaper.commons.people.models import LANGUAGES, Owned


class ProgrammeState(models.TextChoices):
    DRAFT = "draft", _("Being prepared")
    OPEN = "open", _("Open for sign-up")
    RUNNING = "running", _("Under way")
    CLOSED = "closed", _("Finished")


class Programme(Owned):
    """A course series. `capacity` is in seats; `consent_days` how long a seat is held for a leader's answer.

    `about` says what one does in it, `aim` what has come out when it is over; `foreword` is the adviser's own line in the invitation.
    """

    title = models.CharField(max_length=160)
    about = models.TextField(blank=True)
    foreword = models.TextField(blank=True)
    aim = models.TextField(blank=True)
    language = models.CharField(max_length=2, choices=LANGUAGES, default="nb")
    state = models.CharField(max_length=8, choices=ProgrammeState.choices, default=ProgrammeState.DRAFT)
    capacity = models.PositiveIntegerField(default=60)
    needs_consent = models.BooleanField(default=True)
    consent_days = models.PositiveSmallIntegerField(default=7)
    enrol_until = models.DateField(null=True, blank=True)
    own_hours = models.PositiveSmallIntegerField(default=18, help_text="Hours of own effort besides the gatherings")
    goal_completed = models.PositiveIntegerField(null=True, blank=True, help_text="How many the plan promises complete")
    case_reference = models.CharField(max_length=40, blank=True)
    is_demo = models.BooleanField(default=False)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(capacity__gte=1), name="programme_has_a_seat")]

    def __str__(self) -> str:
        return self.title


class GatheringKind(models.TextChoices):
    INTRODUCTION = "introduction", _("Introduction")
    GATHERING = "gathering", _("Gathering")
    ASSOCIATIONS = "associations", _("Gathering for associations")
    EVALUATION = "evaluation", _("Evaluation")


class GatheringState(models.TextChoices):
    PLANNED = "planned", _("Planned")
    HELD = "held", _("Held")
    CANCELLED = "cancelled", _("Cancelled")


class Gathering(models.Model):
    """A date of the programme. `sequence` grows when date or place change, for calendars. Times are UTC."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="gatherings")
    kind = models.CharField(max_length=12, choices=GatheringKind.choices, default=GatheringKind.GATHERING)
    number = models.PositiveSmallIntegerField(help_text="The order among all of the programme's dates, from 1")
    title = models.CharField(max_length=160)
    about = models.TextField(blank=True)
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    place = models.CharField(max_length=200, blank=True)
    link = models.URLField(max_length=400, blank=True)
    for_participants = models.BooleanField(default=True)
    state = models.CharField(max_length=9, choices=GatheringState.choices, default=GatheringState.PLANNED)
    checkin_secret = models.CharField(max_length=40, unique=True)
    sequence = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["programme", "number"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "number"], name="gathering_number_once"),
            models.CheckConstraint(condition=Q(ends__gt=F("starts")), name="gathering_has_length"),
        ]
        indexes = [
            models.Index(fields=["programme", "starts"], name="gatherings_in_order"),
            models.Index(fields=["state", "starts"], name="gatherings_to_fill_in"),
        ]

    def __str__(self) -> str:
        return self.title


class AgendaKind(models.TextChoices):
    LECTURE = "lecture", _("Lecture")
    SHARING = "sharing", _("Sharing experience")
    GROUPS = "groups", _("Conversation in groups")
    BREAK = "break", _("Break")
    OTHER = "other", _("Other")


class AgendaItem(models.Model):
    """A part of a gathering, in minutes. `contributor` is who is responsible for it, as shown to all."""

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="agenda")
    order = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8, choices=AgendaKind.choices, default=AgendaKind.LECTURE)
    title = models.CharField(max_length=160)
    minutes = models.PositiveSmallIntegerField()
    contributor = models.CharField(max_length=160, blank=True)

    class Meta:
        ordering = ["gathering", "order"]
        constraints = [
            models.UniqueConstraint(fields=["gathering", "order"], name="agenda_order_once"),
            models.CheckConstraint(condition=Q(minutes__gte=1, minutes__lte=600), name="agenda_minutes"),
        ]

    def __str__(self) -> str:
        return self.title


class Material(models.Model):
    """A document or link of a gathering, shown to those who take part from the moment it is added."""

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="materials")
    title = models.CharField(max_length=160)
    link = models.URLField(max_length=400, blank=True)
    file = models.FileField(upload_to="programmes/%Y/", blank=True)
    added = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(link="") ^ Q(file=""), name="material_is_one_thing")]

    def __str__(self) -> str:
        return self.title


class ActionKind(models.TextChoices):
    """`CONVERSATION` is an action too, with an association; only those count for goals about conversations."""

    CONVERSATION = "conversation", _("Conversation with an association")
    ACTION = "action", _("Another action between gatherings")
    LEADER_MEETING = "leader_meeting", _("Conversation with your leader")


class Action(models.Model):
    """Something that each participant does between gatherings, from a day until a day."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="actions")
    kind = models.CharField(max_length=14, choices=ActionKind.choices, default=ActionKind.ACTION)
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=160)
    instructions = models.TextField(blank=True)
    questions = models.TextField(blank=True, help_text="Questions to reflect on, one a line")
    opens = models.DateField()
    due = models.DateField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["programme", "number"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "number"], name="action_number_once"),
            models.CheckConstraint(condition=Q(due__gte=F("opens")), name="action_has_days"),
        ]

    def __str__(self) -> str:
        return self.title


class CompletionPart(models.TextChoices):
    INTRODUCTION = "introduction", _("Introduction course")
    GATHERINGS = "gatherings", _("Gatherings")
    ACTIONS = "actions", _("Actions")
    REFLECTIONS = "reflections", _("Reflections")
    LEADER_MEETING = "leader_meeting", _("Conversation with your leader")


class CompletionRule(models.Model):
    """One row of the table that says what completes a programme: at least `needed` of this part.

    So many as `made_up` of the gatherings that were missed may be made up for instead.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="completion_rules")
    part = models.CharField(max_length=14, choices=CompletionPart.choices)
    needed = models.PositiveSmallIntegerField()
    made_up = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["programme", "part"], name="completion_part_once")]

    def __str__(self) -> str:
        return f"{self.part}: {self.needed}"
