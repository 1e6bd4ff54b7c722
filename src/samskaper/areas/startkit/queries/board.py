"""The editors' board: what was noticed, by method and state, and who has it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskaper.areas.startkit.models import AskAgain, Finding, FindingState, Outcome, Voice
from samskaper.areas.startkit.queries.keepers import keepers
from samskaper.areas.startkit.queries.tries import Tried, tried_each
from samskaper.areas.startkit.rules.findings import OPEN, TRANSITIONS, must_decide
from samskaper.areas.startkit.rules.sentences import Became, changed_sentences, likely
from samskaper.commons.people.doer import Doer
from samskaper.editorial.queries import manuscript, method_text, methods
from samskaper.editorial.rules import may_edit
from samskaper.foundation.addresses import address
from samskaper.foundation.prepared import prepared
from samskaper.foundation.refusals import Missing
from samskaper.ui.menu import DeskItem

MOST = 300


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the board shows. Empty values leave nothing out; `told` shows also what is over."""

    key: str = ""
    phase: str = ""
    state: str = ""
    mine: bool = False
    told: bool = False


@dataclass(frozen=True, slots=True)
class Slip:
    """A finding as it lies on the board."""

    pk: int
    title: str
    words: str
    source: str
    who: str
    state: str
    mine: bool
    edition: int
    aim: int | None
    twins: int


@dataclass(frozen=True, slots=True)
class Column:
    """A state with what lies there."""

    state: str
    label: str
    slips: list[Slip] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Board:
    """The board as somebody asked for it. `waiting` are new ones that wait for the reader."""

    columns: list[Column]
    waiting: int
    open: int

    @property
    def lanes(self) -> list[list[Column]]:
        """The columns as they stand beside each other: what is over lies below what has changed."""
        over = (FindingState.CHANGED, FindingState.LATER, FindingState.NO)
        ended = [column for column in self.columns if column.state in over]
        return [*([column] for column in self.columns if column.state not in over), *([ended] if ended else [])]

    @property
    def shown(self) -> int:
        """How many lie on it."""
        return sum(len(column.slips) for column in self.columns)


def board(wanted: Wanted, *, language: str, visible_to: Doer) -> Board:
    """Return the board, in a fixed number of questions. What is about the same lies there once."""
    must_decide(visible_to)
    known = {one.slug: one for one in methods(language)}
    rows = Finding.objects.filter(same_as__isnull=True).annotate(joined=Count("twins"))
    if not wanted.told:
        rows = rows.filter(told__isnull=True)
    if wanted.key:
        rows = rows.filter(key=wanted.key)
    if wanted.phase:
        rows = rows.filter(key__in=[slug for slug, one in known.items() if one.phase == wanted.phase])
    if wanted.state:
        rows = rows.filter(state=wanted.state)
    if wanted.mine:
        rows = rows.filter(responsible=visible_to.person)
    columns = {state: Column(state, str(FindingState(state).label)) for state in FindingState.values}
    found = rows.select_related("responsible", "edition", "aim", "tryout", "voice", "workshop__group__county").order_by("-pk")
    for row in found[:MOST]:
        columns[row.state].slips.append(_slip(row, known, visible_to))
    mine = Finding.objects.filter(told__isnull=True, state__in=OPEN, same_as__isnull=True).aggregate(
        waiting=Count("pk", filter=Q(responsible=visible_to.person, state=FindingState.NEW)), open=Count("pk"),
    )
    return Board([one for one in columns.values() if not wanted.state or one.state == wanted.state], **mine)


def _slip(row: Any, known: dict[str, Any], doer: Doer) -> Slip:
    title = known[row.key].title if row.key in known else row.key
    return Slip(
        row.pk, title, str(row), source_of(row), row.responsible.name, row.state, row.responsible_id == doer.person, row.edition.number,
        row.aim.number if row.aim else None, row.joined,
    )


def source_of(finding: Finding) -> str:
    """Say where a finding comes from, with a name where whoever said it wants to be named."""
    if finding.tryout is not None:
        return _("Tried it: %(outcome)s") % {"outcome": Outcome(finding.tryout.outcome).label.lower()}
    name = finding.voice.name if finding.voice is not None and finding.named else ""
    if finding.workshop is not None:
        county = finding.workshop.group.county.name
        where = _("Workshop %(n)d, %(county)s") % {"n": finding.workshop.number, "county": county}
    else:
        where = _("Expert") if finding.part or (finding.voice and finding.voice.is_expert) else _("Evaluation group")
    return f"{where} · {name}" if name else f"{where} · {_('does not want to be named')}"


