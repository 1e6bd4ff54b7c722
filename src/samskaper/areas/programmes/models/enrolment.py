"""Invitations, enrolments, leaders' consent, attendance and groups."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samskaper.areas.programmes.models.programme import Gathering, Programme
from samskaper.commons.people.models import LANGUAGES, Organisation, Person
from samskaper.foundation import clock


class Invitation(models.Model):
    """Somebody to whom the programme is sent.

    `source` says where the address came from, and is told in the letter; it is empty for those whom we know through
    their `library`: then `person` is who it is, and the address is hers. `workplace` is what the list says of where it is.
    `queued` is when an adviser sent it, `sent` when the letter was handed to the outbox.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="invitations")
    email = models.EmailField()
    name = models.CharField(max_length=120, blank=True)
    language = models.CharField(max_length=2, choices=LANGUAGES, default="nb")
    library = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    source = models.CharField(max_length=200, blank=True)
    workplace = models.CharField(max_length=160, blank=True)
    added = models.DateTimeField(default=clock.now)
    queued = models.DateTimeField(null=True, blank=True)
    sent = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["programme", "email", "name"], name="invited_once")]
        indexes = [
            models.Index(fields=["queued"], condition=Q(queued__isnull=False, sent__isnull=True), name="invitations_to_send")
        ]

    def __str__(self) -> str:
        return self.name or self.email


class EnrolmentState(models.TextChoices):
    WAITING = "waiting", _("On the waiting list")
    HELD = "held", _("Waiting for the leader's answer")
    ENROLLED = "enrolled", _("Signed up")
    DECLINED = "declined", _("The leader said no")
    LEFT = "left", _("Has left")


class Enrolment(models.Model):
    """One person's place in one programme. HELD and ENROLLED take a seat; `joined` is the order of the waiting list.

    `library` is one that we know; `workplace` is what was written by whoever works somewhere else.
    """

    SEATED = (EnrolmentState.HELD, EnrolmentState.ENROLLED)

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="enrolments")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="enrolments")
    library = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    workplace = models.CharField(max_length=160, blank=True)
    state = models.CharField(max_length=8, choices=EnrolmentState.choices)
    joined = models.DateTimeField(default=clock.now)
    needs = models.CharField(max_length=300, blank=True, help_text="What we should think of; seen by the adviser")
    on_behalf = models.BooleanField(default=False, help_text="An adviser signed her up, after she had asked for it")
    completed = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["programme", "person"], name="enrolled_once")]
        indexes = [models.Index(fields=["programme", "state", "joined"])]

    def __str__(self) -> str:
        return f"{self.person}, {self.programme}"

    @property
    def works_at(self) -> str:
        """What is known of where the participant works, "" for nothing."""
        return self.library.name if self.library else self.workplace


class ConsentState(models.TextChoices):
    LATER = "later", _("Will be asked when there is a seat")
    ASKED = "asked", _("Asked")
    YES = "yes", _("Said yes")
    NO = "no", _("Said no")
    LAPSED = "lapsed", _("Did not answer in time")


CONSENT_STATES: dict[str, tuple[str, ...]] = {
    ConsentState.LATER: (ConsentState.ASKED,),
    ConsentState.ASKED: (ConsentState.YES, ConsentState.NO, ConsentState.LAPSED),
    ConsentState.YES: (),
    ConsentState.NO: (),
    ConsentState.LAPSED: (ConsentState.YES, ConsentState.NO),
}


class Consent(models.Model):
    """A leader's answer to a colleague's time. The link in the letter opens it; only a press answers.

    It is asked when there is a seat: on the waiting list it is LATER, without a deadline and without a secret.
    """

    enrolment = models.OneToOneField(Enrolment, on_delete=models.CASCADE, related_name="consent")
    leader_email = models.EmailField()
    leader_name = models.CharField(max_length=120, blank=True)
    state = models.CharField(max_length=6, choices=ConsentState.choices, default=ConsentState.ASKED)
    secret_digest = models.CharField(max_length=64, null=True, blank=True, unique=True)
    asked = models.DateTimeField(null=True, blank=True)
    deadline = models.DateTimeField(null=True, blank=True)
    answered = models.DateTimeField(null=True, blank=True)
    words = models.CharField(max_length=600, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["later", "asked", "lapsed"]) | Q(answered__isnull=False),
                name="consent_answer_has_time",
            ),
            models.CheckConstraint(
                condition=~Q(state="asked") | Q(deadline__isnull=False, secret_digest__isnull=False),
                name="asked_consent_has_deadline",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.enrolment}: {self.state}"


class AttendanceState(models.TextChoices):
    PRESENT = "present", _("Was there")
    EXCUSED = "excused", _("Sent word")
    ABSENT = "absent", _("Was not there")
    MADE_UP = "made_up", _("Made up for it")


class Attendance(models.Model):
    """Whether somebody was at a gathering, and how we know: by list, by QR code, or from herself.

    MADE_UP is no attendance: she was not there, and an adviser has accepted how she made up for it (`MakeUp`).
    """

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="attendances")
    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="attendances")
    state = models.CharField(max_length=7, choices=AttendanceState.choices)
    how = models.CharField(
        max_length=4,
        choices=[
            ("list", _("by list")), ("qr", _("by QR code")), ("self", _("by a message from the participant")),
            ("made", _("made up for, and accepted")),
        ],
    )
    recorded = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gathering", "enrolment"], name="attendance_once")]

    def __str__(self) -> str:
        return f"{self.enrolment}: {self.state}"


class Group(models.Model):
    """A group within a gathering."""

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="groups")
    number = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["gathering", "number"]
        constraints = [models.UniqueConstraint(fields=["gathering", "number"], name="group_number_once")]

    def __str__(self) -> str:
        return str(self.number)


class GroupPlace(models.Model):
    """Somebody's place in a group."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="places")
    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="group_places")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["group", "enrolment"], name="group_place_once")]

    def __str__(self) -> str:
        return f"{self.group}: {self.enrolment}"
