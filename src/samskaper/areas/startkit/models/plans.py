"""Plans for meetings: what happens, in which order, for how many minutes."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samskaper.commons.people.models import Person
from samskaper.foundation import clock


class Plan(models.Model):
    """A plan for a meeting. Whoever has its address may change it; a second address only reads.

    Neither address is kept: both follow from `nonce` and the secret of the house, and are found again by their digests.
    `person` is whoever made it signed in, and nobody for a guest's. `touched` is the day of the last change.
    """

    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.CASCADE, related_name="meeting_plans")
    nonce = models.CharField(max_length=32, unique=True)
    digest = models.CharField(max_length=64, unique=True)
    reading_digest = models.CharField(max_length=64, unique=True)
    title = models.CharField(max_length=160, blank=True)
    day = models.DateField(null=True, blank=True)
    starts = models.TimeField(default=dt.time(13, 0))
    place = models.CharField(max_length=200, blank=True)
    online = models.BooleanField(default=False)
    people = models.PositiveSmallIntegerField(null=True, blank=True)
    touched = models.DateField(default=clock.today)
    version = models.PositiveIntegerField(default=1)
    is_demo = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["person", "touched"], name="plans_to_let_go")]
        constraints = [models.CheckConstraint(condition=Q(people__isnull=True) | Q(people__gte=1), name="plan_has_people")]

    def __str__(self) -> str:
        return self.title or str(_("Plan for a meeting"))


class ItemKind(models.TextChoices):
    METHOD = "method", _("Method")
    POINT = "point", _("Point of our own")
    BREAK = "break", _("Break")


class PlanItem(models.Model):
    """A row of a plan. A method is named by its key, and may stand in two rows with a break between: then each has its steps.

    `first` and `last` are steps, counted from 1; a `last` of 0 is the last that the method has. `title` are the words of
    a point or a break, and what the method was called when it was put here. `removed` is when it was taken out: until
    the day is over it can be put back.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="items")
    order = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=6, choices=ItemKind.choices)
    method = models.CharField(max_length=80, blank=True)
    online = models.BooleanField(default=False)
    first = models.PositiveSmallIntegerField(default=1)
    last = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(max_length=160)
    minutes = models.PositiveSmallIntegerField()
    removed = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["plan", "order", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(minutes__gte=1, minutes__lte=480), name="plan_item_minutes"),
            models.CheckConstraint(condition=Q(kind="method") ^ Q(method=""), name="plan_item_is_one_thing"),
        ]

    def __str__(self) -> str:
        return self.title
