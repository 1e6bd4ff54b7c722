"""Who has completed, settled again in the same transaction whenever something that it rests on changes."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Iterable

from samskaper.areas.programmes import events
from samskaper.areas.programmes.commands.telling import tell_corrected
from samskaper.areas.programmes.models import AttendanceState, Certificate, Enrolment, Programme
from samskaper.areas.programmes.queries.completion import Standing, standings_of
from samskaper.areas.programmes.rules.dates import moment
from samskaper.commons.people.doer import Doer
from samskaper.commons.record.commands import note, take_back
from samskaper.commons.record.queries import standing
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref


def settle(*, programme: Programme, by: Doer, enrolments: Iterable[int] | None = None) -> tuple[Enrolment, ...]:
    """Note who attended and who completed, and take back what no longer holds; for these enrolments or for all.

    Certificates follow: issued at once, withdrawn when the rule is no longer met, and given back unchanged. Whoever
    loses hers or gets it back is told by letter. Call it inside the transaction of the change. Returns who lost hers.
    """
    rows = Enrolment.objects.select_for_update(of=("self",)).filter(programme=programme).select_related("person")
    if enrolments is not None:
        rows = rows.filter(pk__in=list(enrolments))
    found = standings_of(rows)
    within = Ref.to(programme)
    ids = [item.enrolment.pk for item in found]
    attended = set(_subjects(events.Attended.key, within, ids))
    completed = set(_subjects(events.Completed.key, within, ids))
    lost: list[Enrolment] = []
    for item in found:
        seated = item.enrolment.state in Enrolment.SEATED
        _settle_attended(item, programme, seated=seated, noted=item.enrolment.pk in attended, by=by)
        if _settle_completed(item, programme, seated=seated, noted=item.enrolment.pk in completed, by=by):
            lost.append(item.enrolment)
    return tuple(lost)


def _subjects(key: str, within: Ref, ids: list[int]) -> Iterable[int]:
    return standing(key, within=[within]).filter(subject_id__in=ids).values_list("subject_id", flat=True)


def _settle_attended(item: Standing, programme: Programme, *, seated: bool, noted: bool, by: Doer) -> None:
    present = seated and AttendanceState.PRESENT in item.deeds.attendance.values()
    subject = Ref.to(item.enrolment)
    if present and not noted:
        note(events.Attended(subject=subject, owner=programme.owner_id, within=Ref.to(programme)), by=by)
    elif noted and not present:
        take_back(key=events.Attended.key, subject=subject, because="no attendance is left", by=by)


def _settle_completed(item: Standing, programme: Programme, *, seated: bool, noted: bool, by: Doer) -> bool:
    """Note it or take it back; returns whether a certificate was lost by it."""
    enrolment, complete = item.enrolment, seated and item.complete
    if complete == noted == (enrolment.completed is not None):
        return False
    Enrolment.objects.filter(pk=enrolment.pk).update(completed=(enrolment.completed or _when(item)) if complete else None)
    if complete and not noted:
        note(events.Completed(subject=Ref.to(enrolment), owner=programme.owner_id, within=Ref.to(programme)), by=by)
    elif noted and not complete:
        take_back(key=events.Completed.key, subject=Ref.to(enrolment), because="the rule is no longer met", by=by)
    return _settle_certificate(enrolment, programme, complete=complete, by=by)


def _when(item: Standing) -> dt.datetime:
    """The moment at which the rule was met: now, or the noon of an earlier day when it was only written down now."""
    now = clock.now()
    day = item.completed_on(clock.today())
    return now if day == clock.today() else moment(day, dt.time(12))


def _settle_certificate(enrolment: Enrolment, programme: Programme, *, complete: bool, by: Doer) -> bool:
    """A certificate has one number for life, so that a printed one holds again when a wrong correction is corrected."""
    found = Certificate.objects.filter(enrolment=enrolment).first()
    owner, within = programme.owner_id, Ref.to(programme)
    if complete and (found is None or found.withdrawn):
        back_again = found.withdrawn if found else None
        certificate = found or Certificate(enrolment=enrolment, secret=secrets.token_urlsafe(24))
        certificate.withdrawn = None
        certificate.save()
        note(events.CertificateIssued(subject=Ref.to(certificate), owner=owner, within=within), by=by)
        if back_again:
            tell_corrected(enrolment, programme, holds=True, since=back_again, by=by)
    elif found and not complete and not found.withdrawn:
        found.withdrawn = clock.now()
        found.save(update_fields=["withdrawn"])
        take_back(key=events.CertificateIssued.key, subject=Ref.to(found), because="the rule is no longer met", by=by)
        note(events.CertificateWithdrawn(subject=Ref.to(found), owner=owner, within=within), by=by)
        if enrolment.state in Enrolment.SEATED:
            tell_corrected(enrolment, programme, holds=False, since=found.withdrawn, by=by)
        return True
    return False
