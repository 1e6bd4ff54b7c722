"""Editions of the kit. The current one is the one that was launched last; its texts are the published pages."""

from __future__ import annotations

from django.db import models

from samskaper.foundation import clock


class Edition(models.Model):
    """An edition: in the making, with a time to be launched, or launched. `news` says in each language what is new, in a few sentences.

    `drafts` are the keys of the methods whose drafts are published with it. `launches` is the time that was set, and
    `launched` when it happened.
    """

    number = models.PositiveSmallIntegerField(unique=True)
    news = models.JSONField(default=dict)
    drafts = models.JSONField(default=list)
    launches = models.DateTimeField(null=True, blank=True)
    launched = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    created = models.DateTimeField(default=clock.now, editable=False)

    class Meta:
        ordering = ("number",)

    def __str__(self) -> str:
        return str(self.number)


class EditionText(models.Model):
    """What a method said in an edition and a language: `text` is MethodText.as_json. Those of the current edition follow the pages.

    `reasons` says of the parts that changed since the edition before why they did, by the key of the part. A row of an
    edition in the making may hold reasons alone; its text is empty until the launch.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="texts")
    key = models.SlugField(max_length=80)
    language = models.CharField(max_length=8)
    text = models.JSONField(default=dict)
    reasons = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["edition", "key", "language"], name="edition_text_once")]

    def __str__(self) -> str:
        return f"{self.key} {self.language}"
