"""How a method went where somebody tried it, and, kept apart, whom we may ask again."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samskaper.areas.startkit.models.editions import Edition
from samskaper.commons.people.models import LANGUAGES, County
from samskaper.foundation import clock


class Outcome(models.TextChoices):
    """How it went, in the words of whoever tried."""

    WELL = "well", _("Well")
    SO_SO = "so_so", _("So-so")
    NOT_SO_WELL = "not_so_well", _("Not so well")


class TryOut(models.Model):
    """A method was tried. Nobody is asked who: the place is no smaller than a county, the time no closer than a day.

    What was said in words stands in a Finding. `ticket` is random, and empty where no address was left.
    """

    key = models.SlugField(max_length=80)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="tryouts")
    language = models.CharField(max_length=8)
    outcome = models.CharField(max_length=12, choices=Outcome.choices)
    people = models.PositiveSmallIntegerField(null=True, blank=True)
    county = models.ForeignKey(County, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    online = models.BooleanField(null=True, blank=True)
    day = models.DateField(default=clock.today)
    ticket = models.CharField(max_length=43, blank=True)

    class Meta:
        indexes = [models.Index(fields=["key", "edition"])]
        constraints = [models.UniqueConstraint(fields=["ticket"], condition=~Q(ticket=""), name="ticket_of_one_tryout")]

    def __str__(self) -> str:
        return f"{self.key} {self.day}"


class AskAgain(models.Model):
    """An address that may be written to about one try-out, known by its ticket and by nothing else.

    Only the sender of letters reads this table. A row goes when its letter has been written, 18 months after at the latest.
    `wrote` is when the last letter went.
    """

    ticket = models.CharField(max_length=43, unique=True)
    email = models.EmailField()
    language = models.CharField(max_length=2, choices=LANGUAGES, default="nb")
    month = models.DateField()
    wrote = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return str(self.pk)
