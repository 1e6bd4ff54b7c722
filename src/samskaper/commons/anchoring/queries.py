"""Questions about plans: which there are, and what has become practice of each sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskaper.commons.anchoring import rules
from samskaper.commons.anchoring.models import PlanDocument, PlanSection, Tie
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Organisation
from samskaper.commons.record.queries import outcomes
from samskaper.foundation.kinds import Card, cards_of, kinds
from samskaper.foundation.prepared import prepared
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Missing

DEEPEST = 6  # plan -> project -> programme -> gathering -> ... -> practice


@dataclass(frozen=True, slots=True)
class Outcome:
    """Something that came of a tied record, as the reader may see it; `noun` is what such a thing is called."""

    card: Card
    noun: str


@dataclass(frozen=True, slots=True)
class Served:
    """A record that serves a sentence, by the number of its tie: in which words, and what came of it."""

    tie: int
    says: str
    card: Card
    noun: str
    became: tuple[Outcome, ...]
    may_untie: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with what has become practice of it. `hidden`: something serves it that this reader may not see."""

    pk: int
    words: str
    heading: str
    page: int | None
    served: tuple[Served, ...]
    hidden: bool

    @property
    def untouched(self) -> bool:
        """Nobody has done anything with it yet."""
        return not self.served and not self.hidden


@dataclass(frozen=True, slots=True)
class Promise:
    """A sentence that a record serves (both by number), the plan that it stands in, and where."""

    section: int
    document: int
    plan: str
    page: int | None
    sentence: str

    @property
    def place(self) -> str:
        """Where it stands: the plan and the page."""
        return _placed(self.plan, self.page)


@dataclass(frozen=True, slots=True)
class PlanPage:
    """A plan with its sentences, as one reader sees it."""

    document: PlanDocument
    sentences: tuple[Sentence, ...]
    may_change: bool

    @property
    def touched(self) -> int:
        """How many sentences something serves."""
        return sum(not sentence.untouched for sentence in self.sentences)


def documents() -> QuerySet[PlanDocument]:
    """Return every plan with `sentence_count` and `touched_count`, in one query. Plans are public."""
    tied = Q(Exists(Tie.objects.filter(section=OuterRef("sections__pk"))))
    return PlanDocument.objects.select_related("owner").annotate(
        sentence_count=Count("sections", distinct=True), touched_count=Count("sections", distinct=True, filter=tied)
    )


def plan_page(document: PlanDocument, *, visible_to: Doer) -> PlanPage:
    """Return a plan with what has become practice of each sentence, as far as the reader may see it."""
    sections = _sections(document.pk)
    ties: dict[int, list[Tie]] = {section.pk: [] for section in sections}
    for tie in _ties_in(document.pk):
        ties[tie.section_id].append(tie)
    tied = {tie.record for found in ties.values() for tie in found}
    below = _descendants(tied)
    cards = cards_of({*tied, *(ref for refs in below.values() for ref in refs)}, visible_to=visible_to)
    return PlanPage(
        document,
        tuple(_sentence(section, ties[section.pk], cards, below, visible_to) for section in sections),
        rules.may_change(visible_to, document),
    )


def document_for(number: int) -> PlanDocument:
    """Return a plan with its owner. Raises a Refusal (404) when there is none."""
    found = _numbered(number)
    if not found:
        raise Missing
    return found[0]


@prepared
def _numbered(number: int) -> QuerySet[PlanDocument]:
    return PlanDocument.objects.select_related("owner").filter(pk=number)


@prepared
def _sections(document: int) -> QuerySet[PlanSection]:
    return PlanSection.objects.filter(document=document)


@prepared
def _ties_in(document: int) -> QuerySet[Tie]:
    return Tie.objects.filter(section__document=document).select_related("section__document")


def _sentence(
    section: PlanSection, ties: list[Tie], cards: dict[Ref, Card], below: dict[Ref, list[Ref]], doer: Doer
) -> Sentence:
    served = tuple(
        Served(
            tie.pk,
            tie.says,
            cards[tie.record],
            noun_of(tie.record),
            tuple(Outcome(cards[ref], noun_of(ref)) for ref in below.get(tie.record, []) if ref in cards),
            rules.may_untie(doer, tie),
        )
        for tie in ties
        if tie.record in cards
    )
    hidden = len(served) < len(ties)
    return Sentence(section.pk, section.sentence, section.heading, section.page, served, hidden)


def noun_of(ref: Ref) -> str:
    """Return what a record of this kind is called."""
    kind = kinds.get(ref.kind)
    return str(kind.noun) if kind else ""


