"""Accounts, persons, places, organisations and memberships."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samskaper.commons.people import words
from samskaper.foundation import clock

LANGUAGES = [("nb", "Bokmål"), ("nn", "Nynorsk"), ("da", "Dansk"), ("en", "English")]


class AccountManager(BaseUserManager["Account"]):
    """Accounts are found by their address, whatever the case of its letters."""

    def create_user(self, email: str, **fields: object) -> Account:
        account = self.model(email=email.strip().lower(), **fields)
        account.set_unusable_password()
        account.save(using=self._db)
        return account

    def create_superuser(self, email: str, password: str | None = None, **fields: object) -> Account:
        return self.create_user(email, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, email: str | None) -> Account:
        return self.get(email=(email or "").strip().lower())


class Account(AbstractBaseUser, PermissionsMixin):
    """An e-mail address that one can sign in with. Colleagues who share the address are persons of one account."""

    email = models.EmailField(unique=True)
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    created = models.DateTimeField(default=clock.now)

    objects: ClassVar[AccountManager] = AccountManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(email=Lower("email")), name="email_is_lower")]

    def __str__(self) -> str:
        return self.email


class Person(models.Model):
    """Somebody who does things. Several persons may share one account; a person may have none (only invited)."""

    account = models.ForeignKey(Account, null=True, blank=True, on_delete=models.SET_NULL, related_name="persons")
    name = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    language = models.CharField(max_length=2, choices=LANGUAGES, default="nb")
    created = models.DateTimeField(default=clock.now)
    erased = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    is_demo = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["email"])]

    def __str__(self) -> str:
        return self.name


class Country(models.TextChoices):
    NORWAY = "NO", _("Norway")
    DENMARK = "DK", _("Denmark")


def _valid_on(day: dt.date) -> Q:
    return Q(valid_from__lte=day) & (Q(valid_until__isnull=True) | Q(valid_until__gt=day))


class CountyQuerySet(models.QuerySet["County"]):
    """Counties of a date."""

    def valid_on(self, day: dt.date) -> CountyQuerySet:
        """Keep those that existed on this day."""
        return self.filter(_valid_on(day))


class PlaceQuerySet(models.QuerySet["Municipality"]):
    """Municipalities of a date."""

    def valid_on(self, day: dt.date) -> PlaceQuerySet:
        """Keep those that existed on this day."""
        return self.filter(_valid_on(day))


class County(models.Model):
    """A county (Norway) or region (Denmark) in the years when it existed. `valid_until`: the first day without it."""

    country = models.CharField(max_length=2, choices=Country.choices, default=Country.NORWAY)
    number = models.CharField(max_length=6)
    name = models.CharField(max_length=80)
    other_names = models.CharField(max_length=160, blank=True)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)

    objects = CountyQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "counties"
        constraints = [
            models.UniqueConstraint(fields=["country", "number", "valid_from"], name="county_once"),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gt=F("valid_from")), name="county_has_days"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Municipality(models.Model):
    """A municipality in the years in which it had this number and county. `became` is the one that took over."""

    county = models.ForeignKey(County, on_delete=models.PROTECT, related_name="municipalities")
    number = models.CharField(max_length=6)
    name = models.CharField(max_length=80)
    other_names = models.CharField(max_length=160, blank=True)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    became = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="came_from")
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)

    objects = PlaceQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "municipalities"
        constraints = [
            models.UniqueConstraint(fields=["county", "number", "valid_from"], name="municipality_once"),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gt=F("valid_from")), name="municipality_has_days"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class OrganisationKind(models.TextChoices):
    REGIONAL_LIBRARY = "regional_library", _("Regional library")
    PUBLIC_LIBRARY = "public_library", _("Public library")
    SCHOOL_LIBRARY = "school_library", _("School library")
    MUNICIPALITY = "municipality", _("Municipality")
    ASSOCIATION = "association", _("Association")
    INFORMAL_GROUP = "informal_group", _("Informal group")
    COMPANY = "company", _("Company")
    FUNDER = "funder", _("Funder")


class Organisation(models.Model):
    """A library, municipality, association or other party. Libraries outlive the counties they were named after."""

    kind = models.CharField(max_length=20, choices=OrganisationKind.choices)
    name = models.CharField(max_length=160)
    country = models.CharField(max_length=2, choices=Country.choices, default=Country.NORWAY)
    number = models.CharField(max_length=20, blank=True, help_text="The number in the country's unit register")
    county = models.ForeignKey(County, null=True, blank=True, on_delete=models.PROTECT, related_name="organisations")
    municipality = models.ForeignKey(
        Municipality, null=True, blank=True, on_delete=models.PROTECT, related_name="organisations"
    )
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="branches")
    email = models.EmailField(blank=True)
    language = models.CharField(max_length=2, choices=LANGUAGES, default="nb")
    version = models.PositiveIntegerField(default=1)
    is_demo = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["kind", "name"])]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("people:organisation", args=[self.pk])

    @property
    def kind_word(self) -> str:
        """What this kind is called in the country of the organisation."""
        return words.kind_word(self.kind, self.country, self.get_kind_display())


class Role(models.TextChoices):
    """What somebody is in an organisation. `role_words` in rules.py says on screen what each may do."""

    ADVISER = "adviser", _("Adviser")
    LEADER = "leader", _("Leader")
    STAFF = "staff", _("Employee")
    EDITOR = "editor", _("Editor")
    PLANNER = "planner", _("Plan officer")
    REPRESENTATIVE = "representative", _("Representative")
    READER = "reader", _("Reader")


class Membership(models.Model):
    """A person's role in an organisation, from a day and perhaps until one."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=16, choices=Role.choices)
    since = models.DateField(default=clock.today)
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "organisation", "role"], condition=Q(until__isnull=True), name="role_held_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_role_display()}, {self.organisation}"


