"""What somebody noticed about a method, who looks after it, and what became of it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samskaper.areas.startkit.models.editions import Edition
from samskaper.areas.startkit.models.tryouts import TryOut
from samskaper.areas.startkit.models.voices import Voice, Workshop
from samskaper.commons.people.models import Person
from samskaper.foundation import clock


class FindingState(models.TextChoices):
    """Where a finding stands on the editors' board."""

    NEW = "new", _("New")
    SEEN = "seen", _("Looked at")
    WILL = "will", _("Will change")
    CHANGED = "changed", _("Changed")
    LATER = "later", _("Not this time")
    NO = "no", _("No change")


class Keeper(models.Model):
    """Who of the editors looks after a method; an empty key is the kit as a whole."""

    key = models.SlugField(max_length=80, unique=True, blank=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return f"{self.key}: {self.person}"


class Finding(models.Model):
    """Something noticed: by whoever tried a method, by a group in a workshop, or by an expert about one sentence of a draft.

    `edition` is the one in which it was noticed, `aim` the one in which it changes. `sentence` is kept as it was, with its
    part and its place in it (from 1). `voice` said it, or nobody who wants to be known; `named`: editors may read the name.
    It always has somebody responsible, who may ask one `question` more. `old` and `new` are what changed. `told`: whoever said it has been told.
    """

    key = models.SlugField(max_length=80)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="findings")
    language = models.CharField(max_length=8)
    tryout = models.OneToOneField(TryOut, null=True, blank=True, on_delete=models.SET_NULL, related_name="finding")
    workshop = models.ForeignKey(Workshop, null=True, blank=True, on_delete=models.SET_NULL, related_name="findings")
    voice = models.ForeignKey(Voice, null=True, blank=True, on_delete=models.SET_NULL, related_name="findings")
    named = models.BooleanField(default=False)
    part = models.CharField(max_length=40, blank=True)
    place = models.PositiveSmallIntegerField(default=0)
    sentence = models.TextField(blank=True)
    worked = models.CharField(max_length=300, blank=True)
    noticed = models.CharField(max_length=600, blank=True)
    proposal = models.CharField(max_length=600, blank=True)
    question = models.CharField(max_length=400, blank=True)
    answer = models.CharField(max_length=600, blank=True)
    state = models.CharField(max_length=8, choices=FindingState.choices, default=FindingState.NEW)
    responsible = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    aim = models.ForeignKey(Edition, null=True, blank=True, on_delete=models.PROTECT, related_name="changes")
    because = models.CharField(max_length=400, blank=True)
    old = models.TextField(blank=True)
    new = models.TextField(blank=True)
    decided = models.DateTimeField(null=True, blank=True)
    told = models.DateTimeField(null=True, blank=True)
    same_as = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="twins")
    version = models.PositiveIntegerField(default=1)
    made = models.DateTimeField(default=clock.now)

    class Meta:
        indexes = [models.Index(fields=["responsible", "state"]), models.Index(fields=["key", "state"])]
        constraints = [
            models.CheckConstraint(condition=~Q(worked="", noticed="", proposal=""), name="finding_has_words"),
            models.CheckConstraint(condition=~Q(state__in=("will", "changed")) | Q(aim__isnull=False), name="change_has_its_edition"),
            models.CheckConstraint(condition=~Q(state__in=("no", "later")) | ~Q(because=""), name="no_has_its_because"),
            models.CheckConstraint(condition=~Q(state="changed") | ~Q(old="", new=""), name="change_has_its_words"),
            models.CheckConstraint(condition=Q(same_as__isnull=True) | ~Q(same_as=models.F("id")), name="finding_not_its_own_twin"),
        ]

    def __str__(self) -> str:
        return self.noticed or self.proposal or self.worked
