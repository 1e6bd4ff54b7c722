"""What several have said in other words, put together: challenges in every state, as people of both sides made them.

Played by the commands that people's presses call. A deed finds nothing to do where nobody has said it by then.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from samskaper.areas.cocreation.commands import challenges, grouping, parties, statements
from samskaper.areas.cocreation.commands.ground import write_of_lost_ground
from samskaper.areas.cocreation.models import Challenge, Contact, Party, PartyKind, Shown, Statement, StatementState
from samskaper.areas.cocreation.rules.parties import LINK
from samskaper.commons.people.doer import Doer, DoerKind
from samskaper.commons.people.middleware import doer_of
from samskaper.foundation.refs import Ref
from samskaper.portal.demonstration import said
from samskaper.portal.demonstration.series import Deed, Series

A_DAY = dt.timedelta(days=1)
EARLY, LATE = dt.date(2022, 9, 19), dt.date(2022, 10, 4)  # when the first conversations are written down, and all of them
ALONE, BUS, ROOM, TIRED, NEW = (0, 3, 6, 9, 12), (1, 4, 7, 10, 13), (2, 5, 8, 11, 14), (15, 19), (16, 17)


@dataclass(frozen=True, slots=True)
class Plan:
    """A challenge of the demonstration: its words, the sentences behind it, when it is noted, and what becomes of it.

    `fate`: "noted", "asked" (worded by an association, no library yet), "shared", "better" (shared in the association's words),
    "fallen" (shared until the last who had confirmed took it back).
    """

    wording: str
    behind: tuple[int, ...]
    day: dt.date
    fate: str
    most: int
    joined: tuple[str, ...] = ()
    better: str = ""


PLANS = (
    Plan("Mange går dager uten å snakke med noen", ALONE[:2], EARLY, "shared", 7, ("Vi kan ringe på til tre hver uke", "Kaffe på torsdager")),
    Plan("Uten bil kommer ingen seg hjem om kvelden", BUS, EARLY + A_DAY, "better", 6, ("To som kan kjøre", ""), "Vi vil at alle skal komme seg hjem"),
    Plan("Vi har ikke et sted å være om kvelden", ROOM[:3], EARLY + 2 * A_DAY, "shared", 5, ("Nøkkel til kommunehuset",)),
    Plan("De samme fem gjør alt", TIRED[:1], EARLY + 2 * A_DAY, "noted", 4),
    Plan("Nye folk vet ikke hva som skjer her", NEW[:1], EARLY + 3 * A_DAY, "asked", 3),
    Plan("Det er vanskelig å komme alene første gang", (3, 6), EARLY + 3 * A_DAY, "fallen", 4),
    Plan("Instrumenta står ikkje trygt nokon stad", (11, 8), EARLY + 4 * A_DAY, "noted", 3),
)
PAST = (
    Plan("Folk bor tett og kjenner ikke hverandre", ALONE, LATE, "shared", 6, ("Vi åpner døra på tirsdager",)),
    Plan("Kvelden er over når bussen slutter å gå", BUS, LATE, "better", 6, ("To som kan kjøre", ""), "Vi deler på kjøringen til det går en buss"),
    Plan("Vi har ingen steder å øve", ROOM, LATE + A_DAY, "shared", 5, ("Nøkkel til kommunehuset",)),
    Plan("Søknader tar mer tid enn det vi søker om", (19,), LATE, "shared", 5, ("En som har skrevet mange søknader",)),
    Plan(
        "Ungdommene kommer seg ikke hjem fra trening", (7,), LATE + A_DAY, "better", 4, ("Foreldre som kan dele på turene",),
        "Ingen skal måtte slutte fordi de ikke kommer seg hjem",
    ),
    Plan("Den som mister noen, blir sittende alene", (12,), LATE + A_DAY, "asked", 3),
    Plan("Det som virker, må få være i fred", (17,), LATE + 2 * A_DAY, "noted", 4),
    Plan("Eldre savner noen å lære bort til", (18,), LATE + 2 * A_DAY, "fallen", 3),
)


class Challenges:
    """Puts together what was said in a series."""

    def __init__(self, series: Series) -> None:
        self.series = series
        self._made: dict[str, Challenge] = {}

    def deeds(self) -> Iterator[Deed]:
        """Return what people do with challenges, each at its moment."""
        is_over = self.series.gatherings[-1].starts <= self.series.until
        for number, plan in enumerate(PAST if is_over else PLANS):
            day = plan.day
            yield self.series.day(day, 10, number), partial(self._note, plan)
            if plan.fate in ("shared", "better", "fallen"):
                yield self.series.day(day + A_DAY, 19, number), partial(self._accept, plan, number)
            for place, offers in enumerate(plan.joined):
                yield self.series.day(day + 2 * A_DAY, 18 + place, number), partial(self._join, plan, place, offers)
            if plan.fate == "fallen":
                yield self.series.day(day + 3 * A_DAY, 20, number), partial(self._take_back, plan)
                yield self.series.day(day + 4 * A_DAY, 9, number), write_of_lost_ground

    def _note(self, plan: Plan) -> None:
        found = self._said(plan)
        if not found:
            return
        ticked, talk = [one.pk for one in found], found[0].conversation
        if plan.fate == "asked":
            own = [one.pk for one in found if one.conversation.party_id == talk.party_id]
            self._made[plan.wording] = grouping.note_down(statements=own, wording=plan.wording, **_them(talk.party))
        else:
            self._made[plan.wording] = grouping.note_down(statements=ticked, wording=plan.wording, **_us(found[0]))

    def _said(self, plan: Plan) -> list[Statement]:
        """Return what was said of it until now, one thing of each association first, and nothing of residents alone."""
        words = [said.SAID[number] for number in plan.behind]
        rows = Statement.objects.filter(
            conversation__within_kind="programmes.programme", conversation__within_id=self.series.programme.pk, grouped__isnull=True,
            state__in=(StatementState.AGREED, StatementState.CONFIRMED), wording__in=words,
        ).exclude(shown=Shown.NOT).select_related("conversation__party", "conversation__owner")
        found = list(rows.order_by("conversation__party__kind", "pk")[:60])
        first = {one.conversation.party_id: one for one in reversed(found)}
        return sorted(first.values(), key=lambda one: (one.conversation.party.kind != PartyKind.ASSOCIATION, one.pk))[: plan.most]

    def _accept(self, plan: Plan, number: int) -> None:
        """An association confirms what it said and stands by the words, or says them better first; a second follows."""
        made = self._made.get(plan.wording)
        for place, one in enumerate(self._behind(made)[:2] if made else ()):
            assert made is not None
            them = _them(one.conversation.party)
            if one.state != StatementState.CONFIRMED and (place == 0 or plan.fate != "fallen"):
                statements.confirm(statement=one.pk, wording=one.wording, version=one.version, **them)
            made.refresh_from_db()
            shown = Shown.BY_NAME if (number + place) % 2 else Shown.COUNTY
            if place == 0 and plan.fate == "better":
                challenges.reword(challenge=made, wording=plan.better, version=made.version, shown=shown, **them)
                challenges.accept(challenge=made, number=made.number + 1, **_us(one))
            else:
                challenges.accept(challenge=made, number=made.number, shown=shown, **them)

    def _behind(self, made: Challenge) -> list[Statement]:
        rows = Statement.objects.filter(grouped__challenge=made).select_related("conversation__party", "conversation__owner")
        return sorted(rows, key=lambda one: (one.conversation.party.kind == PartyKind.RESIDENT, one.pk))

    def _join(self, plan: Plan, place: int, offers: str) -> None:
        made = self._made.get(plan.wording)
        behind = self._behind(made) if made else []
        if made and place < len(behind):
            who = _us(behind[0]) if place == 1 else {**_them(behind[place].conversation.party), "shown": Shown.BY_NAME}
            challenges.join(challenge=made, offers=offers, **who)

    def _take_back(self, plan: Plan) -> None:
        """Whoever had confirmed it takes it back: nobody is told why, and the challenge is only noted again."""
        made = self._made.get(plan.wording)
        for one in self._behind(made) if made else ():
            if one.state == StatementState.CONFIRMED:
                statements.withdraw(statement=one.pk, **_them(one.conversation.party))


def _us(one: Statement) -> dict[str, Any]:
    """Return the library that heard it, by somebody who listened."""
    listener = one.conversation.listeners.select_related("person").order_by("pk")[0]
    return {"library": one.conversation.owner_id, "by": doer_of(listener.person)}


def _them(party: Party) -> dict[str, Any]:
    """Return whoever speaks for a party; those who have had no letter got the link on paper."""
    contact = Contact.objects.filter(party=party, until__isnull=True).order_by("pk").first()
    if contact is None:
        talk = party.conversations.order_by("pk")[0]
        by = doer_of(talk.listeners.select_related("person").order_by("pk")[0].person)
        contact = parties.name_contact(party=party, owner=talk.owner, email=f"kontakt{party.pk}@lag.example", name="Kontakten", by=by)
    return {"contact": contact, "by": Doer(DoerKind.BEARER, link=(LINK, Ref.to(contact)))}