class RoleOffer(models.Model):
    """A role that an address was asked to take. Nobody has it before somebody who reads there has said yes.

    `name` is what the one who asks calls her. Whether we know the address is not looked up, so that asking tells nothing.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="offers")
    email = models.EmailField()
    name = models.CharField(max_length=120)
    language = models.CharField(max_length=2, choices=LANGUAGES, default="nb")
    role = models.CharField(max_length=16, choices=Role.choices)
    since = models.DateField(default=clock.today)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(email=Lower("email")), name="offer_email_is_lower"),
            models.UniqueConstraint(fields=["organisation", "email", "role", "name"], name="role_offered_once"),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.get_role_display()}, {self.organisation}"


class Owned(models.Model):
    """Base of every record that one organisation answers for. `version` grows at each save that a person makes."""

    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)
    created = models.DateTimeField(default=clock.now, editable=False)

    class Meta:
        abstract = True


class EmailedLink(models.Model):
    """A link that was mailed to somebody, by the SHA-256 of its secret. It opens one thing and decides nothing."""

    digest = models.CharField(max_length=64, unique=True)
    purpose = models.CharField(max_length=40)
    subject = models.CharField(max_length=80)
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.CASCADE, related_name="links")
    created = models.DateTimeField(default=clock.now)
    expires = models.DateTimeField(null=True, blank=True)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["purpose", "subject"])]

    def __str__(self) -> str:
        return f"{self.purpose} {self.subject}"


class Attempt(models.Model):
    """A try at a door to a secret, counted by a digest of who tried; swept after a day."""

    door = models.CharField(max_length=40)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        indexes = [models.Index(fields=["door", "digest", "at"])]

    def __str__(self) -> str:
        return f"{self.door} {self.at}"


class Installation(models.Model):
    """What this installation is: one row. `setup_digest` guards an empty one until the first visitor has set it up."""

    library = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    setup_digest = models.CharField(max_length=64, blank=True)
    demo_loaded = models.DateTimeField(null=True, blank=True)
    seeded_for_checks = models.BooleanField(default=False)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="one_installation")]

    def __str__(self) -> str:
        return str(self.library or "")
