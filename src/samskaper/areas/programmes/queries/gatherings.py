"""Gatherings as those who run them, and those who come to them, see them."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from samskaper.areas.programmes.models import (
    Attendance,
    AttendanceState,
    Enrolment,
    Gathering,
    Group,
    GroupPlace,
)
from samskaper.areas.programmes.queries.completion import seated
from samskaper.areas.programmes.rules.codes import as_typed
from samskaper.areas.programmes.rules.running import NOT_HERE, must_run
from samskaper.commons.people.doer import Doer
from samskaper.foundation.prepared import prepared
from samskaper.foundation.refusals import Refusal

LONG = 12  # lines on a screen or two


@dataclass(frozen=True, slots=True)
class RollLine:
    """A participant in the list, with her mark and how we know it."""

    pk: int
    name: str
    works_at: str
    needs: str
    state: str
    how: str

    @property
    def key(self) -> str:
        """What the names of her fields end with."""
        return str(self.pk)

    @property
    def about(self) -> str:
        """Where she works, how we know of her mark, and what to think of: what there is of it."""
        return " · ".join(words for words in (self.works_at, self.how, self.needs) if words)

    def has(self, words: str) -> bool:
        """Whether these words stand in her name or her workplace."""
        return words.casefold() in f"{self.name} {self.works_at}".casefold()


@dataclass(frozen=True, slots=True)
class Roll:
    """The list of a gathering, by name; `words` are what somebody looks for in it."""

    gathering: Gathering
    lines: tuple[RollLine, ...]
    words: str = ""

    @property
    def shown(self) -> tuple[RollLine, ...]:
        """The lines with those words."""
        return tuple(line for line in self.lines if line.has(self.words)) if self.words else self.lines

    @property
    def letters(self) -> list[tuple[str, str]]:
        """Each first letter with the first line that it leads to; none for a list that the eye takes in."""
        first: dict[str, str] = {}
        for line in self.shown:
            first.setdefault(line.name[:1].upper(), line.key)
        return list(first.items()) if len(self.shown) > LONG else []

    @property
    def rest(self) -> int:
        """About how many of the shown nothing is recorded."""
        return sum(not line.state for line in self.shown)

    @property
    def present(self) -> int:
        """How many were there."""
        return sum(line.state == AttendanceState.PRESENT for line in self.lines)

    @property
    def unknown(self) -> int:
        """About how many nothing is recorded."""
        return sum(not line.state for line in self.lines)


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A group with the people in it, by name."""

    number: int
    people: tuple[Enrolment, ...]


def gathering_to_run(number: int, *, visible_to: Doer) -> Gathering:
    """Return a gathering to those who run its programme. Raises Refusal: 404 to strangers, 403 to colleagues."""
    found = _gathering(number)
    if not found:
        raise Refusal(NOT_HERE, status=404)
    must_run(visible_to, found[0].programme)
    return found[0]


@prepared
def _gathering(number: int) -> QuerySet[Gathering]:
    return Gathering.objects.select_related("programme", "programme__owner").filter(pk=number)


@prepared
def _marks(gathering: int) -> QuerySet[Attendance, tuple[int, str, str]]:
    return Attendance.objects.filter(gathering=gathering).values_list("enrolment_id", "state", "how")


@prepared
def _roll(programme: int) -> QuerySet[Enrolment, tuple[int, str, str | None, str, str]]:
    """Those with a seat, with what the list shows of each."""
    return seated(programme).values_list("pk", "person__name", "library__name", "workplace", "needs")


def gathering_to_attend(number: int, *, visible_to: Doer) -> Gathering:
    """Return a gathering to those who have signed up for it. Raises Refusal (404) for all others."""
    gathering = Gathering.objects.select_related("programme").filter(pk=number, for_participants=True).first()
    if gathering is None or not Enrolment.objects.filter(programme=gathering.programme, person=visible_to.person).exists():
        raise Refusal(NOT_HERE, status=404)
    return gathering


def gathering_of_code(secret: str) -> Gathering | None:
    """Return the gathering that a code on the wall belongs to; its secret is all that it takes to know of it."""
    rows = Gathering.objects.select_related("programme", "programme__owner")
    return rows.filter(checkin_secret=secret).first() or rows.filter(checkin_secret=as_typed(secret)).exclude(checkin_secret="").first()


def number_present(gathering: Gathering) -> int:
    """Return how many are written down as present."""
    return Attendance.objects.filter(gathering=gathering, state=AttendanceState.PRESENT, enrolment__state__in=Enrolment.SEATED).count()


def roll(gathering: Gathering, *, visible_to: Doer, words: str = "") -> Roll:
    """Return the list of a gathering to those who run it, in two queries; `words` narrow what is shown."""
    must_run(visible_to, gathering.programme)
    how = {key: str(said) for key, said in Attendance._meta.get_field("how").flatchoices}
    marks = {enrolment: (state, how.get(known, "")) for enrolment, state, known in _marks(gathering.pk)}
    lines = (
        RollLine(pk, name, library or workplace, needs, *marks.get(pk, ("", "")))
        for pk, name, library, workplace, needs in _roll(gathering.programme_id)
    )
    return Roll(gathering, tuple(lines), words)


def my_mark(gathering: Gathering, *, visible_to: Doer) -> tuple[Enrolment | None, str]:
    """Return one's own place in the gathering's programme and one's mark, "" when there is none."""
    if visible_to.person is None:
        return None, ""
    enrolment = Enrolment.objects.filter(programme=gathering.programme, person=visible_to.person).first()
    mark = Attendance.objects.filter(gathering=gathering, enrolment=enrolment).first() if enrolment else None
    return enrolment, mark.state if mark else ""


def groups(gathering: Gathering, *, visible_to: Doer) -> tuple[tuple[GroupLine, ...], tuple[Enrolment, ...]]:
    """Return the groups of a gathering and those with a seat who are in none, to those who run it."""
    must_run(visible_to, gathering.programme)
    people = {row.pk: row for row in seated(gathering.programme_id)}
    inside: dict[int, list[Enrolment]] = {number: [] for number in _numbers(gathering)}
    placed: set[int] = set()
    places = GroupPlace.objects.filter(group__gathering=gathering).values_list("group__number", "enrolment_id")
    for number, enrolment in places:
        if enrolment in people:
            inside[number].append(people[enrolment])
            placed.add(enrolment)
    lines = (GroupLine(number, tuple(sorted(rows, key=lambda row: row.person.name))) for number, rows in sorted(inside.items()))
    return tuple(lines), tuple(row for pk, row in people.items() if pk not in placed)


def _numbers(gathering: Gathering) -> list[int]:
    return list(Group.objects.filter(gathering=gathering).values_list("number", flat=True))
