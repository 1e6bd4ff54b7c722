"""The conversations of a series: whom each participant talks with, what they say, and what becomes of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from typing import Any

from samskaper.areas.cocreation.commands import conversations, links, parties, statements
from samskaper.areas.cocreation.models import Contact, Conversation, Party, PartyKind, ReadBack, Shown, Statement
from samskaper.areas.cocreation.rules.parties import LINK
from samskaper.areas.programmes.models import Action, Enrolment
from samskaper.commons.people.doer import Doer, DoerKind
from samskaper.commons.people.models import Organisation
from samskaper.foundation.refs import Ref
from samskaper.portal.demonstration import said
from samskaper.portal.demonstration.series import Deed, Series

A_DAY = dt.timedelta(days=1)
ANSWERS = {0: "confirm", 3: "correct", 6: "object", 9: "withdraw"}  # what the other party does, by the number of the participant


class Talks:
    """Holds the conversations that a series asks for, and plans those that lie ahead."""

    def __init__(self, series: Series) -> None:
        self.series = series
        self._held: dict[tuple[int, int], Conversation] = {}

    def hold(self, action: Action, row: Enrolment, number: int, day: dt.date) -> Iterator[Deed]:
        """A conversation that was held on `day`: planned a week before, read back the day after, answered by some."""
        key, at = (action.pk, row.pk), self.series.day
        yield at(day - 6 * A_DAY, 10, number), partial(self._plan, key, action, row, number, day)
        yield at(day, 14, number), partial(self._write, key, row, number, day)
        if number % 5 != 2:
            yield at(day + A_DAY, 11, number), partial(self._read_back, key, row, number, day)
        if number % 3 == 0 and action.number % 2 == 0:
            yield at(day + 2 * A_DAY, 19, number), partial(self._answer, key, row, number)

    def ahead(self, action: Action, row: Enrolment, number: int, opens: dt.date) -> Iterator[Deed]:
        """A conversation that is agreed on and lies ahead; one in seven does not come about."""
        key, met = (action.pk, row.pk), opens + dt.timedelta(days=8 + number % 5)
        yield self.series.day(opens + A_DAY, 12, number), partial(self._plan, key, action, row, number, met)
        if number % 7 == 0:
            yield self.series.day(opens + 3 * A_DAY, 12, number), partial(self._call_off, key, row)

    def _party(self, town: Organisation, number: int, by: Doer) -> Party:
        """Return whom to talk with, written down by the first who asks."""
        name, kind = said.PARTIES[number % len(said.PARTIES)]
        called = name % town.name.removesuffix(" bibliotek")
        found = Party.objects.filter(name=called).first()
        return found or parties.add_party(owner=town, kind=kind, name=called, county=town.county, is_demo=True, by=by)

    def _plan(self, key: tuple[int, int], action: Action, row: Enrolment, number: int, day: dt.date) -> None:
        by, town = self.series.doer(row.person), self.series.world.homes[row.person_id]
        self._held[key] = conversations.plan(
            party=self._party(town, number + 4 * action.number, by), owner=town, planned_for=day + self.series.shift, by=by,
            place="Hos dem" if number % 2 else "På biblioteket", source=Ref.to(action), within=Ref.to(self.series.programme),
        )

    def _write(self, key: tuple[int, int], row: Enrolment, number: int, day: dt.date) -> None:
        first = (number * 3 + key[0]) % len(said.SAID)
        words = [said.SAID[(first + step * 7) % len(said.SAID)] for step in range(1 + number % 3)]
        conversations.write_down(
            conversation=self._held[key], held_on=day + self.series.shift, said=words, thoughts="", version=1, thoughts_version=1,
            next_step=said.NEXT_STEPS[number % len(said.NEXT_STEPS)], by=self.series.doer(row.person),
        )

    def _read_back(self, key: tuple[int, int], row: Enrolment, number: int, day: dt.date) -> None:
        waiting = list(self._held[key].statements.values_list("pk", flat=True))
        statements.read_back(
            conversation=self._held[key], statements=waiting, how=ReadBack.PHONE if number % 4 == 0 else ReadBack.ALOUD,
            on=day + self.series.shift, by=self.series.doer(row.person),
        )

    def _answer(self, key: tuple[int, int], row: Enrolment, number: int) -> None:
        """Whoever speaks for the party gets the link, and does something with what was said; some stay silent."""
        talk, by = self._held[key], self.series.doer(row.person)
        address = f"kontakt{talk.party_id}@lag.example"
        contact = parties.name_contact(party=talk.party, owner=talk.owner, email=address, name="Kontakten", by=by)
        links.send_link(conversation=talk, contact=contact, by=by)
        first = talk.statements.first()
        if first is not None and (act := ANSWERS.get(number % 15)):
            _press(act, first, contact)

    def _call_off(self, key: tuple[int, int], row: Enrolment) -> None:
        conversations.call_off(conversation=self._held[key], by=self.series.doer(row.person))


def _press(act: str, statement: Statement, contact: Contact) -> None:
    which: dict[str, Any] = {"statement": statement.pk, "contact": contact, "by": Doer(DoerKind.BEARER, link=(LINK, Ref.to(contact)))}
    if act == "confirm":
        statements.confirm(wording=statement.wording, version=statement.version, **which)
        statements.show_as(shown=Shown.COUNTY if contact.party.kind == PartyKind.RESIDENT else Shown.BY_NAME, **which)
        statements.add_own(conversation=statement.conversation, contact=contact, wording=said.ADDED[statement.pk % len(said.ADDED)], by=which["by"])
    elif act == "correct":
        statements.correct(wording=said.OWN_WORDS[statement.pk % len(said.OWN_WORDS)], version=statement.version, **which)
    elif act == "object":
        statements.object_to(**which)
    else:
        statements.withdraw(**which)
