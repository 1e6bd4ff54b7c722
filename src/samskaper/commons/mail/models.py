"""Letters, what is enclosed in them, and who does not want them."""

from __future__ import annotations

import hashlib
import secrets
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samskaper.commons.people.models import LANGUAGES, Organisation, Person
from samskaper.foundation import clock


def address_digest(email: str) -> str:
    """Return what we keep of an address that unsubscribed: enough to know it again, not the address itself.

    Not keyed with the installation's secret on purpose: a new secret must not wake letters that somebody stopped.
    """
    return hashlib.sha256(f"samskaper|address|{email.strip().lower()}".encode()).hexdigest()


def new_secret() -> str:
    """Return 128 bits that nobody guesses, for the unsubscribe link of one letter."""
    return secrets.token_urlsafe(16)


class State(models.TextChoices):
    """Where a letter is on its way; `rules.TRANSITIONS` says what can follow what."""

    WAITING = "waiting", _("Waiting")
    SENDING = "sending", _("On its way")
    SENT = "sent", _("Sent")
    UNCERTAIN = "uncertain", _("Uncertain")
    REFUSED = "refused", _("Refused")
    STOPPED = "stopped", _("Unsubscribed")


class Enclosed(models.Model):
    """The content of attachments, kept once however many letters it goes with."""

    digest = models.CharField(max_length=64, primary_key=True)
    content = models.BinaryField()
    size = models.PositiveIntegerField()

    def __str__(self) -> str:
        return self.digest


class LetterQuerySet(models.QuerySet["Letter"]):
    """Letters by where they are on their way."""

    def due(self) -> LetterQuerySet:
        """Return what may be sent now; letters that somebody waits for (codes) come before invitations."""
        return self.filter(state=State.WAITING, not_before__lte=clock.now()).order_by("purpose", "pk")


class Letter(models.Model):
    """A letter to one receiver. Written with what it tells of, sent at most once; `key` is unique for ever.

    `claim` names the worker process that is sending it. `purpose` is what the receiver may unsubscribe from.
    `secret` opens its unsubscribe page. `error` is the mail server's own sentence, or
    the message id of ours where it said nothing.
    """

    owner = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=200, unique=True)
    message_id = models.CharField(max_length=120)
    email = models.CharField(max_length=254)
    name = models.CharField(max_length=200, blank=True)
    digest = models.CharField(max_length=64)
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="letters")
    language = models.CharField(max_length=2, choices=LANGUAGES)
    template = models.CharField(max_length=120)
    subject = models.CharField(max_length=200)
    text = models.TextField()
    about_kind = models.CharField(max_length=60)
    about_id = models.BigIntegerField()
    purpose = models.CharField(max_length=40, blank=True)
    secret = models.CharField(max_length=32, unique=True, default=new_secret)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    claim = models.CharField(max_length=120, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField(default=clock.now)
    created = models.DateTimeField(default=clock.now)
    day = models.DateField(default=clock.today)
    claimed = models.DateTimeField(null=True, blank=True)
    settled = models.DateTimeField(null=True, blank=True)
    via = models.CharField(max_length=8, blank=True)
    error = models.CharField(max_length=500, blank=True)

    # What the one who looks may see of the address and of the mail server's sentence: see queries.as_seen.
    shown_address: str = ""
    shown_error: str = ""

    objects: ClassVar[LetterQuerySet] = LetterQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="letter_state_known"),
            models.CheckConstraint(
                condition=~Q(state=State.SENDING) | (~Q(claim="") & Q(claimed__isnull=False)),
                name="sending_has_a_sender",
            ),
        ]
        indexes = [
            models.Index(
                fields=["purpose", "id"],
                condition=Q(state__in=[State.WAITING, State.SENDING]),
                name="letters_under_way",
            ),
            models.Index(fields=["owner", "state"]),
            models.Index(fields=["owner", "about_kind", "about_id", "template"]),
            models.Index(fields=["owner", "day", "template", "subject"]),
        ]

    def __str__(self) -> str:
        return f"{self.subject} ({self.state})"


class Attachment(models.Model):
    """A file that goes with a letter."""

    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="attachments")
    enclosed = models.ForeignKey(Enclosed, on_delete=models.PROTECT, related_name="attachments")
    name = models.CharField(max_length=120)
    content_type = models.CharField(max_length=120)

    def __str__(self) -> str:
        return self.name


class Stop(models.Model):
    """That letters of a purpose shall not go to an address. Undone by deleting it; both are in the record."""

    digest = models.CharField(max_length=64)
    purpose = models.CharField(max_length=40)
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    since = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["digest", "purpose"], name="stopped_once")]

    def __str__(self) -> str:
        return self.purpose
