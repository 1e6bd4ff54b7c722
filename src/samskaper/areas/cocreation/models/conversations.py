"""A conversation, who listened, and what was said."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samskaper.areas.cocreation.models.parties import Party
from samskaper.commons.people.models import Owned, Person
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref


class ConversationState(models.TextChoices):
    PLANNED = "planned", _("Planned")
    HELD = "held", _("Held")
    CANCELLED = "cancelled", _("Did not come about")


class Conversation(Owned):
    """An exploratory conversation with a party. `within` is what it counts in (a course series), if anything.

    `next_step` is what the two agreed happens now; both read it.
    """

    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="conversations")
    state = models.CharField(max_length=10, choices=ConversationState.choices, default=ConversationState.PLANNED)
    planned_for = models.DateField(null=True, blank=True)
    at_time = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=160, blank=True)
    held_on = models.DateField(null=True, blank=True)
    next_step = models.CharField(max_length=600, blank=True)
    within_kind = models.CharField(max_length=60, blank=True)
    within_id = models.PositiveBigIntegerField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["within_kind", "within_id"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=ConversationState.HELD, held_on__isnull=False) | ~Q(state=ConversationState.HELD), name="held_has_its_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party}"

    @property
    def within(self) -> Ref | None:
        """What the conversation counts in."""
        return Ref(self.within_kind, self.within_id) if self.within_id else None


class Listener(models.Model):
    """Somebody from a library who takes part. `thoughts` are hers alone and go when their time is over."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="listeners")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    thoughts = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["conversation", "person"], name="listens_once")]

    def __str__(self) -> str:
        return f"{self.person}: {self.conversation}"


class StatementState(models.TextChoices):
    """How sure it is that the other party said this and stands by it."""

    MINE = "mine", _("Written down by the library")
    AGREED = "agreed", _("Agreed in the conversation")
    CONFIRMED = "confirmed", _("Confirmed")
    OBJECTED = "objected", _("Objected to")
    WITHDRAWN = "withdrawn", _("Withdrawn")


ACTS: dict[str, dict[str, str]] = {  # act -> state before -> state after
    "read_back": {StatementState.MINE: StatementState.AGREED},
    "reword": dict.fromkeys((StatementState.MINE, StatementState.AGREED, StatementState.CONFIRMED, StatementState.OBJECTED), StatementState.MINE),
    "confirm": dict.fromkeys((StatementState.MINE, StatementState.AGREED, StatementState.OBJECTED, StatementState.CONFIRMED), StatementState.CONFIRMED),
    "correct": dict.fromkeys((StatementState.MINE, StatementState.AGREED, StatementState.OBJECTED, StatementState.CONFIRMED), StatementState.CONFIRMED),
    "object": dict.fromkeys((StatementState.MINE, StatementState.AGREED, StatementState.CONFIRMED), StatementState.OBJECTED),
    "withdraw": dict.fromkeys((StatementState.MINE, StatementState.AGREED, StatementState.CONFIRMED, StatementState.OBJECTED), StatementState.WITHDRAWN),
}


class ReadBack(models.TextChoices):
    """How the wording was read back to the one who said it."""

    ALOUD = "aloud", _("Read aloud when we met")
    PHONE = "phone", _("By phone")
    WRITING = "writing", _("In writing")


class Shown(models.TextChoices):
    """How the party wants to be named where the statement is shown to others."""

    BY_NAME = "name", _("By our name")
    COUNTY = "county", _("As somebody in the county")
    NOT = "not", _("Not at all")


class Statement(models.Model):
    """Something that was said in a conversation, in words that both know. A withdrawn one has lost its words."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="statements")
    wording = models.TextField(blank=True)
    by_party = models.BooleanField(default=False, help_text="Written by the party itself")
    state = models.CharField(max_length=10, choices=StatementState.choices, default=StatementState.MINE)
    read_back = models.CharField(max_length=8, choices=ReadBack.choices, blank=True)
    read_back_on = models.DateField(null=True, blank=True)
    shown = models.CharField(max_length=8, choices=Shown.choices, default=Shown.COUNTY)
    order = models.PositiveIntegerField(default=0)
    changed = models.DateTimeField(default=clock.now)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=StatementState.WITHDRAWN, wording="") | ~Q(state=StatementState.WITHDRAWN) & ~Q(wording=""),
                name="words_until_withdrawn",
            ),
        ]

    def __str__(self) -> str:
        return self.wording[:80]
