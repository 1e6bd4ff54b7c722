"""Questionnaires. What was answered and who has answered share no key, no order and no time of day.

Rows of `AnswerSheet`, `FreeText` and `Answered` get random ids, so that not even the order of insertion ties them.
"""

from __future__ import annotations

import secrets

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samskaper.commons.people.models import Organisation, Person


def random_id() -> int:
    """Return a positive 62-bit number that says nothing about when the row was made."""
    return secrets.randbits(62) + 1


class AskedOf(models.TextChoices):
    """Who is asked: people who sign in, or those who speak for somebody by a mailed link."""

    PEOPLE = "people", _("People who sign in")
    BEARERS = "bearers", _("Those who come by a link")


class Questionnaire(models.Model):
    """Questions about a record, open from a day through a day. Results exist when it is closed."""

    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    about_kind = models.CharField(max_length=60)
    about_id = models.BigIntegerField()
    within_kind = models.CharField(max_length=60, blank=True)
    within_id = models.BigIntegerField(null=True, blank=True)
    title = models.CharField(max_length=160)
    opens = models.DateField()
    closes = models.DateField()
    closed = models.BooleanField(default=False)
    asked = models.CharField(max_length=8, choices=AskedOf.choices, default=AskedOf.PEOPLE)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(closes__gte=F("opens")), name="questionnaire_has_days"),
            models.UniqueConstraint(fields=["about_kind", "about_id", "title"], name="questionnaire_once"),
        ]
        indexes = [models.Index(fields=["within_kind", "within_id"]), models.Index(fields=["closed", "closes"])]

    def __str__(self) -> str:
        return self.title


class QuestionKind(models.TextChoices):
    SCALE = "scale", _("From 1 to 5")
    CHOICE = "choice", _("Choose one")
    TEXT = "text", _("Own words")


class Question(models.Model):
    """A question. Standard questions are kept in English and shown in the reader's language."""

    questionnaire = models.ForeignKey(Questionnaire, on_delete=models.CASCADE, related_name="questions")
    order = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=6, choices=QuestionKind.choices)
    text = models.CharField(max_length=300)
    options = models.JSONField(default=list, blank=True)
    standard = models.BooleanField(default=False)

    class Meta:
        ordering = ["questionnaire", "order"]
        constraints = [models.UniqueConstraint(fields=["questionnaire", "order"], name="question_order_once")]

    def __str__(self) -> str:
        return gettext(self.text) if self.standard else self.text

    def choices(self) -> list[tuple[str, str]]:
        """Return (value, words) of every option, in the reader's language; values are 1, 2, 3…"""
        if self.kind == QuestionKind.SCALE:
            return [(str(n), str(n)) for n in range(1, 6)]
        words = [gettext(option) if self.standard else option for option in self.options]
        return [(str(n), word) for n, word in enumerate(words, 1)]


class AnswerSheet(models.Model):
    """What one person chose, without who. `values` maps the order of a question to the number chosen."""

    id = models.BigAutoField(primary_key=True, default=random_id)
    questionnaire = models.ForeignKey(Questionnaire, on_delete=models.CASCADE, related_name="sheets")
    day = models.DateField()
    values = models.JSONField(default=dict)

    def __str__(self) -> str:
        return str(self.questionnaire)


class FreeText(models.Model):
    """What somebody wrote in own words, apart from what the same person chose."""

    id = models.BigAutoField(primary_key=True, default=random_id)
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="texts")
    text = models.TextField()

    def __str__(self) -> str:
        return self.text[:60]


class Answered(models.Model):
    """That somebody has answered, without when and without what: a person, or whoever speaks for a record (`speaks_for`)."""

    id = models.BigAutoField(primary_key=True, default=random_id)
    questionnaire = models.ForeignKey(Questionnaire, on_delete=models.CASCADE, related_name="answered")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    speaks_for = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["questionnaire", "person"], name="answers_once"),
            models.UniqueConstraint(fields=["questionnaire", "speaks_for"], condition=~Q(speaks_for=""), name="answers_once_for_others"),
            models.CheckConstraint(condition=Q(person__isnull=False) ^ ~Q(speaks_for=""), name="answered_by_somebody"),
        ]

    def __str__(self) -> str:
        return str(self.questionnaire)