def _descendants(roots: Iterable[Ref]) -> dict[Ref, list[Ref]]:
    """Return what came of each root, at any depth; one query per level."""
    children: dict[Ref, list[Ref]] = {}
    level = set(roots)
    everything = set(level)
    for _depth in range(DEEPEST):
        if not level:
            break
        found = outcomes(level)
        children.update(found)
        level = {ref for refs in found.values() for ref in refs} - everything
        everything |= level
    return {root: _below(root, children) for root in roots}


def _below(root: Ref, children: dict[Ref, list[Ref]]) -> list[Ref]:
    seen: dict[Ref, None] = {}
    waiting = list(children.get(root, []))
    while waiting:
        ref = waiting.pop(0)
        if ref not in seen and ref != root:
            seen[ref] = None
            waiting += children.get(ref, [])
    return list(seen)


def sections_of(ref: Ref) -> QuerySet[PlanSection]:
    """Return the sentences that a record serves, with their plans."""
    tied = PlanSection.objects.filter(ties__record_kind=ref.kind, ties__record_id=ref.id)
    return tied.select_related("document").order_by("document__title", "order")


def ties_of(ref: Ref) -> list[Promise]:
    """Return the sentences that a record serves, by plan, in order."""
    return [Promise(*row) for row in _ties_of(ref.kind, ref.id)]


@prepared
def _ties_of(kind: str, number: int) -> QuerySet[Any]:
    ties = Tie.objects.filter(record_kind=kind, record_id=number).order_by("section__document__title", "section__order")
    return ties.values_list("section", "section__document", "section__document__title", "section__page", "section__sentence")


def sections_to_choose(ref: Ref, *, search: str = "") -> QuerySet[PlanSection]:
    """Return the sentences that a record does not serve yet, or those with these words, at most two hundred."""
    tied = Exists(Tie.objects.filter(section=OuterRef("pk"), record_kind=ref.kind, record_id=ref.id))
    found = PlanSection.objects.select_related("document").exclude(tied)
    found = found.order_by("document__title", "document_id", "order")
    if search:
        found = found.filter(
            Q(sentence__icontains=search) | Q(document__title__icontains=search) | Q(heading__icontains=search)
        )
    return found[:200]


def touched_of(organisations: Iterable[int], *, most: int) -> list[tuple[PlanDocument, str]]:
    """Return the plans of these organisations, each with how many of its sentences something serves, in one query."""
    plans: QuerySet[Any] = documents().filter(owner__in=list(organisations))
    return [(plan, _touched_words(plan.sentence_count, plan.touched_count)) for plan in plans[:most]]


def _touched_words(sentences: int, touched: int) -> str:
    """Return in words how many of a plan's sentences something serves: «2 of 5 … Nobody has touched 3.»"""
    if not sentences:
        return _("No sentences yet")
    on_way = ngettext(
        "%(touched)d of %(all)d sentence is on its way.", "%(touched)d of %(all)d sentences are on their way.", sentences
    ) % {"touched": touched, "all": sentences}
    left = ngettext("Nobody has touched %(number)d.", "Nobody has touched %(number)d.", sentences - touched)
    return f"{on_way} {left % {'number': sentences - touched}}" if touched < sentences else on_way


def keepers_of(doer: Doer) -> QuerySet[Organisation]:
    """Return the organisations in whose name somebody may add plans."""
    return Organisation.objects.filter(pk__in=doer.organisations(*rules.KEEPERS)).order_by("name")


def card_of(section: PlanSection, address: str) -> Card:
    """Return the card of a sentence, given the address of its plan's page."""
    words = section.sentence or section.heading or section.document.title
    short = words if len(words) <= 90 else f"{words[:88].rsplit(' ', 1)[0]} …"
    return Card(Ref.to(section), short, f"{address}#s{section.pk}", place_of(section))


def place_of(section: PlanSection) -> str:
    """Return where a sentence stands: the plan and the page."""
    return _placed(section.document.title, section.page)


def _placed(plan: str, page: int | None) -> str:
    return plan if page is None else _("%(plan)s, p. %(page)d") % {"plan": plan, "page": page}


def export(person: int) -> list[dict[str, str]]:
    """Return what somebody tied to plans, and in which words."""
    ties = Tie.objects.filter(by=person).select_related("section__document")
    return [
        {_("sentence"): str(tie.section), _("words"): tie.says, _("when"): tie.at.date().isoformat()} for tie in ties
    ]


def has_plan(*, owner: int | None, title: str, besides: int | None = None) -> bool:
    """Return whether an organisation keeps another plan of this title."""
    return PlanDocument.objects.filter(owner=owner, title=title).exclude(pk=besides or 0).exists()
