"""What waits for somebody in the programmes: a leader's answer, an invitation, a line of people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db.models import Count, Min, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskaper.areas.programmes.models import Enrolment, EnrolmentState, Invitation, Programme, ProgrammeState
from samskaper.areas.programmes.queries.seats import addresses_of, consents_waiting_for
from samskaper.areas.programmes.rules import words
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Role
from samskaper.foundation import clock
from samskaper.ui.menu import DeskItem


def arranging(doer: object) -> Iterable[DeskItem]:
    """Return what the arranging of programmes puts on somebody's desk, in at most five queries."""
    assert isinstance(doer, Doer)
    if doer.person is None:
        return []
    return [*_answers(doer), *_invited(doer), *_places(doer), *_mine_to_run(doer)]


def _answers(doer: Doer) -> Iterator[DeskItem]:
    for consent in consents_waiting_for(doer)[:20]:
        enrolment = consent.enrolment
        said = {"name": enrolment.person.name, "title": enrolment.programme.title}
        yield DeskItem(
            "do", _("May %(name)s take part in %(title)s?") % said,
            _("The seat is held until %(day)s. One press is enough.") % {"day": words.weekday(consent.deadline)} if consent.deadline else "",
            reverse("programmes:consent", args=[enrolment.pk]), _("Read and answer"), consent.deadline, 10,
        )


def _invited(doer: Doer) -> Iterator[DeskItem]:
    addresses = addresses_of(doer)
    if not addresses:
        return
    today = clock.today()
    rows = (
        Invitation.objects.filter(email__in=addresses, queued__isnull=False, programme__state=ProgrammeState.OPEN)
        .filter(Q(programme__enrol_until__isnull=True) | Q(programme__enrol_until__gte=today))
        .exclude(programme__enrolments__person=doer.person)
        .select_related("programme__owner").order_by("programme", "pk")
    )
    for programme in {row.programme_id: row.programme for row in rows}.values():
        until = words.weekday(programme.enrol_until) if programme.enrol_until else ""
        yield DeskItem(
            "do", _("You are invited to %(title)s") % {"title": programme.title},
            _("You can sign up until %(day)s.") % {"day": until} if until else programme.owner.name,
            reverse("programmes:programme", args=[programme.pk]), _("Read about it"), None, 40,
        )


def _places(doer: Doer) -> Iterator[DeskItem]:
    rows = Enrolment.objects.filter(person=doer.person, state__in=[EnrolmentState.HELD, EnrolmentState.WAITING])
    for row in rows.exclude(programme__state=ProgrammeState.CLOSED).select_related("programme"):
        yield DeskItem(
            "going", row.programme.title, str(row.get_state_display()), reverse("programmes:place", args=[row.programme_id])
        )


def _mine_to_run(doer: Doer) -> Iterator[DeskItem]:
    libraries = doer.organisations(Role.ADVISER)
    if not libraries:
        return
    rows = (
        Programme.objects.filter(owner__in=libraries).exclude(state=ProgrammeState.CLOSED)
        .annotate(
            line=Count("enrolments", filter=Q(enrolments__state=EnrolmentState.WAITING), distinct=True),
            first=Min("gatherings__starts"),
        )
        .order_by("first")
    )
    for row in rows:
        if row.state == ProgrammeState.DRAFT:
            yield DeskItem(
                "do", _("%(title)s is not sent out yet") % {"title": row.title}, _("Look at the dates, and choose who gets it."),
                reverse("programmes:setup", args=[row.pk]), _("Go on with it"), None, 45,
            )
            continue
        line = ngettext("%(n)s is in line for a seat.", "%(n)s are in line for a seat.", row.line) % {"n": row.line}
        yield DeskItem("going", row.title, line if row.line else str(row.get_state_display()), reverse("programmes:lead", args=[row.pk]))
