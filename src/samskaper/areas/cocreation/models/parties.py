"""Those whom libraries talk with, and who speaks for them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samskaper.commons.people.models import LANGUAGES, County, Municipality, Organisation, Owned
from samskaper.foundation import clock


class PartyKind(models.TextChoices):
    ASSOCIATION = "association", _("Association")
    INFORMAL_GROUP = "informal_group", _("Informal group")
    COMPANY = "company", _("Company")
    RESIDENT = "resident", _("Resident")


class Asking(models.TextChoices):
    """What the party has said about being asked. Every library respects it."""

    WELCOME = "welcome", _("May be asked")
    NOT_NOW = "not_now", _("Not now")
    NEVER = "never", _("Does not want to be asked")


class Party(Owned):
    """An association, informal group, company or resident. `owner` is the library that wrote it down; all libraries see that it is there.

    `not_before` is the first day on which whoever said "not now" may be asked again. What is known about it is deleted after
    `keep_until`, or when it asks for that (`forgotten_on`): then the row stays without a name, because conversations are counted.
    """

    kind = models.CharField(max_length=16, choices=PartyKind.choices)
    name = models.CharField(max_length=160)
    number = models.CharField(max_length=20, blank=True, help_text="The number in the country's unit register")
    organisation = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    county = models.ForeignKey(County, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    asking = models.CharField(max_length=8, choices=Asking.choices, default=Asking.WELCOME)
    not_before = models.DateField(null=True, blank=True)
    is_demo = models.BooleanField(default=False)
    on_the_spot = models.BooleanField(default=False, help_text="Written down where they met; who it was is still to be chosen in the register")
    from_register = models.BooleanField(default=False, help_text="Kept up to date from the country's open register")
    closed_on = models.DateField(null=True, blank=True, help_text="When the country's register no longer had it")
    keep_until = models.DateField(null=True, blank=True)
    forgotten_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "parties"
        indexes = [models.Index(fields=["name"]), models.Index(fields=["county", "name"]), models.Index(fields=["keep_until"])]
        constraints = [
            models.UniqueConstraint(fields=["number"], condition=~Q(number=""), name="party_number_once"),
            models.CheckConstraint(
                condition=Q(asking=Asking.NOT_NOW, not_before__isnull=False) | ~Q(asking=Asking.NOT_NOW) & Q(not_before__isnull=True),
                name="not_now_has_its_day",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class NameWord(models.Model):
    """A word of a party's name, in plain letters, so that it is found by its beginning whatever the database. `stem`: its first three signs."""

    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="name_words")
    stem = models.CharField(max_length=3)
    word = models.CharField(max_length=40)

    class Meta:
        indexes = [models.Index(fields=["stem", "word", "party"])]

    def __str__(self) -> str:
        return self.word


class Contact(models.Model):
    """Who speaks for a party. A link belongs to a contact; handing it over ends this one and begins another.

    `owner` is the library that registered the address, and the only one that reads it.
    """

    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="contacts")
    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)
    language = models.CharField(max_length=2, choices=LANGUAGES, default="nb")
    since = models.DateTimeField(default=clock.now)
    until = models.DateTimeField(null=True, blank=True)
    said_who = models.BooleanField(default=False, help_text="That whoever holds the link has said who she is")

    class Meta:
        indexes = [models.Index(fields=["email"])]

    def __str__(self) -> str:
        return self.name or self.email
