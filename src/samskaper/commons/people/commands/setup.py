"""Setting up an empty installation: a code for the first visitor, and the house that the visitor names."""

from __future__ import annotations

import secrets

from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _

from samskaper.commons.people.commands.places import load_places
from samskaper.commons.people.doer import Doer, DoerKind
from samskaper.commons.people.events import OrganisationSaved, PersonAdded, RoleGiven
from samskaper.commons.people.models import (
    Account,
    County,
    Installation,
    Membership,
    Municipality,
    Organisation,
    OrganisationKind,
    Person,
    Role,
)
from samskaper.commons.people.queries.installation import SETUP_LETTERS, digest_of_setup_code
from samskaper.foundation.events import announce
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict, Invalid

FIRST_ROLES = (Role.ADVISER, Role.LEADER, Role.EDITOR)


def make_setup_code(*, by: Doer) -> str:
    """Return a fresh code for the first visitor; the one before is worth nothing. "" when all is set up already."""
    here, _new = Installation.objects.get_or_create(pk=1)
    if here.library_id or here.demo_loaded:
        return ""
    if not Municipality.objects.exists():
        load_places(by=by)
    code = "-".join("".join(secrets.choice(SETUP_LETTERS) for _sign in range(4)) for _group in range(3))
    here.setup_digest = digest_of_setup_code(code)
    here.save()
    return code


def set_up(
    *, code: str, library: str, country: str, county: County | None, name: str, email: str, language: str, by: Doer
) -> Person:
    """Make the regional library and its first adviser, who is also leader and editor. The code works once.

    Raises Invalid for a wrong code, Conflict when somebody was faster.
    """
    email = email.strip().lower()
    here = Installation.objects.select_for_update().filter(pk=1).first()
    if here is None or here.library_id or not here.setup_digest:
        raise Conflict(_("Samskaper has been set up already. Sign in instead."))
    if not constant_time_compare(here.setup_digest, digest_of_setup_code(code)):
        raise Invalid(_("That is not the code. The newest one stands where Samskaper was started."))
    house = Organisation.objects.create(
        kind=OrganisationKind.REGIONAL_LIBRARY, name=library, country=country, county=county, email=email,
        language=language,
    )
    account, _new = Account.objects.get_or_create(email=email, defaults={"password": "!"})
    Account.objects.filter(pk=account.pk).update(is_staff=True, is_superuser=True)
    person = Person.objects.create(account=account, name=name, email=email, language=language)
    here.library, here.setup_digest = house, ""
    here.save()
    _announce(house, person)
    return person


def _announce(house: Organisation, person: Person) -> None:
    """Give the first roles and tell the record."""
    doer = Doer(DoerKind.PERSON, person=person.pk, name=person.name)
    announce(OrganisationSaved(subject=Ref.to(house), owner=house.pk, data={"added": True}), by=doer)
    announce(PersonAdded(subject=Ref.to(person)), by=doer)
    for role in FIRST_ROLES:
        Membership.objects.create(person=person, organisation=house, role=role)
        given = RoleGiven(subject=Ref.to(person), within=Ref.to(house), owner=house.pk, data={"role": role.value})
        announce(given, by=doer)
