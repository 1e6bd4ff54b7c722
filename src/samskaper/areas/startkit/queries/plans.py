"""A plan for a meeting as its pages show it: the rows with their hours, what to bring, what to say, and what to look out for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils.translation import get_language

from samskaper.areas.startkit.models import ItemKind, Plan, PlanItem
from samskaper.areas.startkit.rules import agenda
from samskaper.areas.startkit.rules.agenda import Row, Timed, clock_at
from samskaper.areas.startkit.rules.breaks import Proposal, proposed
from samskaper.areas.startkit.rules.keys import READ, WRITE, keys_of
from samskaper.areas.startkit.rules.plans import GUESTS_DAYS, OWN_DAYS, is_own
from samskaper.areas.startkit.rules.remarks import Remark, remarks
from samskaper.commons.people.doer import Doer, DoerKind
from samskaper.commons.people.queries.links import digest_of
from samskaper.editorial.queries import method_texts
from samskaper.editorial.texts import MethodText
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Missing


@dataclass(frozen=True, slots=True)
class Line:
    """A row as the page shows it: what the clock says when it begins and ends, what is proposed before it, and what there is to say."""

    row: Row
    begins: dt.time
    ends: dt.time
    proposals: tuple[Proposal, ...]
    remarks: tuple[Remark, ...]
    is_first: bool
    is_last: bool
    steps: tuple[tuple[dt.time, str, int], ...] = ()

    @property
    def href(self) -> str:
        """Where the page of its method is, "" where it has none."""
        return method_href(self.row.method) if self.row.text else ""


@dataclass(frozen=True, slots=True)
class Aloud:
    """A line to read aloud, when and for what."""

    at: dt.time
    title: str
    words: str


@dataclass(frozen=True)
class Sheet:
    """A plan with all that follows from it."""

    plan: Plan
    rows: tuple[Row, ...]
    lines: tuple[Line, ...]
    proposals: tuple[Proposal, ...]
    remarks: tuple[Remark, ...]
    removed: PlanItem | None

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return agenda.length(self.rows)

    @property
    def ends(self) -> dt.time:
        """What the clock shows when it is over."""
        return clock_at(self.plan.starts, self.minutes)

    @cached_property
    def methods(self) -> tuple[MethodText, ...]:
        """The methods in the plan, each once."""
        return tuple({row.method: row.text for row in self.rows if row.text}.values())

    @property
    def number_of_methods(self) -> int:
        """How many different methods stand in it, those among them that have left the kit."""
        return len({row.method for row in self.rows if row.method})

    @property
    def materials(self) -> tuple[str, ...]:
        """What to bring, each thing once."""
        return _once(thing for method in self.methods for thing in method.materials)

    @property
    def preparation(self) -> tuple[tuple[MethodText, tuple[str, ...]], ...]:
        """What to do beforehand for each method."""
        return tuple((method, method.preparation) for method in self.methods if method.preparation)

    @property
    def walls(self) -> tuple[tuple[MethodText, tuple[str, ...]], ...]:
        """What goes on the wall for each method that has a poster."""
        return tuple((method, method.canvas) for method in self.methods if method.canvas)

    @property
    def aloud(self) -> tuple[Aloud, ...]:
        """The lines to read aloud, at the hour when they are read."""
        return tuple(
            Aloud(line.begins, line.row.name, line.row.text.say_aloud)
            for line in self.lines if line.row.text and line.row.text.say_aloud and line.row.begins_method
        )


def _once(things: Iterable[str]) -> tuple[str, ...]:
    """Return each thing once, whatever the case of its letters and a full stop at its end."""
    return tuple({thing.casefold().rstrip(". "): thing for thing in reversed(list(things))}.values())[::-1]


def method_href(key: str) -> str:
    """Return the address of a published method's page in the language on screen."""
    return f"/{get_language()}/{key}/"


def rows_of(items: Iterable[PlanItem]) -> list[Row]:
    """Return rows with what their methods say today in the language on screen, asked in one query."""
    found = list(items)
    texts = {text.key: text for text in method_texts(get_language() or "")} if any(item.kind == ItemKind.METHOD for item in found) else {}
    return [
        Row(
            item.pk, item.kind, item.title, item.minutes, item.method, item.online, item.first, item.last, texts.get(item.method) if item.method else None,
            item.version,
        )
        for item in found
    ]


def sheet(plan: Plan, *, visible_to: Doer) -> Sheet:
    """Return a plan with its rows, in two queries."""
    items = list(plan.items.order_by("order", "pk"))
    rows = rows_of(item for item in items if item.removed is None)
    wanted = proposed(rows, starts=plan.starts, online=plan.online)
    said = remarks(rows, starts=plan.starts, people=plan.people)
    gone = max((item for item in items if item.removed), key=lambda item: (item.removed, item.pk), default=None)
    return Sheet(plan, tuple(rows), tuple(_lines(plan, rows, wanted, said)), tuple(wanted), tuple(one for one in said if not one.row), gone)


