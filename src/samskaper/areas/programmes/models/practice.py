"""What participants did between gatherings, and the proof that they completed."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from samskaper.areas.programmes.models.enrolment import Enrolment
from samskaper.areas.programmes.models.programme import Action, Gathering
from samskaper.foundation import clock


class ActionReport(models.Model):
    """That somebody did an action. `reflection` is shared with adviser and participants; `thoughts` are only one's own."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="reports")
    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="action_reports")
    done_on = models.DateField(null=True, blank=True)
    reflection = models.TextField(blank=True)
    reflected = models.BooleanField(default=False, help_text="That something was shared; stays when the words are deleted")
    thoughts = models.TextField(blank=True)
    saved = models.DateTimeField(default=clock.now)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["action", "enrolment"], name="action_report_once")]

    def __str__(self) -> str:
        return f"{self.enrolment}: {self.action}"


class MakeUpState(models.TextChoices):
    SENT = "sent", _("Waits for the adviser")
    RETURNED = "returned", _("The adviser asks for more")
    ACCEPTED = "accepted", _("Accepted")


MAKE_UP_STATES: dict[str, tuple[str, ...]] = {
    MakeUpState.SENT: (MakeUpState.SENT, MakeUpState.RETURNED, MakeUpState.ACCEPTED),
    MakeUpState.RETURNED: (MakeUpState.SENT,),
    MakeUpState.ACCEPTED: (MakeUpState.SENT,),  # an adviser corrects the list
}


class MakeUp(models.Model):
    """How somebody who missed a gathering made up for it, in a few words that she and the advisers read.

    `reply` is what the adviser asks for when it is not enough yet.
    """

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="make_ups")
    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="make_ups")
    words = models.TextField(blank=True)
    state = models.CharField(max_length=8, choices=MakeUpState.choices, default=MakeUpState.SENT)
    sent = models.DateTimeField(default=clock.now)
    reply = models.CharField(max_length=600, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gathering", "enrolment"], name="made_up_once")]

    def __str__(self) -> str:
        return f"{self.enrolment}: {self.gathering}"


class Certificate(models.Model):
    """A course certificate. `secret` is the address of its public check page, which its holder can switch off."""

    enrolment = models.OneToOneField(Enrolment, on_delete=models.CASCADE, related_name="certificate")
    secret = models.CharField(max_length=40, unique=True)
    issued = models.DateTimeField(default=clock.now)
    shown = models.BooleanField(default=True)
    withdrawn = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return str(self.enrolment)
