"""The index: what can be found, who may find it, and the words that it holds.

The keys of the words lie in a table of each database's own kind, `search_words`: see `engines.py`.
"""

from __future__ import annotations

from django.db import models

from samskaper.foundation.refs import Ref


class Document(models.Model):
    """Something that can be found, in one language.

    `kind` is the source that it is from, `part` tells apart several of one record; `bundle` holds together what is the same
    in several languages. `everybody` is for guests too; what is not has its readers in `Reader`. After `until` nobody finds it.
    """

    kind = models.CharField(max_length=60)
    ref_kind = models.CharField(max_length=60)
    ref_id = models.BigIntegerField()
    part = models.CharField(max_length=40, blank=True)
    bundle = models.CharField(max_length=80)
    language = models.CharField(max_length=10)
    title = models.CharField(max_length=400)
    lead = models.TextField(blank=True)
    text = models.TextField(blank=True)
    url_name = models.CharField(max_length=80, blank=True)
    url_args = models.JSONField(default=list, blank=True)
    path = models.CharField(max_length=400, blank=True)
    everybody = models.BooleanField(default=False)
    until = models.DateTimeField(null=True, blank=True)
    sort = models.CharField(max_length=400)
    seal = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["ref_kind", "ref_id"], name="found_by_record"), models.Index(fields=["kind"], name="found_by_kind")]
        constraints = [models.UniqueConstraint(fields=["kind", "ref_id", "part", "language"], name="found_once")]

    def __str__(self) -> str:
        return self.title

    @property
    def ref(self) -> Ref:
        """The record that is found."""
        return Ref(self.ref_kind, self.ref_id)


class Reader(models.Model):
    """That those who hold this token may find a document: `o7`, `o7:leader`, `any:leader`, `p12` (see `rules.py`)."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="readers")
    token = models.CharField(max_length=60)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["document", "token"], name="reader_once")]

    def __str__(self) -> str:
        return self.token


class Known(models.Model):
    """A word that some document holds, so that a slip of the finger can be understood. Shown only to who may find it anyway."""

    word = models.CharField(max_length=40, unique=True)

    def __str__(self) -> str:
        return self.word


class Built(models.Model):
    """With which analyser the index was built. There is one row; none before the first time."""

    analyser = models.CharField(max_length=20)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_index")]

    def __str__(self) -> str:
        return self.analyser
