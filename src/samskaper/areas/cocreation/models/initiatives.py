"""What people from both sides do about a challenge, and what came of it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samskaper.areas.cocreation.models.challenges import Sided, one_side
from samskaper.areas.cocreation.models.conversations import Shown
from samskaper.commons.people.models import County, Owned
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref


class InitiativeState(models.TextChoices):
    PROPOSED = "proposed", _("Proposed")
    GOING = "going", _("Going")
    DONE = "done", _("Done")
    ENDED = "ended", _("Ended")


class Initiative(Owned):
    """Something that a library and others try together. `owner` is the library that answers for the record, not the one who decides.

    `next_step` has a day, on which its owners are reminded (`reminded_on`); `came_of_it` is what they say came of it.
    `within` is the course series in which it began, if any.
    """

    title = models.CharField(max_length=160)
    about = models.TextField(blank=True)
    state = models.CharField(max_length=8, choices=InitiativeState.choices, default=InitiativeState.PROPOSED)
    county = models.ForeignKey(County, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    next_step = models.CharField(max_length=300, blank=True)
    next_step_on = models.DateField(null=True, blank=True)
    reminded_on = models.DateField(null=True, blank=True)
    came_of_it = models.TextField(blank=True)
    made = models.DateTimeField(default=clock.now)
    began_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    within_kind = models.CharField(max_length=60, blank=True)
    within_id = models.PositiveBigIntegerField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["within_kind", "within_id"]), models.Index(fields=["county", "state"]), models.Index(fields=["next_step_on"])]
        constraints = [
            models.CheckConstraint(condition=Q(next_step_on__isnull=True) | ~Q(next_step=""), name="next_step_has_words"),
            models.CheckConstraint(condition=~Q(state__in=("going", "done")) | Q(began_on__isnull=False), name="begun_has_its_day"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def within(self) -> Ref | None:
        """What the initiative counts in."""
        return Ref(self.within_kind, self.within_id) if self.within_id else None


class PartnerRole(models.TextChoices):
    OWNER = "owner", _("Owner")
    PARTNER = "partner", _("Partner")


class PartnerState(models.TextChoices):
    """Whether somebody has said yes. Silence stays `asked`."""

    ASKED = "asked", _("Asked")
    YES = "yes", _("Takes part")
    NO = "no", _("Does not take part")


class Partner(Sided):
    """A library (one of its people) or a party that owns an initiative or takes part in it. `brings` is what it puts in.

    Those who take part know each other by name; `shown` is how a party is named to everybody else.
    """

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="partners")
    role = models.CharField(max_length=8, choices=PartnerRole.choices, default=PartnerRole.PARTNER)
    state = models.CharField(max_length=6, choices=PartnerState.choices, default=PartnerState.ASKED)
    brings = models.CharField(max_length=300, blank=True)
    shown = models.CharField(max_length=8, choices=Shown.choices, default=Shown.COUNTY)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["initiative", "role", "at", "pk"]
        constraints = [
            one_side("partner_has_a_side"),
            models.UniqueConstraint(fields=["initiative", "library"], condition=Q(library__isnull=False), name="library_partner_once"),
            models.UniqueConstraint(fields=["initiative", "party"], condition=Q(party__isnull=False), name="party_partner_once"),
        ]

    def __str__(self) -> str:
        return f"{self.initiative}: {self.library or self.party}"


class GoingAnswer(models.TextChoices):
    """Whether it is still going. “No” is a result too."""

    GOING = "going", _("Yes, it is going")
    CHANGED = "changed", _("Yes, in another form")
    ENDED = "ended", _("No, it has ended")


class StillGoing(Sided):
    """The question, so many `months` after an initiative began, whether it is still going. Whoever owns it answers first."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="asked_after")
    months = models.PositiveSmallIntegerField()
    due_on = models.DateField()
    asked_on = models.DateField(null=True, blank=True)
    answer = models.CharField(max_length=8, choices=GoingAnswer.choices, blank=True)
    words = models.CharField(max_length=600, blank=True)
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["initiative", "months"]
        indexes = [models.Index(fields=["due_on", "asked_on"])]
        constraints = [
            models.UniqueConstraint(fields=["initiative", "months"], name="asked_after_once"),
            models.CheckConstraint(condition=Q(answer="") | Q(answered_on__isnull=False), name="answer_has_its_day"),
            models.CheckConstraint(condition=Q(library__isnull=True) | Q(party__isnull=True), name="answered_by_one_side"),
        ]

    def __str__(self) -> str:
        return f"{self.initiative}: {self.months}"


class SpinOff(Sided):
    """Something that grew out of an initiative later, sometimes years after («a concert association was founded»)."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="spin_offs")
    what = models.CharField(max_length=300)
    year = models.PositiveSmallIntegerField()
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["initiative", "year", "pk"]
        constraints = [one_side("spin_off_has_a_side")]

    def __str__(self) -> str:
        return self.what