@dataclass(frozen=True, slots=True)
class FindingPage:
    """A finding with all that an editor needs to decide."""

    finding: Finding
    title: str
    source: str
    can_ask: bool
    twins: list[Finding]
    others: list[Finding]
    pairs: list[Became]
    likely: Became | None
    steps: frozenset[str]


def finding_page(number: int, *, language: str, visible_to: Doer) -> FindingPage:
    """Return a finding for editors. Raises Missing when it is gone."""
    must_decide(visible_to)
    rows = Finding.objects.select_related("responsible", "edition", "aim", "tryout", "voice", "workshop__group__county", "same_as")
    row = rows.filter(pk=number).first()
    if row is None:
        raise Missing()
    pairs = pairs_for(row)
    text = method_text(row.key, language) or manuscript(row.key, language)
    alone = Finding.objects.filter(key=row.key, same_as__isnull=True, told__isnull=True).exclude(pk=row.pk)
    steps = frozenset() if row.told or row.same_as_id else frozenset(map(str, TRANSITIONS[FindingState(row.state)]))
    return FindingPage(
        row, text.title if text else row.key, source_of(row), _can_ask(row), list(row.twins.select_related("tryout", "voice", "workshop__group__county")),
        list(alone.order_by("-pk")[:60]), pairs, likely(pairs, part=row.part, sentence=row.sentence), steps,
    )


def pairs_for(finding: Finding) -> list[Became]:
    """Return what is different between what people have and the draft, in the language in which it was noticed."""
    now, draft = method_text(finding.key, finding.language), manuscript(finding.key, finding.language)
    return changed_sentences(now, draft) if now and draft else []


def _can_ask(row: Finding) -> bool:
    if row.question or row.told:
        return False
    if row.voice is not None:
        return bool(row.voice.email)
    return bool(row.tryout and row.tryout.ticket and AskAgain.objects.filter(ticket=row.tryout.ticket).exists())


@dataclass(frozen=True, slots=True)
class MethodRow:
    """A method on the overview: how often tried, how it went, what was noticed, and who looks after it."""

    key: str
    title: str
    tried: Tried
    states: list[tuple[str, str, int]]
    keeper: int | None

    @property
    def open(self) -> int:
        """How many wait for a decision."""
        return sum(number for state, _label, number in self.states if state in OPEN)


def overview(*, language: str, visible_to: Doer) -> list[MethodRow]:
    """Return every method with what is known of it, in a fixed number of questions."""
    must_decide(visible_to)
    counted: Counter[tuple[str, str]] = Counter()
    for key, state, number in Finding.objects.values_list("key", "state").annotate(number=Count("pk")).order_by():
        counted[key, state] = number
    tries, kept = tried_each(), keepers()
    labels = [(state, str(label)) for state, label in FindingState.choices]
    return [
        MethodRow(one.slug, one.title, tries.get(one.slug, Tried()), [(state, label, counted[one.slug, state]) for state, label in labels], kept.get(one.slug))
        for one in methods(language)
    ]


@prepared
def _waiting(person: int) -> QuerySet[Finding, Any]:
    rows = Finding.objects.filter(responsible=person, state="new", same_as__isnull=True).values_list("responsible")
    return rows.annotate(number=Count("pk")).order_by()


@prepared
def _reads_along(person: int) -> QuerySet[Voice, Any]:
    rows = Voice.objects.filter(person=person, group__isnull=True, answer="yes", edition__launched__isnull=True)
    return rows.order_by("edition__number").values_list("edition__number")


def on_desk(doer: object) -> Iterator[DeskItem]:
    """Tell an editor how many findings wait for her, and an expert that there are drafts to read."""
    assert isinstance(doer, Doer)
    if doer.person is None:
        return
    for _person, number in _waiting(doer.person):
        title = ngettext("%(n)d finding about a method waits for you", "%(n)d findings about methods wait for you", number) % {"n": number}
        url = f"{address('startkit:board')}?mine=1" if may_edit(doer) else address("startkit:groups")
        yield DeskItem("do", title, _("Somebody tried it and said something. Look at it, and decide what becomes of it."), url, _("Look at them"))
    for (number,) in _reads_along(doer.person):
        title = _("Drafts of edition %(n)d of the starter kit") % {"n": number}
        note = _("You read along as an expert. Press beside a sentence to say something about it.")
        yield DeskItem("going", title, note, address("startkit:drafts"), _("Read"))
