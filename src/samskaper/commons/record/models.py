"""Facts, origins and receipts."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from samskaper.commons.people.models import Organisation, Person
from samskaper.foundation import clock


class Fact(models.Model):
    """Something that happened. Never changed; a fact that turned out wrong gets `taken_back` and no longer counts."""

    key = models.CharField(max_length=60)
    at = models.DateTimeField(default=clock.now)
    doer_kind = models.CharField(max_length=8)
    doer = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    owner = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    subject_kind = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    within_kind = models.CharField(max_length=60, blank=True)
    within_id = models.BigIntegerField(null=True, blank=True)
    data = models.JSONField(default=dict, blank=True)
    taken_back = models.DateTimeField(null=True, blank=True)
    taken_back_because = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["subject_kind", "subject_id", "key"]),
            models.Index(fields=["within_kind", "within_id", "key"], condition=Q(taken_back__isnull=True), name="facts_that_count"),
            models.Index(fields=["owner", "at"]),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.subject_kind}:{self.subject_id}"


class Origin(models.Model):
    """That one record came from another: a programme from a project, a project from a sentence of a plan."""

    record_kind = models.CharField(max_length=60)
    record_id = models.BigIntegerField()
    source_kind = models.CharField(max_length=60)
    source_id = models.BigIntegerField()
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["record_kind", "record_id", "source_kind", "source_id"], name="one_origin_of_each"
            ),
            models.CheckConstraint(
                condition=~Q(record_kind=models.F("source_kind"), record_id=models.F("source_id")),
                name="nothing_comes_from_itself",
            ),
        ]
        indexes = [models.Index(fields=["source_kind", "source_id"])]

    def __str__(self) -> str:
        return f"{self.record_kind}:{self.record_id} <- {self.source_kind}:{self.source_id}"


class Receipt(models.Model):
    """The answer that a form got, kept under its key, so that a twin of the form gets the same answer."""

    key = models.CharField(max_length=64, primary_key=True)
    fingerprint = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(default=0)
    headers = models.JSONField(default=dict)
    body = models.BinaryField(default=bytes)
    at = models.DateTimeField(default=clock.now, db_index=True)

    def __str__(self) -> str:
        return self.key
