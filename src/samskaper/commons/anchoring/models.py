"""Plan documents, their sentences, and what is tied to each sentence."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samskaper.commons.people.models import Country, Organisation, Owned, Person
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref


class PlanKind(models.TextChoices):
    """What sort of plan it is. The keys are those of the importer in `projects`."""

    STRATEGY = "strategy", _("National strategy")
    WHITE_PAPER = "white_paper", _("White paper")
    PLAN = "plan", _("Municipal or county plan")
    OTHER = "other", _("Another document")


class PlanDocument(Owned):
    """A plan or strategy that is public. `owner` looks after its text here; everybody may read it."""

    title = models.CharField(max_length=200)
    publisher = models.CharField(max_length=160, blank=True)
    kind = models.CharField(max_length=12, choices=PlanKind.choices, default=PlanKind.PLAN)
    first_year = models.PositiveSmallIntegerField(null=True, blank=True)
    last_year = models.PositiveSmallIntegerField(null=True, blank=True)
    country = models.CharField(max_length=2, choices=Country.choices, default=Country.NORWAY)
    address = models.URLField(max_length=400, blank=True)

    class Meta:
        ordering = ["title", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "title"], name="plan_title_once"),
            models.CheckConstraint(
                condition=Q(first_year__isnull=True) | Q(last_year__isnull=True) | Q(last_year__gte=F("first_year")),
                name="plan_years_in_order",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def years(self) -> str:
        """«2020–2023», one year, or nothing."""
        known = [str(year) for year in dict.fromkeys((self.first_year, self.last_year)) if year]
        return "–".join(known)


class PlanSection(models.Model):
    """A sentence of a plan, with the page it stands on. Without words it is the plan as a whole."""

    document = models.ForeignKey(PlanDocument, on_delete=models.CASCADE, related_name="sections")
    order = models.PositiveSmallIntegerField()
    heading = models.CharField(max_length=160, blank=True)
    page = models.PositiveSmallIntegerField(null=True, blank=True)
    sentence = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["document", "order", "pk"]
        constraints = [models.UniqueConstraint(fields=["document", "order"], name="plan_section_order_once")]

    def __str__(self) -> str:
        return self.sentence or self.heading or str(self.document)


class Tie(models.Model):
    """That a record serves a sentence, and in whose words. `owner` is the organisation that says so."""

    section = models.ForeignKey(PlanSection, on_delete=models.CASCADE, related_name="ties")
    record_kind = models.CharField(max_length=60)
    record_id = models.BigIntegerField()
    says = models.TextField(blank=True)
    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["section", "pk"]
        constraints = [models.UniqueConstraint(fields=["section", "record_kind", "record_id"], name="tied_once")]
        indexes = [models.Index(fields=["record_kind", "record_id"])]

    def __str__(self) -> str:
        return f"{self.record_kind}:{self.record_id} -> {self.section}"

    @property
    def record(self) -> Ref:
        """The record that is tied."""
        return Ref(self.record_kind, self.record_id)
