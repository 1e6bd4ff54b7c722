"""Kind remarks on a plan: what may go wrong, and what helps. Never a refusal. No database."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskaper.areas.startkit.rules.agenda import DAY, METHOD, Row, length
from samskaper.editorial.texts import Phase

LONG = 180  # minutes; few volunteers have more in one go
LATE = 21 * 60 + 30
FEW_MINUTES = 0.6  # of what a method asks for: below this it is another method


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark on the row `row` (0: on the whole plan), and `help` from the method where it has some."""

    words: str
    row: int = 0
    help: str = ""


def remarks(rows: Sequence[Row], *, starts: dt.time, people: int | None) -> list[Remark]:
    """Return what there is to say about a plan, the whole of it first."""
    found = [*_on_length(rows, starts)]
    for row in rows:
        if row.kind == METHOD:
            found += [*_on_method(row), *_on_minutes(row), *(_on_people(row, people) if people and row.begins_method else ())]
    return [*found, *_on_order(rows)]


def _on_length(rows: Sequence[Row], starts: dt.time) -> Iterator[Remark]:
    total = length(rows)
    end = starts.hour * 60 + starts.minute + total
    if end > DAY:
        yield Remark(_("It goes on past midnight. Is the hour when it begins right?"))
    elif end > LATE and starts.hour >= 15:
        yield Remark(_("It ends late. People who are up early leave before the end, and the end is where you agree on something."))
    if total > LONG and starts.hour >= 15:
        yield Remark(_("It lasts more than three hours of an evening. Which of it can wait for another day?"))


def _on_method(row: Row) -> Iterator[Remark]:
    if row.text is None:
        yield Remark(_("This method is no longer in the kit. The row stays as it is, without its steps."), row.pk)
    elif row.online and not row.text.online_steps:
        yield Remark(_("This method has no online variant, so these are the steps on site."), row.pk)


def _on_minutes(row: Row) -> Iterator[Remark]:
    """Say which steps get shorter when there are fewer minutes than the method asks for."""
    if row.minutes >= row.asks:
        return
    shorter = [(new.title, new.minutes) for new, old in zip(row.steps, row.own_steps, strict=True) if new.minutes < old.minutes]
    named = "; ".join(
        ngettext("“%(step)s” to %(n)d minute", "“%(step)s” to %(n)d minutes", minutes) % {"step": step, "n": minutes} for step, minutes in shorter
    )
    said = ngettext("It asks for %(asks)d minute; here it has %(n)d.", "It asks for %(asks)d minutes; here it has %(n)d.", row.asks)
    words = said % {"asks": row.asks, "n": row.minutes}
    if row.minutes < row.asks * FEW_MINUTES:
        yield Remark(_("%(said)s That is tight. A shorter method may give more.") % {"said": words}, row.pk)
    else:
        yield Remark(_("%(said)s Shorten %(steps)s.") % {"said": words, "steps": named}, row.pk)


def _on_people(row: Row, people: int) -> Iterator[Remark]:
    if row.text is None:
        return
    least, most = row.text.people
    if people < least:
        words = ngettext("It is made for at least %(least)d people, and you are %(n)d.", "It is made for at least %(least)d people, and you are %(n)d.", people)
        yield Remark(words % {"least": least, "n": people}, row.pk, row.text.with_5 if people <= 7 else "")
    elif people > most:
        words = ngettext("It is made for at most %(most)d people, and you are %(n)d.", "It is made for at most %(most)d people, and you are %(n)d.", people)
        yield Remark(words % {"most": most, "n": people}, row.pk, row.text.with_40 if people >= 25 else "")


def _on_order(rows: Sequence[Row]) -> Iterator[Remark]:
    """Say where a method of a later phase stands before one of an earlier."""
    order = [phase.value for phase in Phase]
    last: Row | None = None
    for row in rows:
        if row.text is None or not row.begins_method:
            continue
        if last is not None and last.text is not None and order.index(row.text.phase) < order.index(last.text.phase):
            said = {"early": row.name, "phase": row.text.phase_words.lower(), "late": last.name, "later": last.text.phase_words.lower()}
            words = _("“%(late)s” is there to %(later)s, and comes before “%(early)s”, which is there to %(phase)s. Move one if you meant it the other way.")
            yield Remark(words % said, row.pk)
        last = row
