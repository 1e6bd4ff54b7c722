"""Questions about roles that somebody was asked to take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from samskaper.commons.people import rules
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Organisation, Person, RoleOffer
from samskaper.foundation.addresses import address
from samskaper.foundation.prepared import prepared
from samskaper.ui.menu import DeskItem


@dataclass(frozen=True, slots=True)
class Asked:
    """A role that somebody is asked to take, in words."""

    offer: RoleOffer
    label: str
    words: str


def offers_to(person: int) -> QuerySet[RoleOffer]:
    """Return what a person is asked: by the address that she signs in with, since that one is proved to be hers."""
    emails = Person.objects.filter(pk=person, account__isnull=False).values("account__email")
    return RoleOffer.objects.filter(email__in=emails)


def my_offers(*, visible_to: Doer) -> list[Asked]:
    """Return the roles that the one who asks may say yes or no to, oldest first."""
    return _in_words(_offered(rules.must_be_somebody(visible_to)))


@prepared
def _offered(person: int) -> QuerySet[RoleOffer]:
    return offers_to(person).select_related("organisation").order_by("since", "pk")


def offers_from(organisation: Organisation, *, visible_to: Doer) -> list[Asked]:
    """Return who was asked and has not answered, to those who may ask; others get none."""
    if not rules.may_change_organisation(visible_to, organisation.pk, keeper=organisation.parent_id):
        return []
    return _in_words(RoleOffer.objects.filter(organisation=organisation).order_by("name", "pk"))


def _in_words(rows: Iterable[RoleOffer]) -> list[Asked]:
    return [Asked(row, row.get_role_display(), str(rules.ROLE_WORDS[row.role])) for row in rows]


def offers_on_desk(doer: object) -> Iterator[DeskItem]:
    """Put every role that somebody is asked to take on her desk."""
    if isinstance(doer, Doer) and doer.person is not None:
        for row in _asked(doer.person):
            note = _("They ask you to take a role. It is yours when you say yes.")
            yield DeskItem("first", row.name, note, address("people:me"), _("Answer"), None, 5)


@prepared
def _asked(person: int) -> QuerySet[Organisation]:
    emails = Person.objects.filter(pk=person, account__isnull=False).values("account__email")
    return Organisation.objects.filter(offers__email__in=emails).distinct().order_by("name", "pk")


def export_offers(person: int) -> list[dict[str, Any]]:
    """Return what somebody is asked to be."""
    return [
        {_("Organisation"): row.organisation.name, _("Role"): row.get_role_display(), _("Name"): row.name, _("From"): row.since}
        for row in offers_to(person).select_related("organisation").order_by("since", "pk")
    ]
