"""Organisations and the roles that people have in them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samskaper.commons.people import rules
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.events import OrganisationSaved, RoleEnded, RoleGiven
from samskaper.commons.people.models import Account, Membership, Organisation, Person, Role
from samskaper.commons.people.queries.installation import installation
from samskaper.commons.people.queries.persons import looks_shared
from samskaper.foundation import clock
from samskaper.foundation.events import announce
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict, Stale
from samskaper.foundation.text import clean_line
from samskaper.foundation.versions import save_unchanged

FIELD_WORDS = {
    "name": gettext_lazy("Name"),
    "kind": gettext_lazy("Kind"),
    "country": gettext_lazy("Country"),
    "county": gettext_lazy("County or region"),
    "municipality": gettext_lazy("Municipality"),
    "email": gettext_lazy("E-mail address"),
    "number": gettext_lazy("Number in the unit register"),
    "language": gettext_lazy("Language"),
    "parent": gettext_lazy("Kept by"),
}


def add_organisation(*, by: Doer, parent: Organisation | None = None, **fields: Any) -> Organisation:
    """Add an organisation. `parent` is the regional library that keeps the entry; the adviser's own unless said."""
    rules.must_register_organisations(by)
    keeper = parent.pk if parent else min(by.organisations(Role.ADVISER), default=None)
    organisation = Organisation.objects.create(parent_id=keeper, **fields)
    announce(OrganisationSaved(subject=Ref.to(organisation), owner=keeper, data={"added": True}), by=by)
    return organisation


def change_organisation(*, organisation: Organisation, version: int, by: Doer, **changes: Any) -> Organisation:
    """Change an organisation. Raises Stale with both texts when somebody saved in between."""
    rules.must_change_organisation(by, organisation.pk, keeper=organisation.parent_id)
    changed = {name: value for name, value in changes.items() if getattr(organisation, name) != value}
    try:
        save_unchanged(organisation, version=version, changes=changed or {"name": organisation.name})
    except Stale as stale:
        raise _in_words(stale) from None
    announce(
        OrganisationSaved(subject=Ref.to(organisation), owner=organisation.pk, data={"fields": sorted(changed)}), by=by
    )
    return organisation


def _in_words(stale: Stale) -> Stale:
    """Return the refusal with the words of the form instead of the names of columns."""
    def worded(texts: dict[str, str]) -> dict[str, str]:
        return {str(FIELD_WORDS.get(name, name)): text for name, text in texts.items()}

    return Stale(stale.sentence, mine=worded(stale.mine), theirs=worded(stale.theirs), version=stale.version)


def give_role(
    *, organisation: Organisation, person: Person, role: str, by: Doer, since: dt.date | None = None
) -> Membership:
    """Give somebody a role from a day on (today). Raises Conflict when they have it already."""
    rules.must_change_organisation(by, organisation.pk, keeper=organisation.parent_id)
    rules.must_have_role(organisation.kind, role)
    rules.must_give(by, role, house=installation().library_id)
    return hold_role(organisation=organisation, person=person, role=role, by=by, since=since)


def hold_role(
    *, organisation: Organisation, person: Person, role: str, by: Doer, since: dt.date | None = None
) -> Membership:
    """Let somebody have a role, whoever decided that she may: a colleague, or she herself by saying yes."""
    try:
        with transaction.atomic():
            held = Membership.objects.create(
                person=person, organisation=organisation, role=role, since=since or clock.today()
            )
    except IntegrityError:
        raise Conflict(_("%(name)s has this role already.") % {"name": person.name}) from None
    announce(
        RoleGiven(
            subject=Ref.to(person), within=Ref.to(organisation), owner=organisation.pk, data={"role": str(role)}
        ),
        by=by,
    )
    return held


def end_role(*, membership: Membership, by: Doer) -> Membership:
    """End a role today, one's own or a colleague's. The last adviser stays until somebody else is one."""
    organisation = membership.organisation
    rules.must_end_role(by, membership.person_id, organisation.pk, keeper=organisation.parent_id)
    if membership.role == Role.ADVISER and not _other_advisers(membership):
        raise Conflict(_("This is the last adviser here. Give somebody else the role first."))
    ended = Membership.objects.filter(pk=membership.pk, until__isnull=True).update(until=clock.today())
    if ended:
        membership.until = clock.today()
        announce(
            RoleEnded(
                subject=Ref("people.person", membership.person_id), within=Ref.to(organisation),
                owner=organisation.pk, data={"role": membership.role},
            ),
            by=by,
        )
    return membership


def _other_advisers(membership: Membership) -> bool:
    same = Membership.objects.filter(organisation=membership.organisation_id, role=Role.ADVISER, until__isnull=True)
    return same.exclude(pk=membership.pk).exists()


def known_or_new(*, email: str, name: str, language: str) -> Person:
    """Return whom we know by this address, or a new person without an account, who can say "that is me" behind it."""
    return _known(email, name) or Person.objects.create(email=email, name=name, language=language)


def _known(email: str, name: str) -> Person | None:
    """Return whom we know by this address: the only one, or of several the one of this name."""
    persons = list(Person.objects.filter(email__iexact=email, erased__isnull=True).order_by("pk"))
    account = Account.objects.filter(email=email.lower()).first()
    if account:
        persons += [one for one in account.persons.filter(erased__isnull=True) if one not in persons]
    if len(persons) == 1 and not looks_shared(email):
        return persons[0]
    same = [one for one in persons if clean_line(one.name).casefold() == clean_line(name).casefold()]
    return same[0] if same else None
