"""What happens to people and organisations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samskaper.foundation.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAdded(Event):
    """Somebody became a person of an account."""

    key: ClassVar[str] = "people.person_added"
    deed: ClassVar[Promise] = _("Came in for the first time")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonChanged(Event):
    """A person changed name or language."""

    key: ClassVar[str] = "people.person_changed"
    deed: ClassVar[Promise] = _("Changed name or language")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonErased(Event):
    """A person's data was erased; what was kept, and why, is in `data`."""

    key: ClassVar[str] = "people.person_erased"
    deed: ClassVar[Promise] = _("Was erased")


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationSaved(Event):
    """An organisation was added or changed."""

    key: ClassVar[str] = "people.organisation_saved"
    deed: ClassVar[Promise] = _("Added or changed an organisation")


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleOffered(Event):
    """Somebody was asked to take a role in an organisation."""

    key: ClassVar[str] = "people.role_offered"
    deed: ClassVar[Promise] = _("Asked somebody to take a role")


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleDeclined(Event):
    """Somebody said no to a role, or the question was taken back."""

    key: ClassVar[str] = "people.role_declined"
    deed: ClassVar[Promise] = _("Said no to a role, or took the question back")


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleGiven(Event):
    """Somebody got a role in an organisation."""

    key: ClassVar[str] = "people.role_given"
    deed: ClassVar[Promise] = _("Gave or got a role")


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleEnded(Event):
    """A role in an organisation ended."""

    key: ClassVar[str] = "people.role_ended"
    deed: ClassVar[Promise] = _("Ended a role")
