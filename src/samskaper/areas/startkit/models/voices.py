"""Those who were asked to help revise the kit: members of a county's evaluation group, and experts."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samskaper.areas.startkit.models.editions import Edition
from samskaper.commons.people.models import LANGUAGES, County, Owned, Person
from samskaper.foundation import clock


class EvaluationGroup(Owned):
    """A county's group that looks at the methods in two workshops before an edition. `closed`: its members have got `summary`."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="groups")
    county = models.ForeignKey(County, on_delete=models.PROTECT, related_name="+")
    organiser = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    summary = models.TextField(blank=True)
    closed = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["edition", "county"], name="one_group_of_a_county")]

    def __str__(self) -> str:
        return f"{self.county} {self.edition}"


class Workshop(models.Model):
    """One of the two workshops of a group, and which methods are looked at there. `version` grows when day or place change."""

    group = models.ForeignKey(EvaluationGroup, on_delete=models.CASCADE, related_name="workshops")
    number = models.PositiveSmallIntegerField()
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    place = models.CharField(max_length=160, blank=True)
    url = models.URLField(max_length=400, blank=True)
    keys = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["group", "number"]
        constraints = [
            models.UniqueConstraint(fields=["group", "number"], name="workshop_once"),
            models.CheckConstraint(condition=Q(number__in=(1, 2)), name="two_workshops"),
            models.CheckConstraint(condition=Q(ends__gt=F("starts")), name="workshop_has_hours"),
        ]

    def __str__(self) -> str:
        return f"{self.group}: {self.number}"


class Asked(models.TextChoices):
    """What somebody who was asked has said. Silence stays `asked`."""

    ASKED = "asked", _("Asked")
    YES = "yes", _("Takes part")
    NO = "no", _("Cannot take part")


class Voice(models.Model):
    """Somebody who was asked to help: a member of `group`, or, without one, an expert of the edition.

    A member needs no account. An expert who says yes is the `person` that she signed in as. `wrote` is when she was last told
    what became of what she said.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="voices")
    group = models.ForeignKey(EvaluationGroup, null=True, blank=True, on_delete=models.CASCADE, related_name="members")
    name = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    language = models.CharField(max_length=2, choices=LANGUAGES, default="nb")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    answer = models.CharField(max_length=6, choices=Asked.choices, default=Asked.ASKED)
    made = models.DateTimeField(default=clock.now)
    wrote = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["group", "email"], condition=~Q(email=""), name="member_asked_once"),
            models.UniqueConstraint(fields=["edition", "email"], condition=Q(group__isnull=True) & ~Q(email=""), name="expert_asked_once"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_expert(self) -> bool:
        """Whether she reads drafts."""
        return self.group_id is None
