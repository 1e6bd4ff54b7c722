"""Writing down what was noticed, and deciding what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from samskaper.areas.startkit.commands.asking import write_question
from samskaper.areas.startkit.commands.editions import begin
from samskaper.areas.startkit.events import revision as events
from samskaper.areas.startkit.models import Edition, Finding, FindingState, Keeper, TryOut, Voice, Workshop
from samskaper.areas.startkit.queries.keepers import editors, responsible_for
from samskaper.areas.startkit.rules import findings as rules
from samskaper.commons.people.doer import Doer
from samskaper.commons.record.commands import note
from samskaper.commons.record.commands import take_back as take_fact_back
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.foundation.refusals import Conflict, Invalid, Missing
from samskaper.foundation.text import clean_line
from samskaper.foundation.versions import save_unchanged


@dataclass(frozen=True, slots=True)
class Words:
    """What was said: what worked, what was noticed, and how it may be put right. One of them at least."""

    worked: str = ""
    noticed: str = ""
    proposal: str = ""

    def cleaned(self) -> dict[str, str]:
        """Return clean lines, as long as there is room for."""
        return {"worked": clean_line(self.worked)[:300], "noticed": clean_line(self.noticed)[:600], "proposal": clean_line(self.proposal)[:600]}

    @property
    def some(self) -> bool:
        """Whether anything was said in words at all."""
        return any(any(sign.isalnum() for sign in one) for one in self.cleaned().values())


@dataclass(frozen=True, slots=True)
class Spot:
    """A sentence of a draft as it was: its part ("steps.3"), its place in it (from 1), and its words."""

    part: str = ""
    place: int = 0
    sentence: str = ""


@transaction.atomic
def notice(
    *, key: str, edition: Edition, language: str, words: Words, by: Doer, tryout: TryOut | None = None, workshop: Workshop | None = None,
    voice: Voice | None = None, named: bool = False, spot: Spot = Spot(),
) -> Finding:
    """Write down what was noticed; somebody is responsible for it from the first moment. Raises Invalid without words."""
    if not words.some:
        raise Invalid(_("Write what you noticed, in a sentence."))
    who = responsible_for(key)
    if who is None:
        raise Conflict(_("Nobody looks after the kit here yet, so nobody would read it. Leave the words out, and what you pressed still counts."))
    finding = Finding.objects.create(
        key=key, edition=edition, language=language, tryout=tryout, workshop=workshop, voice=voice, named=bool(voice) and named,
        part=spot.part, place=spot.place, sentence=spot.sentence, responsible_id=who, **words.cleaned(),
    )
    note(fact(events.FindingNoticed, finding), by=by, anonymous=tryout is not None or not named)
    return finding


def fact(kind: type[Any], finding: Finding, within: Edition | None = None, **data: Any) -> Any:
    """Return a fact about this finding."""
    return kind(subject=Ref.to(finding), within=Ref.to(within or finding.edition), data=data)


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of a finding. `aim` is the number of the edition in which it changes."""

    state: str
    because: str = ""
    aim: int | None = None
    old: str = ""
    new: str = ""


@transaction.atomic
def decide(*, finding: int, decision: Decision, version: int, by: Doer) -> Finding:
    """Decide, also for those that are about the same. Raises Stale with both texts, Conflict where the table has no such step."""
    rules.must_decide(by)
    row = locked(finding)
    rules.must_become(row, decision.state)
    because = clean_line(decision.because)[:400]
    rules.must_have_because(decision.state, because)
    changes: dict[str, Any] = {"state": decision.state, "because": because, "old": "", "new": "", "decided": None, "aim_id": None}
    if decision.state in (FindingState.WILL, FindingState.CHANGED):
        changes["aim_id"] = _edition(decision.aim, by=by).pk
    if decision.state == FindingState.CHANGED:
        changes |= {"old": clean_line(decision.old), "new": clean_line(decision.new)}
        rules.must_have_words(changes["old"], changes["new"])
    if decision.state in rules.DECIDED:
        changes["decided"] = clock.now()
    save_unchanged(row, version=version, changes=changes)
    for one in [row, *row.twins.filter(told__isnull=True)]:
        _become(one, row, changes, by=by)
    return row


def _become(one: Finding, head: Finding, changes: dict[str, Any], *, by: Doer) -> None:
    """Let a finding follow its head, and let the record say so."""
    if one is not head:
        Finding.objects.filter(pk=one.pk).update(version=one.version + 1, **changes)
    take_fact_back(key=events.SentenceChanged.key, subject=Ref.to(one), because="decided anew", by=by)
    note(fact(events.FindingDecided, one, state=str(changes["state"])), by=by)
    if changes["state"] == FindingState.CHANGED:
        note(fact(events.SentenceChanged, one, within=head.aim), by=by)


