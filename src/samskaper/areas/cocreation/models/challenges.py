"""What several have said, put in words together."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samskaper.areas.cocreation.models.conversations import Shown, Statement
from samskaper.areas.cocreation.models.parties import Party
from samskaper.commons.people.models import County, Organisation, Owned, Person
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref


class ChallengeState(models.TextChoices):
    """How many stand behind a wording. It follows from acceptances and statements; nobody sets it."""

    NOTED = "noted", _("Noted by the library")
    SHARED = "shared", _("Shared")


class Challenge(Owned):
    """A challenge that several statements are about. `wording` is the latest of its wordings, `number` which of them it is.

    `within` is the course series in which it was found, if any. `owner` is the library that answers for it.
    """

    wording = models.CharField(max_length=400)
    number = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=8, choices=ChallengeState.choices, default=ChallengeState.NOTED)
    county = models.ForeignKey(County, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    within_kind = models.CharField(max_length=60, blank=True)
    within_id = models.PositiveBigIntegerField(null=True, blank=True)
    made = models.DateTimeField(default=clock.now)

    class Meta:
        indexes = [models.Index(fields=["within_kind", "within_id"]), models.Index(fields=["county", "state"])]

    def __str__(self) -> str:
        return self.wording[:80]

    @property
    def within(self) -> Ref | None:
        """What the challenge counts in."""
        return Ref(self.within_kind, self.within_id) if self.within_id else None


def one_side(name: str) -> models.CheckConstraint:
    """A row is a library's (by one of its people) or a party's, never both and never nobody's."""
    library = Q(library__isnull=False, party__isnull=True)
    return models.CheckConstraint(condition=library | Q(library__isnull=True, party__isnull=False), name=name)


class Sided(models.Model):
    """Something that a library (one of its people) or a party says."""

    library = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    party = models.ForeignKey(Party, null=True, blank=True, on_delete=models.CASCADE, related_name="+")

    class Meta:
        abstract = True


class Named(Sided):
    """What a side says, and how a party wants to be named beside it. Nobody is named before saying so."""

    shown = models.CharField(max_length=8, choices=Shown.choices, default=Shown.COUNTY)

    class Meta:
        abstract = True


class Wording(Named):
    """One of the wordings that a challenge has had, and whose it is. The words of a party that is forgotten go with it."""

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="wordings")
    number = models.PositiveIntegerField()
    words = models.CharField(max_length=400)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["challenge", "number"]
        constraints = [models.UniqueConstraint(fields=["challenge", "number"], name="wording_number_once"), one_side("wording_has_a_side")]

    def __str__(self) -> str:
        return self.words[:80]


class Grouped(Sided):
    """A statement that is about a challenge, and who put it there. A statement is about one challenge."""

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="grouped")
    statement = models.OneToOneField(Statement, on_delete=models.CASCADE, related_name="grouped")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["challenge", "at", "pk"]
        constraints = [one_side("grouped_has_a_side")]

    def __str__(self) -> str:
        return f"{self.challenge}: {self.statement}"


class Acceptance(Named):
    """A library or a party stands by wording `number` of a challenge. A new wording asks everybody anew."""

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="acceptances")
    number = models.PositiveIntegerField()
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            one_side("acceptance_has_a_side"),
            models.UniqueConstraint(fields=["challenge", "number", "library"], condition=Q(library__isnull=False), name="library_accepts_once"),
            models.UniqueConstraint(fields=["challenge", "number", "party"], condition=Q(party__isnull=False), name="party_accepts_once"),
        ]

    def __str__(self) -> str:
        return f"{self.challenge}: {self.library or self.party}"


class Joining(Named):
    """A library or a party wants to do something about a challenge. `offers` is what it brings (a room, two who can drive)."""

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="joinings")
    offers = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            one_side("joining_has_a_side"),
            models.UniqueConstraint(fields=["challenge", "library"], condition=Q(library__isnull=False), name="library_joins_once"),
            models.UniqueConstraint(fields=["challenge", "party"], condition=Q(party__isnull=False), name="party_joins_once"),
        ]

    def __str__(self) -> str:
        return f"{self.challenge}: {self.library or self.party}"


class Notice(models.Model):
    """Somebody who built on a challenge is told that something in it is gone: neither what nor why.

    A person finds it on her desk until she has looked (`seen`), and in one gathered letter (`written`); a party finds it on its own page.
    """

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="notices")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    party = models.ForeignKey(Party, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=clock.now)
    written = models.DateTimeField(null=True, blank=True)
    seen = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, party__isnull=True) | Q(person__isnull=True, party__isnull=False), name="notice_is_for_one"
            ),
            models.UniqueConstraint(fields=["challenge", "person"], condition=Q(person__isnull=False, seen__isnull=True), name="person_told_once"),
            models.UniqueConstraint(fields=["challenge", "party"], condition=Q(party__isnull=False, seen__isnull=True), name="party_told_once"),
        ]

    def __str__(self) -> str:
        return f"{self.challenge}: {self.person or self.party}"
