"""Telling those who said something what came of it: one letter at the launch of an edition, and at a no right away.

Written by the worker, few at a time. Each finding is told once, whatever happens in between; an address that lies apart is
deleted in the transaction in which its letter is written.
"""

from __future__ import annotations

from django.db import transaction
from django.db.models import Max, Q

from samskaper.areas.startkit.commands.asking import may_have_another, write_again
from samskaper.areas.startkit.commands.tryouts import delete_address
from samskaper.areas.startkit.commands.voice_letters import write
from samskaper.areas.startkit.events import revision as events
from samskaper.areas.startkit.models import AskAgain, Edition, Finding, Voice
from samskaper.areas.startkit.models import FindingState as State
from samskaper.areas.startkit.queries.editions import before, text_in
from samskaper.areas.startkit.rules.sentences import changed_sentences, likely
from samskaper.areas.startkit.rules.tryouts import WEEK
from samskaper.commons.people.doer import SYSTEM, Doer
from samskaper.commons.people.queries.installation import installation
from samskaper.commons.record.commands import note
from samskaper.editorial.queries import methods
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref

AT_ONCE = 25


def tell_those_due() -> int:
    """Settle what was to change in editions that are out, then write some of the letters. Returns how many were dealt with."""
    return settle_launched(by=SYSTEM) + tell_some(by=SYSTEM)


def due() -> Q:
    """What may be told: a change when its edition is out, a no right away, and “not this time” at the next launch."""
    last = Edition.objects.aggregate(last=Max("launched"))["last"]
    out = Q(state=State.CHANGED, aim__launched__isnull=False) | Q(state=State.NO)
    return out | Q(state=State.LATER, decided__lte=last) if last else out


@transaction.atomic
def settle_launched(*, by: Doer) -> int:
    """Where a sentence that was to change has changed with the edition, write down both; where not, it is looked at anew."""
    rows = Finding.objects.select_for_update(of=("self",)).filter(state=State.WILL, aim__launched__isnull=False, same_as__isnull=True)
    count = 0
    for row in rows.select_related("edition", "aim").order_by("pk")[:AT_ONCE]:
        _settle(row, by=by)
        count += 1
    return count


def _settle(row: Finding, *, by: Doer) -> None:
    assert row.aim is not None
    old, new = (text_in(edition, row.key, row.language) if edition else None for edition in (before(row.aim), row.aim))
    pair = likely(changed_sentences(old, new), part=row.part, sentence=row.sentence) if old and new else None
    changes: dict[str, object] = {"state": State.SEEN, "aim": None, "decided": None}
    if pair is not None:
        changes = {"state": State.CHANGED, "old": pair.old, "new": pair.new, "decided": clock.now()}
    for one in [row, *row.twins.filter(told__isnull=True)]:
        Finding.objects.filter(pk=one.pk).update(version=one.version + 1, **changes)
        if pair is not None:
            note(events.SentenceChanged(subject=Ref.to(one), within=Ref.to(row.aim)), by=by)


def tell_some(*, by: Doer) -> int:
    """Write to some of those whom something can be told, and close what nobody needs to be told of. Returns how many letters."""
    waiting = Finding.objects.filter(due(), told__isnull=True)
    reached = Q(tryout__ticket="") | Q(tryout__isnull=True)
    out = Q(aim__launched__isnull=False) | Q(state=State.LATER)
    waiting.filter(reached, out, voice__isnull=True).update(told=clock.now())
    heard = Q(wrote__isnull=True) | Q(wrote__lte=clock.now() - WEEK)
    voices = Voice.objects.filter(heard, pk__in=waiting.values("voice")).values_list("pk", flat=True).order_by("pk")
    told = sum(_tell_voice(number, by=by) for number in list(voices[:AT_ONCE]))
    tickets = waiting.exclude(tryout__ticket="").values("tryout__ticket")
    asked = AskAgain.objects.filter(ticket__in=tickets).values_list("pk", flat=True).order_by("pk")
    return told + sum(_tell_asked(number, by=by) for number in list(asked[:AT_ONCE]))


@transaction.atomic
def _tell_voice(number: int, *, by: Doer) -> int:
    voice = Voice.objects.select_for_update(of=("self",)).select_related("edition", "group__county").filter(pk=number).first()
    if voice is None or not may_have_another(voice):
        return 0
    found = _take(Q(voice=voice))
    if not found:
        return 0
    owner = voice.group.owner_id if voice.group else installation().library_id
    write(voice, "told", owner=owner, by=by, findings=_lines(found, voice.language))
    voice.wrote = clock.now()
    voice.save(update_fields=["wrote"])
    _note(found, by=by)
    return 1


@transaction.atomic
def _tell_asked(number: int, *, by: Doer) -> int:
    asked = AskAgain.objects.select_for_update().filter(pk=number).first()
    if asked is None:
        return 0
    found = _take(Q(tryout__ticket=asked.ticket))
    if not found:
        return 0
    write_again(asked, "again_told", findings=_lines(found, asked.language))
    delete_address(asked, letters=False)
    _note(found, by=by)
    return 1


def _take(whose: Q) -> list[Finding]:
    """Take what is due, so that it is told once."""
    rows = Finding.objects.select_for_update(of=("self",)).filter(due(), whose, told__isnull=True).select_related("aim").order_by("pk")
    found = list(rows)
    Finding.objects.filter(pk__in=[one.pk for one in found]).update(told=clock.now())
    return found


def _lines(found: list[Finding], language: str) -> list[dict[str, object]]:
    titles = {one.slug: one.title for one in methods(language)}
    return [{"title": titles.get(one.key, one.key), "finding": one, "changed": one.state == State.CHANGED} for one in found]


def _note(found: list[Finding], *, by: Doer) -> None:
    note(events.VoicesTold(subject=Ref("startkit.edition", found[0].edition_id), data={"findings": len(found)}), by=by, anonymous=True)