def _edition(number: int | None, *, by: Doer) -> Edition:
    """Return an edition that is not out yet: one in the making, or the next, which is begun by this."""
    found = Edition.objects.filter(number=number or 0, launched__isnull=True).first() or begin(by=by)
    if found.number != number:
        raise Invalid(_("Choose the edition in which it changes. It must be one that is not out yet."))
    return found


def locked(finding: int) -> Finding:
    """Return a finding as it is, so that nobody else decides before this is done."""
    row = Finding.objects.select_for_update(of=("self",)).select_related("edition").filter(pk=finding).first()
    if row is None:
        raise Missing()
    return row


@transaction.atomic
def ask_more(*, finding: int, question: str, by: Doer) -> Finding:
    """Ask whoever said it one question, by a letter through the sender; the editor learns no address. Raises Conflict when it was asked."""
    rules.must_decide(by)
    row = locked(finding)
    question = clean_line(question)[:400]
    if not any(sign.isalpha() for sign in question):
        raise Invalid(_("Write the question in words."))
    if row.question:
        raise Conflict(_("One question has been asked already. More than one is a burden."))
    if not write_question(row, question, by=by):
        raise Conflict(_("Whoever said this has left no address, or has had a letter this week already."))
    Finding.objects.filter(pk=row.pk).update(question=question)
    return row


@transaction.atomic
def hand_on(*, finding: int, person: int, by: Doer) -> None:
    """Give a finding to another editor."""
    rules.must_decide(by)
    row = locked(finding)
    if person not in {one.pk for one in editors()}:
        raise Invalid(_("Choose somebody who is an editor."))
    if row.responsible_id != person:
        Finding.objects.filter(pk=row.pk).update(responsible=person)
        note(fact(events.FindingHandedOn, row), by=by)


@transaction.atomic
def join(*, finding: int, same_as: int, by: Doer) -> Finding:
    """Say that two findings of a method are about the same. From now on the other one is decided for both. Returns it."""
    rules.must_decide(by)
    row, head = locked(finding), locked(same_as)
    head = head if head.same_as_id is None else locked(head.same_as_id)
    if head.pk == row.pk or head.key != row.key:
        raise Invalid(_("Choose another finding about the same method."))
    if row.told or head.told:
        raise Conflict(_("Somebody has been told about one of them already, so they stay apart."))
    like = {name: getattr(head, name) for name in ("state", "aim_id", "because", "old", "new", "decided")}
    for one in [row, *row.twins.all()]:
        Finding.objects.filter(pk=one.pk).update(same_as=head, version=one.version + 1, **like)
    return head


@transaction.atomic
def set_apart(*, finding: int, by: Doer) -> None:
    """Say that a finding is not about the same after all; it is decided for itself again."""
    rules.must_decide(by)
    Finding.objects.filter(pk=locked(finding).pk).update(same_as=None)


@transaction.atomic
def take_back(*, finding: int, by: Doer) -> None:
    """Whoever said it takes it back, before anything is decided."""
    row = locked(finding)
    rules.must_take_back(by, row)
    _delete(row, by=by)


@transaction.atomic
def take_back_of_workshop(*, finding: int, group: int, by: Doer) -> None:
    """Take away what was written down in a workshop of this group, before anything is decided. Who may is the caller's to know."""
    row = locked(finding)
    if row.workshop is None or row.workshop.group_id != group:
        raise Missing()
    rules.must_be_undecided(row)
    _delete(row, by=by)


def _delete(row: Finding, *, by: Doer) -> None:
    take_fact_back(key=events.FindingNoticed.key, subject=Ref.to(row), because="taken back", by=by)
    note(fact(events.FindingTakenBack, row), by=by, anonymous=not row.named)
    row.delete()


@transaction.atomic
def keep(*, key: str, person: int | None, by: Doer) -> None:
    """Say who of the editors looks after a method (the kit, where the key is empty); what is open goes to her."""
    rules.must_decide(by)
    if person is None:
        Keeper.objects.filter(key=key).delete()
        return
    if person not in {one.pk for one in editors()}:
        raise Invalid(_("Choose somebody who is an editor."))
    row, _new = Keeper.objects.update_or_create(key=key, defaults={"person_id": person})
    if key:
        Finding.objects.filter(key=key, state__in=rules.OPEN).update(responsible=person)
    note(events.FindingHandedOn(subject=Ref.to(row)), by=by)


@transaction.atomic
def leave_nothing_behind(*, by: Doer) -> int:
    """Give what those have who are no editors any more to somebody who is. Returns how many findings changed hands."""
    there = {one.pk for one in editors()}
    rows = Finding.objects.filter(told__isnull=True)
    left = rows.exclude(responsible__in=there) if there else rows.filter(responsible__erased__isnull=False)
    Keeper.objects.exclude(person__in=there).delete()
    moved = 0
    for key in sorted(set(left.values_list("key", flat=True))):
        who = responsible_for(key)
        if who is not None:
            moved += left.filter(key=key).exclude(responsible=who).update(responsible=who)
    return moved