def _lines(plan: Plan, rows: Sequence[Row], wanted: Sequence[Proposal], said: Sequence[Remark]) -> Iterable[Line]:
    every = agenda.timed(rows)
    for place, one in enumerate(every):
        yield Line(
            one.row, clock_at(plan.starts, one.at), clock_at(plan.starts, one.until),
            tuple(proposal for proposal in wanted if proposal.before == one.row.pk), tuple(remark for remark in said if remark.row == one.row.pk),
            place == 0, place == len(every) - 1, _steps(plan, one),
        )


def _steps(plan: Plan, one: Timed) -> tuple[tuple[dt.time, str, int], ...]:
    at, found = one.at, []
    for step in one.row.steps:
        found.append((clock_at(plan.starts, at), step.title, step.minutes))
        at += step.minutes
    return tuple(found)


def plan_behind(secret: str, *, purpose: str, doer: Doer) -> tuple[Plan, Doer]:
    """Return the plan that an address opens, and whoever opened it as its bearer, still herself. Raises Missing."""
    which = {WRITE: "digest", READ: "reading_digest"}[purpose]
    plan = Plan.objects.filter(**{which: digest_of(secret)}).first()
    if plan is None:
        raise Missing()
    kind = DoerKind.BEARER if doer.is_guest else doer.kind
    return plan, Doer(kind, doer.person, doer.name, doer.roles, (purpose, Ref.to(plan)))


def address_of(plan: Plan) -> str:
    """Return the address that changes a plan; "" where the secret of the house has changed since, and it wants new ones."""
    key = keys_of(plan.nonce).write
    return reverse("startkit:plan", args=[key]) if digest_of(key) == plan.digest else ""


def reading_address_of(plan: Plan) -> str:
    """Return the address that only reads a plan, "" as in `address_of`."""
    key = keys_of(plan.nonce).read
    return reverse("startkit:read_plan", args=[key]) if digest_of(key) == plan.reading_digest else ""


@dataclass(frozen=True, slots=True)
class OnList:
    """One of my plans in a list."""

    pk: int
    title: str
    day: dt.date | None
    starts: dt.time
    minutes: int
    url: str


def mine(*, visible_to: Doer) -> list[OnList]:
    """Return the plans of whoever is signed in: those to come first, then those without a day, then those that were. In two queries."""
    if visible_to.person is None:
        return []
    plans = list(Plan.objects.filter(person=visible_to.person).order_by("-touched", "-pk"))
    rows = PlanItem.objects.filter(plan__in=plans, removed__isnull=True).values_list("plan_id", "minutes")
    sums: dict[int, int] = {}
    for plan, minutes in rows:
        sums[plan] = sums.get(plan, 0) + minutes
    found = [OnList(plan.pk, str(plan), plan.day, plan.starts, sums.get(plan.pk, 0), address_of(plan)) for plan in plans]
    return sorted(found, key=_soonest)


def _soonest(one: OnList) -> tuple[int, int]:
    if one.day is None:
        return 1, 0
    days = (one.day - clock.today()).days
    return (0, days) if days >= 0 else (2, -days)


def kept_until(plan: Plan) -> dt.date:
    """Return the day on which a plan is deleted if nobody touches it."""
    last = max(plan.touched, plan.day) if plan.day else plan.touched
    return last + dt.timedelta(days=GUESTS_DAYS if plan.person_id is None else OWN_DAYS)


def is_mine(number: int, *, visible_to: Doer) -> bool:
    """Whether whoever is signed in made the plan with this number."""
    return visible_to.person is not None and Plan.objects.filter(pk=number, person=visible_to.person).exists()


@dataclass(frozen=True, slots=True)
class Behind:
    """The plan behind something that was made from it: what it is called, and where it is read."""

    title: str
    url: str


def plans_behind(ids: Iterable[int]) -> dict[int, Behind]:
    """Return the plans with these numbers to be read. For pages of what was made from them: who may see those, the caller knows."""
    rows = Plan.objects.filter(pk__in=list(ids))
    return {plan.pk: Behind(str(plan), url) for plan in rows if (url := reading_address_of(plan))}


def own_plan(number: int, *, visible_to: Doer) -> Plan:
    """Return one of my plans by its number. Raises Missing for those of others."""
    plan = Plan.objects.filter(pk=number, person=visible_to.person).first() if visible_to.person is not None else None
    if plan is None or not is_own(visible_to, plan):
        raise Missing()
    return plan
