"""The open doors of libraries: to those who come, and to those who answer."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from django.db.models import Exists, OuterRef, Q, QuerySet

from samskaper.areas.cocreation.models import Contact, Conversation, Doorway, Knock
from samskaper.areas.cocreation.rules import doors as rules
from samskaper.areas.cocreation.rules.parties import LIBRARY_ROLES, must_talk
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Membership, Organisation, Person
from samskaper.foundation import clock
from samskaper.foundation.refusals import Missing
from samskaper.foundation.text import clean_line, plain_words


@dataclass(frozen=True, slots=True)
class Door:
    """A library's door, as whoever comes sees it. `answers` is the name of the one who answers; nobody's, where she has left."""

    library: Organisation
    doorway: Doorway | None
    answers: str
    due_on: dt.date

    @property
    def is_open(self) -> bool:
        """Whether something can be handed in."""
        return self.doorway is not None and self.doorway.is_open

    @property
    def days(self) -> int:
        """Within how many working days somebody answers."""
        return self.doorway.days if self.doorway else rules.DAYS


def keepers(library: int) -> QuerySet[Person]:
    """Return the people who work in this library today."""
    today = clock.today()
    held = Membership.objects.filter(organisation=library, role__in=LIBRARY_ROLES, since__lte=today).filter(Q(until__isnull=True) | Q(until__gt=today))
    return Person.objects.filter(pk__in=held.values("person"), erased__isnull=True).order_by("name", "pk")


def door(number: int) -> Door:
    """Return a library's door, for everybody. Raises Missing for what is no library."""
    library = Organisation.objects.select_related("county", "municipality").filter(pk=number, kind__in=rules.LIBRARIES).first()
    if library is None:
        raise Missing()
    doorway = Doorway.objects.filter(library=library).select_related("person").first()
    works_there = doorway is not None and doorway.person_id is not None and keepers(number).filter(pk=doorway.person_id).exists()
    answers = doorway.person.name if works_there and doorway and doorway.person else ""
    days = doorway.days if doorway else rules.DAYS
    return Door(library, doorway, answers, rules.promised(clock.today(), days=days, country=library.country))


def open_doors(words: str) -> list[Organisation]:
    """Return the libraries whose door is open, by county and name, for everybody: those in whose name or place a word begins with each of these."""
    found = Organisation.objects.filter(Exists(Doorway.objects.filter(library=OuterRef("pk"), is_open=True)), kind__in=rules.LIBRARIES)
    rows = found.select_related("county", "municipality").order_by("country", "county__name", "name", "pk")
    asked = plain_words(clean_line(words)[:100])
    return [row for row in rows if _fits(row, asked)]


def _fits(library: Organisation, asked: list[str]) -> bool:
    there = plain_words(f"{library.name} {library.municipality or ''} {library.county or ''}")
    return all(any(word.startswith(one) for word in there) for one in asked)


@dataclass(frozen=True, slots=True)
class Came:
    """Something that came in by a door, to those who answer for the library. `is_mine`: the doer has planned a conversation about it."""

    knock: Knock
    words: str
    is_late: bool
    contact: Contact | None = None
    is_mine: bool = False


@dataclass(frozen=True, slots=True)
class OurDoor:
    """The door of a library that the doer works in, and what came in by it."""

    door: Door
    waiting: list[Came]
    answered: list[Came]


def our_doors(*, visible_to: Doer, most: int = 50) -> list[OurDoor]:
    """Return the doors of the doer's libraries with what came in, the most urgent first."""
    must_talk(visible_to)
    found = []
    for number in sorted(visible_to.organisations(*LIBRARY_ROLES)):
        try:
            one = door(number)
        except Missing:
            continue
        came = [_came(knock) for knock in _knocks().filter(conversation__owner=number).order_by("answered_on", "due_on", "-pk")[:most]]
        waiting = [each for each in came if each.knock.answered_on is None]
        answered = sorted((each for each in came if each.knock.answered_on), key=lambda each: each.knock.came, reverse=True)
        found.append(OurDoor(one, waiting, answered))
    return found


def _knocks() -> QuerySet[Knock]:
    rows = Knock.objects.select_related("conversation__party__county", "conversation__owner", "answered_by")
    return rows.prefetch_related("conversation__statements")


def _came(knock: Knock) -> Came:
    words = next((one.wording for one in knock.conversation.statements.all() if one.by_party), "")
    return Came(knock, words, knock.answered_on is None and knock.due_on < clock.today())


def came(conversation: int, *, visible_to: Doer) -> Came:
    """Return what came in by the door, for those who may answer. Raises Missing for everybody else."""
    knock = _knocks().filter(conversation__in=Conversation.objects.filter(pk=conversation)).first()
    if knock is None:
        raise Missing()
    about = knock.conversation
    rules.must_answer(visible_to, about.owner_id)
    contact = Contact.objects.filter(party=about.party_id, owner=about.owner_id, until__isnull=True).order_by("-pk").first()
    return replace(_came(knock), contact=contact, is_mine=about.listeners.filter(person=visible_to.person).exists())


def door_for_keeper(number: int, *, visible_to: Doer) -> Door:
    """Return a library's door to be changed. Refuses those who do not work there."""
    found = door(number)
    rules.must_keep_door(visible_to, found.library.pk)
    return found
