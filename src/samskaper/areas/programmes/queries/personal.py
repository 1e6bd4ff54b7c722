"""What the programmes keep about a person, for her to read and take with her."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from samskaper.areas.programmes.models import Consent, Enrolment, Invitation
from samskaper.commons.people.models import Person


def addresses(person: int) -> set[str]:
    """Return the addresses of a person, in small letters; not that of an account she shares with colleagues."""
    found = Person.objects.select_related("account").get(pk=person)
    own = {found.email.lower()} if found.email else set()
    if found.account and not found.account.persons.exclude(pk=person).exists():
        own.add(found.account.email.lower())
    return own


def export(person: int) -> list[dict[str, Any]]:
    """Return everything about one person: sign-ups with attendance and texts, invitations, and answers as a leader."""
    rows = (
        Enrolment.objects.filter(person=person).select_related("programme", "library", "consent", "certificate")
        .prefetch_related("attendances__gathering", "make_ups__gathering", "action_reports__action").order_by("joined")
    )
    found = [_enrolment(row) for row in rows]
    own = addresses(person)
    for invitation in Invitation.objects.filter(Q(email__in=own) | Q(person=person)).select_related("programme").order_by("added"):
        found.append({
            _("invitation to"): invitation.programme.title, _("address"): invitation.email, _("name"): invitation.name,
            _("library"): invitation.workplace, _("where the address came from"): invitation.source, _("sent"): _time(invitation.sent),
        })
    asked = Consent.objects.filter(_by(own)).select_related("enrolment__programme", "enrolment__person")
    for consent in asked:
        found.append({
            _("asked as a leader about"): consent.enrolment.programme.title, _("answer"): str(consent.get_state_display()),
            _("answered"): _time(consent.answered), _("your words"): consent.words,
        })
    return found


def _by(own: set[str]) -> Q:
    query = Q(pk__in=[])
    for address in own:
        query |= Q(leader_email__iexact=address)
    return query


def consents_by(person: int) -> Q:
    """Return the condition for consents that were asked of this person."""
    return _by(addresses(person))


def _time(value: Any) -> str:
    return value.isoformat() if value else ""


def _enrolment(row: Enrolment) -> dict[str, Any]:
    consent, certificate = getattr(row, "consent", None), getattr(row, "certificate", None)
    return {
        _("course series"): row.programme.title, _("state"): str(row.get_state_display()), _("signed up"): _time(row.joined),
        _("library"): row.works_at, _("what to think of"): row.needs,
        _("completed"): _time(row.completed), _("certificate"): _time(certificate.issued) if certificate else "",
        _("leader asked"): consent.leader_email if consent else "",
        _("attendance"): [
            {_("gathering"): mark.gathering.title, _("state"): str(mark.get_state_display())} for mark in row.attendances.all()
        ],
        _("made up for"): [
            {_("gathering"): made.gathering.title, _("state"): str(made.get_state_display()), _("your words"): made.words}
            for made in row.make_ups.all()
        ],
        _("actions"): [
            {
                _("action"): report.action.title, _("done"): _time(report.done_on), _("shared"): report.reflection,
                _("own thoughts"): report.thoughts,
            }
            for report in row.action_reports.all()
        ],
    }
