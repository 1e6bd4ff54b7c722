"""The gathering for associations: who is asked, which day suits most, and who comes."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samskaper.areas.cocreation.models.parties import Contact, Party
from samskaper.commons.people.models import Owned, Person
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref


class MeetingState(models.TextChoices):
    ASKING = "asking", _("Finding a day")
    SET = "set", _("The day is set")
    HELD = "held", _("Held")
    CANCELLED = "cancelled", _("Did not come about")


class Meeting(Owned):
    """A gathering that associations are asked to. `within` is the course series in whose middle it is held, if any.

    Where it is that series' own gathering for associations, it comes from that gathering (an origin in the record), which is
    held when this one is. `organiser` signs the letters.
    """

    title = models.CharField(max_length=160)
    about = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=MeetingState.choices, default=MeetingState.ASKING)
    answer_by = models.DateField(null=True, blank=True)
    starts = models.DateTimeField(null=True, blank=True)
    ends = models.DateTimeField(null=True, blank=True)
    place = models.CharField(max_length=160, blank=True)
    has_loop = models.BooleanField(default=False, help_text="A hearing loop is there")
    organiser = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    ring = models.CharField(max_length=160, blank=True, help_text="Whom to ring: name and number")
    made = models.DateTimeField(default=clock.now)
    within_kind = models.CharField(max_length=60, blank=True)
    within_id = models.PositiveBigIntegerField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["within_kind", "within_id"])]
        constraints = [
            models.CheckConstraint(condition=Q(starts__isnull=True) | Q(ends__gt=F("starts")), name="meeting_has_hours"),
            models.CheckConstraint(condition=~Q(state__in=("set", "held")) | Q(starts__isnull=False), name="set_meeting_has_its_day"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def within(self) -> Ref | None:
        """What the meeting counts in."""
        return Ref(self.within_kind, self.within_id) if self.within_id else None


class MeetingDate(models.Model):
    """A day and hour that would do."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="dates")
    starts = models.DateTimeField()
    ends = models.DateTimeField()

    class Meta:
        ordering = ["meeting", "starts"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "starts"], name="meeting_date_once"),
            models.CheckConstraint(condition=Q(ends__gt=F("starts")), name="meeting_date_has_hours"),
        ]

    def __str__(self) -> str:
        return f"{self.starts:%Y-%m-%d %H:%M}"


class Coming(models.TextChoices):
    """What an invited party has said. Silence stays `asked`."""

    ASKED = "asked", _("Asked")
    YES = "yes", _("Comes")
    NO = "no", _("Cannot come")


class Word(models.TextChoices):
    """What a letter to those on the list of a meeting is about."""

    ASKED = "asked", _("Invitation")
    SET = "set", _("The day")
    MOVED = "moved", _("Another day or place")
    OFF = "off", _("It does not come about")
    AFTER = "after", _("Afterwards")


class Invited(models.Model):
    """A party on the list of a meeting. `people` may be two, so that nobody has to come alone; `lends` is a room or a thing.

    What is needed to come (`needs`) is deleted after the meeting. `by_name`: the others may read who comes.
    `waits` is the letter that the worker is to write, `wrote` the last one that went (`written_to` is when).
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="invited")
    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="invited_to")
    contact = models.ForeignKey(Contact, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    coming = models.CharField(max_length=6, choices=Coming.choices, default=Coming.ASKED)
    people = models.PositiveSmallIntegerField(default=1)
    needs_loop = models.BooleanField(default=False)
    needs = models.CharField(max_length=300, blank=True)
    lends = models.CharField(max_length=300, blank=True)
    by_name = models.BooleanField(default=False)
    waits = models.CharField(max_length=6, choices=Word.choices, blank=True)
    wrote = models.CharField(max_length=6, choices=Word.choices, blank=True)
    written_to = models.DateTimeField(null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    was_there = models.BooleanField(null=True, blank=True)

    class Meta:
        ordering = ["meeting", "pk"]
        indexes = [models.Index(fields=["waits"], condition=~Q(waits=""), name="letters_of_meetings")]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "party"], name="party_invited_once"),
            models.CheckConstraint(condition=Q(people__gte=1, people__lte=10), name="invited_people"),
        ]

    def __str__(self) -> str:
        return f"{self.party}: {self.meeting}"


class DateAnswer(models.Model):
    """Whether a day suits an invited party. No row: it has not said."""

    invited = models.ForeignKey(Invited, on_delete=models.CASCADE, related_name="answers")
    date = models.ForeignKey(MeetingDate, on_delete=models.CASCADE, related_name="answers")
    suits = models.BooleanField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["invited", "date"], name="date_answered_once")]

    def __str__(self) -> str:
        return f"{self.invited}: {self.date}"
