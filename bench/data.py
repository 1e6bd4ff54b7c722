"""Much data in little time: programmes with participants, attendance, reports and facts, written in bulk."""

from __future__ import annotations

import datetime as dt
import secrets
from dataclasses import dataclass

from samskaper.areas.programmes.models import (
    Action,
    ActionReport,
    Attendance,
    CompletionRule,
    Enrolment,
    Gathering,
    Programme,
)
from samskaper.commons.people.models import Account, Membership, Organisation, Person, Role
from samskaper.commons.record.models import Fact
from samskaper.foundation import clock

PARTICIPANTS = 60
BATCH = 2_000
COLLEAGUES = 12  # of the leader, in the first programme


@dataclass(frozen=True, slots=True)
class Made:
    """Whom to sign in as, and a programme to look at."""

    adviser: Person
    leader: Person
    participant: Person
    programme: Programme
    library: Organisation


def _people(number: int, library: Organisation) -> list[Person]:
    accounts = Account.objects.bulk_create(
        [Account(email=f"bench{n}.{secrets.token_hex(4)}@example.org") for n in range(number)], batch_size=BATCH
    )
    persons = Person.objects.bulk_create(
        [Person(account=account, name=f"Deltaker {n}", email=account.email) for n, account in enumerate(accounts)],
        batch_size=BATCH,
    )
    Membership.objects.bulk_create(
        [Membership(person=person, organisation=library, role=Role.STAFF, since=dt.date(2020, 1, 1)) for person in persons],
        batch_size=BATCH,
    )
    return persons


def _holder(name: str, role: str, organisation: Organisation) -> Person:
    account = Account.objects.create_user(f"{role}.{secrets.token_hex(4)}@example.org")
    person = Person.objects.create(account=account, name=name, email=account.email)
    Membership.objects.create(person=person, organisation=organisation, role=role, since=dt.date(2020, 1, 1))
    return person


def _dates(programmes: list[Programme]) -> tuple[list[Gathering], list[Action]]:
    now = clock.now()
    gatherings = [
        Gathering(
            programme=programme, number=number, title=f"Samling {number}", checkin_secret=secrets.token_urlsafe(15),
            starts=now + dt.timedelta(days=14 * number - 21), ends=now + dt.timedelta(days=14 * number - 21, hours=3),
        )
        for programme in programmes for number in (1, 2, 3)
    ]
    actions = [
        Action(
            programme=programme, number=number, title=f"Aksjon {number}",
            opens=clock.today() - dt.timedelta(days=7), due=clock.today() + dt.timedelta(days=7 * number),
        )
        for programme in programmes for number in (1, 2)
    ]
    CompletionRule.objects.bulk_create(
        CompletionRule(programme=programme, part=part, needed=needed)
        for programme in programmes for part, needed in (("gatherings", 2), ("actions", 1))
    )
    return Gathering.objects.bulk_create(gatherings), Action.objects.bulk_create(actions)


def make(programmes: int, library: Organisation | None = None) -> Made:
    """Write this many programmes with sixty participants each, all of one regional library."""
    library = library or Organisation.objects.create(kind="regional_library", name="Benk fylkesbibliotek")
    adviser = _holder("Rådgiver", Role.ADVISER, library)
    own = Organisation.objects.create(kind="public_library", name="Benk folkebibliotek")
    leader = _holder("Biblioteksjef", Role.LEADER, own)
    rows = Programme.objects.bulk_create(
        [Programme(owner=library, title=f"Kursrekke {n}", state="open", goal_completed=50) for n in range(programmes)]
    )
    gatherings, actions = _dates(rows)
    persons = _people(programmes * PARTICIPANTS, library)
    enrolments = Enrolment.objects.bulk_create(
        [
            Enrolment(
                programme=rows[n // PARTICIPANTS], person=person, state="enrolled",
                library=own if 0 < n <= COLLEAGUES else library,
            )
            for n, person in enumerate(persons)
        ],
        batch_size=BATCH,
    )
    first_of = {gathering.programme_id: gathering for gathering in reversed(gatherings)}
    action_of = {action.programme_id: action for action in reversed(actions)}
    Attendance.objects.bulk_create(
        [
            Attendance(gathering=first_of[row.programme_id], enrolment=row, state="present", how="list")
            for row in enrolments
        ],
        batch_size=BATCH,
    )
    ActionReport.objects.bulk_create(
        [
            ActionReport(action=action_of[row.programme_id], enrolment=row, done_on=clock.today(), reflection="Kort.")
            for row in enrolments[::2]
        ],
        batch_size=BATCH,
    )
    Fact.objects.bulk_create(
        [
            Fact(
                key="programmes.signed_up", doer_kind="person", doer_id=row.person_id, owner=library,
                subject_kind="programmes.enrolment", subject_id=row.pk,
                within_kind="programmes.programme", within_id=row.programme_id,
            )
            for row in enrolments
        ],
        batch_size=BATCH,
    )
    return Made(adviser, leader, persons[0], rows[0], library)
