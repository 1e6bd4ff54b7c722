"""What came of conversations in the demonstration: initiatives of both sides, in every state, some of them years old."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from samskaper.areas.cocreation.commands import going, parties, partners, reminding
from samskaper.areas.cocreation.commands import initiatives as commands
from samskaper.areas.cocreation.models import (
    Challenge,
    Contact,
    Conversation,
    Initiative,
    Joining,
    PartnerRole,
    PartyKind,
    Shown,
    StillGoing,
)
from samskaper.areas.cocreation.rules.parties import LINK
from samskaper.commons.anchoring.models import PlanSection
from samskaper.commons.people.doer import Doer, DoerKind
from samskaper.commons.people.middleware import doer_of
from samskaper.foundation import clock
from samskaper.foundation.refs import Ref
from samskaper.portal.demonstration.series import Series, moment

KINDS = (PartyKind.ASSOCIATION, PartyKind.INFORMAL_GROUP)
LAST_TALK = dt.date(2022, 10, 3)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two who met: an employee on behalf of her library, and whoever speaks for an association. `talk` is where they met."""

    talk: Conversation
    us: dict[str, Any]
    them: dict[str, Any]

    @property
    def home(self) -> dict[str, Any]:
        """Who answers for what these two propose, and where it comes from."""
        challenge = _challenge_of(self.talk)
        source = Ref.to(challenge) if challenge else Ref.to(self.talk)
        return {"owner": self.talk.owner, "county": self.talk.party.county or self.talk.owner.county, "within": self.talk.within, "source": source}


def _challenge_of(talk: Conversation) -> Challenge | None:
    """Return a challenge that something said in this conversation is in, or that its party has joined."""
    said = Challenge.objects.filter(grouped__statement__conversation=talk)
    joined = Challenge.objects.filter(pk__in=Joining.objects.filter(party=talk.party_id).values("challenge"))
    return said.order_by("pk").first() or joined.order_by("pk").first()


def _pairs(series: Series) -> list[Pair]:
    """Return one pair for each association that was met in a series, and whoever met it first."""
    found: dict[int, Pair] = {}
    held = Conversation.objects.filter(within_kind="programmes.programme", within_id=series.programme.pk, state="held", party__kind__in=KINDS)
    for talk in held.select_related("party__county", "owner__county").prefetch_related("listeners__person").order_by("held_on", "pk"):
        listener = talk.listeners.all()[0].person
        if talk.party_id not in found:
            by = doer_of(listener)
            found[talk.party_id] = Pair(talk, {"library": talk.owner_id, "by": by}, _them(talk, by))
    return list(found.values())


def _them(talk: Conversation, by: Doer) -> dict[str, Any]:
    contact = Contact.objects.filter(party=talk.party_id, owner=talk.owner_id, until__isnull=True).first()
    contact = contact or parties.name_contact(party=talk.party, owner=talk.owner, email=f"kontakt{talk.party_id}@lag.example", name="Kontakten", by=by)
    return {"contact": contact, "by": Doer(DoerKind.BEARER, link=(LINK, Ref.to(contact)))}


def _propose(pair: Pair, title: str, about: str, *, brings: str = "", ask: bool = True) -> Initiative:
    """The library proposes it and asks the association to own it too."""
    made = commands.propose(title=title, about=about, brings=brings, **pair.home, **pair.us)
    if ask:
        partners.ask(initiative=made.pk, asked=pair.talk.party, role=PartnerRole.OWNER, **pair.us)
    return made


def _next(made: Initiative, words: str, day: dt.date, who: dict[str, Any]) -> None:
    made.refresh_from_db()
    commands.set_next_step(initiative=made.pk, next_step=words, next_step_on=day, version=made.version, **who)


def _result(made: Initiative, words: str, who: dict[str, Any]) -> None:
    made.refresh_from_db()
    commands.tell_result(initiative=made.pk, came_of_it=words, version=made.version, **who)


def _answer(made: Initiative, months: int, answer: str, words: str, who: dict[str, Any]) -> None:
    """On the day of the question the owners are asked, and one of them answers two days later."""
    row = StillGoing.objects.get(initiative=made, months=months)
    with clock.at(moment(row.due_on, 7)):
        reminding.ask_still_going()
    with clock.at(moment(row.due_on + dt.timedelta(days=2), 19)):
        going.answer(initiative=made.pk, question=row.pk, answer=answer, words=words, before="", **who)


