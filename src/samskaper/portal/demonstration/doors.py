"""Three open doors in the demonstration, and what has come in by them: waiting, late, answered, planned, and talked about."""

from __future__ import annotations

import datetime as dt

from samskaper.areas.cocreation.commands import conversations
from samskaper.areas.cocreation.commands import doors as commands
from samskaper.areas.cocreation.models import Conversation, Party
from samskaper.commons.people.doer import GUEST, Doer
from samskaper.commons.people.middleware import doer_of
from samskaper.commons.people.models import Organisation, Person
from samskaper.foundation import clock
from samskaper.portal.demonstration.series import moment
from samskaper.portal.demonstration.world import World

A_DAY = dt.timedelta(days=1)
OPEN = (0, 1, 2)  # towns, by their place
WELCOME = ("Kom som du er, med det du har.", "", "Vi har kaffe på kanna og tid til å lytte.")
BROUGHT = (  # town, days ago, kind, who, name, e-mail, how shown
    (0, 2, "challenge", "informal_group", "Torsdagsgjengen", "torsdag@lag.example", "county"),
    (1, 12, "challenge", "resident", "", "", "county"),
    (0, 20, "idea", "association", "Tverrdal skolekorps", "korps@lag.example", "name"),
    (2, 26, "idea", "resident", "Mina", "mina@post.example", "county"),
    (0, 41, "challenge", "association", "Tverrdal pensjonistforening", "pensjonist@lag.example", "name"),
)
WORDS = (
    "Vi er ti som strikker på torsdager, og lokalet vi har brukt, skal selges. Hvor kan vi være om kvelden?",
    "Bussen hjem går klokka fem. Ungene mine får ikke vært med på noe på biblioteket om ettermiddagen.",
    "Vi kan spille utenfor biblioteket den første lørdagen i måneden, så flere finner veien inn.",
    "Jeg er ny her og snakker arabisk. Kan vi ha en ettermiddag der vi lager mat og øver på hverandres språk?",
    "Mange av oss tør ikke bruke banken på nettet alene. Finnes det noen unge som kan sitte ved siden av?",
)
ANSWERS = {
    2: "For en god idé! Vi setter fram stoler og kaffe. Kommer dere første lørdag i neste måned, klokka 11?",
    3: "Så fint at du skrev, Mina. Det vil jeg gjerne høre mer om. Jeg ringer deg, så finner vi en dag.",
    4: "Takk for at dere sier fra. Jeg kommer til dere på tirsdagskaffen, så snakker vi om det.",
}
SAID = "De unge kan lære oss banken på nettet, og vi kan lære dem å strikke."


def open_up(world: World, *, today: dt.date) -> None:
    """Open three doors, let five come by them, and answer three."""
    keepers = {}
    for place, welcome in zip(OPEN, WELCOME, strict=True):
        town = world.towns[place]
        keeper = next(person for person in world.staff if world.homes[person.pk] == town)
        with clock.at(moment(today - 60 * A_DAY, 9, place)):
            commands.set_door(library=town, person=keeper.pk, days=5, is_open=True, welcome=welcome, version=0, by=doer_of(world.leaders[town.pk]))
        keepers[place] = keeper
    for number, (place, ago, kind, who, name, email, shown) in enumerate(BROUGHT):
        brought = commands.Brought(kind=kind, party_kind=who, name=name, words=WORDS[number], language="nb", email=email, phone="", shown=shown)
        _play(world.towns[place], keepers[place], brought, number, today - ago * A_DAY)


def _play(town: Organisation, keeper: Person, brought: commands.Brought, number: int, day: dt.date) -> None:
    with clock.at(moment(day, 20, number)):
        knock, _secret = commands.come_with(library=town, brought=brought, letters_in="nb", by=GUEST)
        Party.objects.filter(conversations=knock.conversation_id).update(is_demo=True)
    if number not in ANSWERS:
        return
    by, talk = doer_of(keeper), knock.conversation_id
    with clock.at(moment(day + 2 * A_DAY, 10, number)):
        commands.answer(conversation=talk, words=ANSWERS[number], by=by)
        if number > 2:
            commands.take_on(conversation=talk, by=by)
    if number == 4:
        _meet(talk, by, day + 9 * A_DAY)


def _meet(talk: int, by: Doer, day: dt.date) -> None:
    found = Conversation.objects.get(pk=talk)
    with clock.at(moment(day, 14)):
        conversations.write_down(
            conversation=found, held_on=day, said=[SAID], thoughts="", next_step="Vi spør ungdomsskolen sammen.", version=found.version,
            thoughts_version=1, by=by,
        )
