"""Who plays in the demonstration, and what is on right now."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.db.models import Prefetch, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samskaper.areas.programmes.models import Gathering, GatheringState
from samskaper.areas.startkit.models import Plan
from samskaper.areas.startkit.queries.plans import plans_behind
from samskaper.commons.people.models import Membership, Person
from samskaper.foundation import clock

# Who is shown first, by name: what one sees as this person, and something to try.
SEEN_AS = (
    ("Rådgiver, Strandfjell", _("The project and its goals, the course series, who is stuck, letters and reports."),
     _("Write to those who are stuck. Correct one attendance, and see goals and report follow.")),
    ("Bibliotekar, Tverrdal", _("A participant half way: the next gathering, actions, and what is missing."),
     _("Finish the text about the third conversation, which she had only begun.")),
    ("Barnebibliotekar, Lysvik", _("Another participant, to compare with."),
     _("Say what the last gathering was like. The answers are read when the questions close.")),
    ("Biblioteksjef, Tverrdal", _("A leader: colleagues who take part, and what it costs in hours."),
     _("Answer a colleague who would like to join the next series. Only the colleague is told a no.")),
    ("Bibliotekar, Kvitnes", _("Shares an e-mail address with colleagues."),
     _("Sign out, sign in with the code in the mailbox, and say which of the colleagues you are.")),
    ("Ungdomsbibliotekar, Ytre Vik", _("Reads nynorsk."),
     _("Open the certificate of 2022, and the page on which anybody can check it.")),
    ("Konsulent, Åbakke", _("An adviser in Denmark, with nothing yet: the empty pages."),
     _("Make a course series of your own, and move its first date.")),
    ("Planrådgiver, Tverrdal", _("Plan documents, and what has become practice of each sentence."),
     _("Find the sentences that nobody has touched.")),
    ("Redaktør, Strandfjell", _("The starter kit’s next edition: what users have noticed, and what becomes of it."),
     _("Decide on a finding, and see what the one who said it gets in a letter.")),
    ("Saksbehandler, Biblioteksfondet", _("The funder: status and reports."),
     _("Lay the plan of the finished project beside what happened.")),
)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the cast, with roles, what one sees as this person, and something to try."""

    person: Person
    roles: list[Membership]
    sees: Promise | str = ""
    tries: Promise | str = ""


@dataclass(slots=True)
class Cast:
    """Whom visitors may try: a few first, and everybody else."""

    first: list[Member]
    others: list[Member]


def players() -> QuerySet[Person]:
    """Return the persons of the demonstration whom visitors may try."""
    return Person.objects.filter(is_demo=True, account__isnull=False, memberships__isnull=False).distinct()


def cast() -> Cast:
    """Return the cast of the demonstration, in two queries."""
    roles = Membership.objects.select_related("organisation").order_by("organisation__name", "role")
    people = players().prefetch_related(Prefetch("memberships", roles)).order_by("pk")
    by_name = {person.name: Member(person, list(person.memberships.all())) for person in people}
    first = [replace(by_name.pop(name), sees=sees, tries=tries) for name, sees, tries in SEEN_AS if name in by_name]
    return Cast(first, list(by_name.values()))


def plan_of_a_guest() -> str:
    """Return where the meeting plan that a guest of the demonstration made is read, "" where there is none."""
    number = Plan.objects.filter(is_demo=True, person__isnull=True).values_list("pk", flat=True).first()
    found = plans_behind([number]).get(number) if number else None
    return found.url if found else ""


def code_on_the_wall() -> Gathering | None:
    """Return the gathering of the demonstration that is on now, whose code a visitor can read."""
    now = clock.now()
    on = Gathering.objects.filter(programme__is_demo=True, for_participants=True, starts__lte=now, ends__gte=now)
    return on.exclude(state=GatheringState.CANCELLED).select_related("programme").order_by("-programme_id").first()