def years_ago(series: Series) -> None:
    """What began in the finished series: one that goes on, one that ended with a lesson, one that is done, one of an association alone."""
    rides, evenings, phone, shed = _pairs(series)[:4]
    with clock.at(moment(LAST_TALK, 15)):
        lift = _propose(rides, "Skyss til kveldene", "Den som har bil, kjører den som ikke har. Lista henger på biblioteket.", brings="Lista og telefonen")
        songs = _propose(evenings, "Sangkafé på torsdager", "Kaffen står på, noen tar med en sang. Ingen må kunne noe.", brings="Rommet, til klokka ni")
        calls = _propose(phone, "Ringevenner", "To som ikke kjenner hverandre, snakkes på telefonen en gang i uka.")
    with clock.at(moment(LAST_TALK + dt.timedelta(days=6), 20)):
        partners.say_yes(initiative=lift.pk, brings="Fire som kjører", shown=Shown.BY_NAME, **rides.them)
        partners.say_yes(initiative=songs.pk, brings="Piano og allsanghefter", **evenings.them)
        partners.say_yes(initiative=calls.pk, **phone.them)
        open_shed = commands.propose(
            title="Åpent redskapsskur", about="Henger, stiger og jordbor som alle kan låne. Nøkkelen er hos naboen.", brings="Skuret",
            **shed.home, **shed.them,
        )
        commands.do(deed="begin", initiative=open_shed.pk, **shed.them)
    _answer(lift, 6, "going", "Elleve turer i måneden. Det er de samme fire som kjører.", rides.them)
    _answer(songs, 6, "changed", "Nå er det hver annen torsdag, og noen har begynt å ta med strikketøyet.", evenings.us)
    _answer(calls, 6, "ended", "Ingen ville ringes av noen de ikke hadde møtt. Neste gang begynner vi med å spise sammen.", phone.them)
    with clock.at(moment(dt.date(2023, 4, 20), 10)):
        _result(calls, "Det holdt i fire måneder. Vi lærte at folk må møtes før de ringer, og at det er lov å slutte.", phone.us)
    _answer(lift, 12, "going", "Nå står det seks på lista, og en av dem er atten.", rides.us)
    _answer(open_shed, 6, "going", "Tilhengeren er ute hver helg.", shed.them)
    with clock.at(moment(dt.date(2023, 10, 12), 20)):
        _result(songs, "Førti kvelder. Tre som flyttet hit, ble kjent med noen der.", evenings.them)
        commands.do(deed="finish", initiative=songs.pk, **evenings.us)
    with clock.at(moment(dt.date(2025, 3, 4), 20)):
        what = "Det ble stiftet en konsertforening av dem som møttes på sangkafeen"
        commands.add_spin_off(initiative=songs.pk, what=what, year=2025, **evenings.them)
    _serve(lift, 3, "Den som er ny her, blir hentet.", rides.us, day=dt.date(2025, 3, 5))


def under_way(series: Series, *, today: dt.date) -> None:
    """What begins in the running series: proposed and not answered, going with a step ahead or gone by, and given up."""
    key, board, bus, choir, rope, garden = _pairs(series)[4:10]
    with clock.at(moment(today - dt.timedelta(days=6), 14)):
        hall = _propose(key, "Nøkkelen på rundgang", "Kommunehuset åpnes om kvelden av dem som har nøkkelen den uka.", brings="Nøkkelskap og vaktliste")
        _propose(board, "Én oppslagstavle for alt", "Det som skjer i bygda, står ett sted: på veggen ved inngangen.")
        saturday = _propose(bus, "Lørdagsbussen", "En minibuss til byen og hjem igjen, én lørdag i måneden.", brings="Noen å ringe til")
        weave = _propose(rope, "Tauverksted", "De som kan spleise, lærer det bort til dem som vil.", ask=False)
    with clock.at(moment(today - dt.timedelta(days=5), 19)):
        partners.say_yes(initiative=hall.pk, brings="To som låser opp og igjen", shown=Shown.BY_NAME, **key.them)
        partners.say_yes(initiative=saturday.pk, brings="Sjåfør og bil", **bus.them)
        _next(saturday, "Ringe dem som har minibuss", today - dt.timedelta(days=2), bus.them)
        _next(hall, "Møte vaktmesteren og få tre nøkler til", today + dt.timedelta(days=9), key.us)
        commands.do(deed="end", initiative=weave.pk, **rope.us)
        _result(weave, "Den ene som kunne det, hadde flyttet. Vi spør videre neste gang.", rope.us)
        lawn = commands.propose(
            title="Språkkafé i hagen", about="Vi snakker norsk mens vi luker. Alle kan si navnet på en plante.", brings="Hagen", **garden.home, **garden.them
        )
        partners.ask(initiative=lawn.pk, asked=garden.talk.owner, role=PartnerRole.OWNER, **garden.them)
        sing = commands.propose(title="Kor og kaffe på sykehjemmet", about="En time hver onsdag. De som bor der, velger sangene.", **choir.home, **choir.them)
        commands.do(deed="begin", initiative=sing.pk, **choir.them)
        _next(sing, "Spørre avdelingslederen om rommet", today + dt.timedelta(days=4), choir.them)
    with clock.at(moment(today - dt.timedelta(days=4), 9)):
        partners.say_yes(initiative=sing.pk, brings="Sangbøker med stor skrift", **key.us)
    with clock.at(moment(today - dt.timedelta(days=2), 7)):
        reminding.remind()
    _serve(hall, 0, "Huset åpnes uten at noen må være på jobb.", key.us, day=today - dt.timedelta(days=1))
    _serve(lawn, 3, "En hage er lettere å komme til enn et møte.", garden.them, day=today - dt.timedelta(days=1))


def _serve(made: Initiative, place: int, says: str, who: dict[str, Any], *, day: dt.date) -> None:
    """Tie it to the sentence of the municipal plan that stands at this place."""
    section = PlanSection.objects.filter(document__publisher="Tverrdal kommune").order_by("order")[place]
    with clock.at(moment(day, 12)):
        commands.serve(initiative=made.pk, section=section, says=says, **who)
