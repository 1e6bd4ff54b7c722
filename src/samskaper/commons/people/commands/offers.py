"""Asking somebody to take a role, and her yes or no.

Known and unknown addresses take the same way, and nobody gets a role that she has not said yes to.
"""

from __future__ import annotations

import datetime as dt
import secrets
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from samskaper.commons.people import limits, rules
from samskaper.commons.people.commands.organisations import hold_role
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.events import RoleDeclined, RoleOffered
from samskaper.commons.people.models import Membership, Organisation, Person, RoleOffer
from samskaper.commons.people.queries.installation import installation
from samskaper.commons.people.queries.offers import offers_to
from samskaper.foundation import clock
from samskaper.foundation.events import announce
from samskaper.foundation.letters import Address, Post, post
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Gone

INVITATIONS_AN_HOUR = 200
OFFERS_STAND_FOR = 90  # days


def invite(*, organisation: Organisation, email: str, name: str, role: str, language: str, by: Doer) -> RoleOffer:
    """Ask whoever reads at this address to take a role, and write to her. Asking again writes again."""
    rules.must_change_organisation(by, organisation.pk, keeper=organisation.parent_id)
    rules.must_have_role(organisation.kind, role)
    rules.must_give(by, role, house=installation().library_id)
    limits.knock("invitation", str(by.person), most=INVITATIONS_AN_HOUR, within=dt.timedelta(hours=1))
    offer, _new = RoleOffer.objects.update_or_create(
        organisation=organisation, email=email.strip().lower(), role=role, name=name,
        defaults={"language": language, "since": clock.today()},
    )
    _write(offer, by=by)
    announce(RoleOffered(subject=Ref.to(offer), within=Ref.to(organisation), owner=organisation.pk, data={"role": str(role)}), by=by)
    return offer


def _write(offer: RoleOffer, *, by: Doer) -> None:
    organisation = offer.organisation
    letter = Post(
        to=Address(email=offer.email, name=offer.name, language=offer.language),
        template="people/letters/invitation.txt",
        context={
            "organisation": organisation.name, "inviter": by.name, "role": lambda: offer.get_role_display(),
            "role_words": lambda: str(rules.ROLE_WORDS[offer.role]), "address": _way_in,
        },
        about=Ref.to(organisation),
        owner=organisation.pk,
        key=f"people.invitation:{offer.pk}:{secrets.token_hex(8)}",
    )
    post(letter, by=by)


def _way_in() -> str:
    """Return the address that leads in and on to my page, in the language of the letter."""
    return f"{settings.SITE_URL}{reverse('account_login')}?{urlencode({'next': reverse('people:me')})}"


def accept_offer(*, offer: int, by: Doer) -> Membership:
    """Say yes to a role: from today it is hers. Raises Gone when nobody asks (any longer)."""
    found = _taken(offer, by=by)
    person = Person.objects.get(pk=rules.must_be_somebody(by))
    held = Membership.objects.filter(person=person, organisation=found.organisation, role=found.role, until__isnull=True).first()
    return held or hold_role(organisation=found.organisation, person=person, role=found.role, by=by)


def decline_offer(*, offer: int, by: Doer) -> RoleOffer:
    """Say no to a role. Raises Gone when nobody asks (any longer)."""
    found = _taken(offer, by=by)
    _note_declined(found, by=by)
    return found


def take_back_offer(*, organisation: Organisation, offer: int, by: Doer) -> None:
    """Take back that somebody was asked. Doing it twice changes nothing."""
    rules.must_change_organisation(by, organisation.pk, keeper=organisation.parent_id)
    found = RoleOffer.objects.filter(pk=offer, organisation=organisation).first()
    if found is not None:
        found_ref = Ref.to(found)
        found.delete()
        announce(RoleDeclined(subject=found_ref, within=Ref.to(organisation), owner=organisation.pk), by=by)


def _taken(offer: int, *, by: Doer) -> RoleOffer:
    """Take an offer off the table for whoever answers it; only one answer counts."""
    found = offers_to(rules.must_be_somebody(by)).filter(pk=offer).select_related("organisation").first()
    if found is None or not RoleOffer.objects.filter(pk=offer).delete()[0]:
        raise Gone(_("Nobody asks this any longer. Perhaps you have answered already, or it was taken back."))
    found.pk = offer
    return found


def _note_declined(offer: RoleOffer, *, by: Doer) -> None:
    announce(RoleDeclined(subject=Ref.to(offer), within=Ref.to(offer.organisation), owner=offer.organisation_id), by=by)


def sweep_offers() -> int:
    """Delete offers that nobody has answered for a season. Returns how many."""
    return RoleOffer.objects.filter(since__lt=clock.today() - dt.timedelta(days=OFFERS_STAND_FOR)).delete()[0]


def erase_offers(person: int) -> str:
    """Delete what somebody who is erased was asked; at an address that others read too, only what bears her name."""
    one = Person.objects.get(pk=person)
    shared = Person.objects.filter(account=one.account_id, account__isnull=False).exclude(pk=person).exists()
    (offers_to(person).filter(name__iexact=one.name) if shared else offers_to(person)).delete()
    return ""
