"""Organisations and the roles that people have in them."""

from __future__ import annotations

import datetime as dt
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samskaper.commons.people import limits, rules
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.events import OrganisationSaved, RoleEnded, RoleGiven
from samskaper.commons.people.models import Account, Membership, Organisation, Person, Role
from samskaper.commons.people.queries.persons import looks_shared
from samskaper.foundation import clock
from samskaper.foundation.events import announce
from samskaper.foundation.letters import Address, Post, post
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
INVITATIONS_AN_HOUR = 200


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
    """End a role today. The last adviser of a regional library stays until somebody else is one."""
    organisation = membership.organisation
    rules.must_change_organisation(by, organisation.pk, keeper=organisation.parent_id)
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


def invite(*, organisation: Organisation, email: str, name: str, role: str, language: str, by: Doer) -> Membership:
    """Give a role to whoever has this address and write to them. Whoever we know by it gets no second self."""
    rules.must_change_organisation(by, organisation.pk, keeper=organisation.parent_id)
    limits.knock("invitation", str(by.person), most=INVITATIONS_AN_HOUR, within=dt.timedelta(hours=1))
    person = known_or_new(email=email, name=name, language=language)
    held = give_role(organisation=organisation, person=person, role=role, by=by)
    post(
        Post(
            to=Address(email=email, name=person.name, language=person.language, person=person.pk),
            template="people/letters/invitation.txt",
            context={
                "organisation": organisation.name, "inviter": by.name, "role": lambda: held.get_role_display(),
                "role_words": lambda: str(rules.ROLE_WORDS[role]), "address": lambda: _way_in(organisation),
            },
            about=Ref.to(organisation),
            owner=organisation.pk,
            key=f"people.invitation:{held.pk}",
        ),
        by=by,
    )
    return held


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


def _way_in(organisation: Organisation) -> str:
    """Return the address that leads in and on to the organisation, in the language of the letter."""
    place = reverse("people:organisation", args=[organisation.pk])
    return f"{settings.SITE_URL}{reverse('account_login')}?{urlencode({'next': place})}"
