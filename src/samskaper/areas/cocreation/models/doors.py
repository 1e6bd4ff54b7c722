"""The open door of a library, and the filling of the register from the countries' open ones."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samskaper.areas.cocreation.models.conversations import Conversation
from samskaper.commons.people.models import County, Organisation, Owned, Person
from samskaper.foundation import clock


class Doorway(models.Model):
    """A library's page “we have a challenge / an idea”: who answers, and within how many working days."""

    library = models.OneToOneField(Organisation, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    days = models.PositiveSmallIntegerField(default=5)
    is_open = models.BooleanField(default=False)
    welcome = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(days__gte=1, days__lte=30), name="door_days")]

    def __str__(self) -> str:
        return str(self.library)


class KnockKind(models.TextChoices):
    CHALLENGE = "challenge", _("We have a challenge")
    IDEA = "idea", _("We have an idea")


class Knock(models.Model):
    """Something that came in by the open door. Its words are a statement of its conversation; `answer` is the library's."""

    conversation = models.OneToOneField(Conversation, on_delete=models.CASCADE, related_name="knock")
    kind = models.CharField(max_length=10, choices=KnockKind.choices)
    language = models.CharField(max_length=16, blank=True, help_text="The language of the words, where it was said")
    came = models.DateTimeField(default=clock.now)
    due_on = models.DateField()
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["answered_on", "due_on"])]
        constraints = [models.CheckConstraint(condition=Q(answer="") | Q(answered_on__isnull=False), name="knock_answer_has_its_day")]

    def __str__(self) -> str:
        return f"{self.conversation}"


class FillingState(models.TextChoices):
    WAITING = "waiting", _("Waits for its turn")
    RUNNING = "running", _("Going on")
    DONE = "done", _("Done")
    FAILED = "failed", _("Did not go through")
    STOPPED = "stopped", _("Stopped")


class Filling(Owned):
    """The register is filled with the associations and companies of a county, page by page, by the worker."""

    county = models.ForeignKey(County, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    state = models.CharField(max_length=8, choices=FillingState.choices, default=FillingState.WAITING)
    asked = models.DateTimeField(default=clock.now)
    ended = models.DateTimeField(null=True, blank=True)
    heard = models.DateTimeField(null=True, blank=True, help_text="When the worker was last at it")
    place = models.CharField(max_length=60, blank=True, help_text="Where it goes on after a stop: register, municipality, page")
    pages = models.PositiveIntegerField(default=0)
    pages_in_all = models.PositiveIntegerField(default=0)
    added = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    passed_over = models.PositiveIntegerField(default=0)
    trouble = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["county"], condition=Q(state__in=("waiting", "running")), name="one_filling_at_a_time"),
        ]

    def __str__(self) -> str:
        return f"{self.county}: {self.state}"
