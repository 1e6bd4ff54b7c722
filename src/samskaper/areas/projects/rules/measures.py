"""What facts a goal or an activity asks for, read from its words. Proposals only: an adviser changes them.

The keys are those that the areas beside us note; what they are called on screen is asked of the record.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

INVITED, SIGNED_UP, ATTENDED = "programmes.invited", "programmes.signed_up", "programmes.attended"
COMPLETED, HELD, INTRODUCED = "programmes.completed", "programmes.gathering_held", "programmes.introduction_held"
ASSOCIATIONS, SENT, ACTION = "programmes.associations_met", "programmes.programme_sent", "programmes.action_done"
CONVERSATION, ALL_HELD = "programmes.conversation_held", "programmes.all_conversations_held"
SHARED, BEGUN, GOES_ON = "cocreation.challenge_shared", "cocreation.initiative_begun", "cocreation.goes_on"
EVALUATED = "programmes.evaluated"
DISSEMINATED = "projects.disseminated"
AT_THE_END = frozenset({COMPLETED, EVALUATED})  # nobody is behind with what comes last of all
FUNNEL = (INVITED, SIGNED_UP, ATTENDED, COMPLETED)

NUMBERS = {
    "en": 1,
    "ett": 1,
    "ein": 1,
    "eitt": 1,
    "et": 1,
    "one": 1,
    "to": 2,
    "two": 2,
    "tre": 3,
    "three": 3,
    "fire": 4,
    "four": 4,
    "fem": 5,
    "five": 5,
    "seks": 6,
    "six": 6,
    "sju": 7,
    "syv": 7,
    "seven": 7,
    "åtte": 8,
    "otte": 8,
    "eight": 8,
    "ni": 9,
    "nine": 9,
    "ti": 10,
    "ten": 10,
    "tolv": 12,
    "tjue": 20,
    "tyve": 20,
    "femti": 50,
    "halvtreds": 50,
    "fifty": 50,
}
ORDINALS = {
    "første": 1,
    "fyrste": 1,
    "first": 1,
    "andre": 2,
    "anden": 2,
    "annen": 2,
    "second": 2,
    "tredje": 3,
    "third": 3,
    "fjerde": 4,
    "fourth": 4,
    "femte": 5,
    "fifth": 5,
}
_NUMBER = r"(?P<number>\d{1,5}|" + "|".join(NUMBERS) + r")"
_ORDINAL = r"\b(?P<ordinal>" + "|".join(ORDINALS) + r")\b"
ASSOCIATION = r"(?:lag og foreninge?|lag eller foreninge?|lag og foreininga?|foreninger|foreiningar|associations)"
MEETING = r"\b(?:samling|webinar|gathering)\b"
GATHERING = r"(?:samling|kursdag|gathering|webinar)"


@dataclass(frozen=True, slots=True)
class Asked:
    """A kind of fact and how many of them."""

    fact_key: str
    target: int


@dataclass(frozen=True, slots=True)
class Shown:
    """The fact that shows that an activity happened: the `number`th of its kind, 0 for all."""

    fact_key: str
    number: int = 0


GOALS: tuple[tuple[str, str], ...] = (  # the first that fits, per kind of fact
    (COMPLETED, rf"(?:minst|mindst|at least)\s+{_NUMBER}\b[^.]*?(?:fullfør|gjennomfør|gennemfør|complete)"),
    (INTRODUCED, r"\bintroduksjonskurs|\bintroduktionskurs|\bintroduction course"),
    (ASSOCIATIONS, rf"{MEETING}[^.]*{ASSOCIATION}"),
    (HELD, rf"(?:kursrekke|kursrekkje|kursusrække|course series)[^.]*?\b{_NUMBER}\b[^.]*?{GATHERING}"),
    (EVALUATED, r"evaluert (?:kursrekk|kursen)|evalueret (?:kursusrækk|kurset)|evaluated the course series"),
    (DISSEMINATED, r"offentlig interesse|offentleg interesse|omtale\b|spredt erfaring|spreidd|public interest"),
    (CONVERSATION, rf"\b{_NUMBER}\s+(?:utforskende |utforskande |udforskende |exploratory )?(?:samtaler?|samtalar|conversations?)\b[^.]*{ASSOCIATION}"),
    (ALL_HELD, rf"\b(?:samtaler|samtalar|conversations)\s+(?:med|with)\s+{_NUMBER}\b[^.]*?(?:lag|forening|foreining|association)"),
    (SHARED, rf"(?:\b{_NUMBER}\s+)?(?:felles utfordringe?r|felles utfordringar|fælles udfordringer|shared challenges)\b"),
    (BEGUN, rf"\b{_NUMBER}\s+(?:nye |felles |fælles |new |shared )?(?:tiltak|tiltag|initiatives)\b"),
    (HELD, rf"\b{_NUMBER}\s+(?:digitale |fysiske |nettbaserte |online )?(?:samlinge?r|samlingar|gatherings)\b"),
)
ACTIVITIES: tuple[tuple[str, str], ...] = (
    (
        SENT,
        r"program[^.]*?\b(?:sendt|send ut|sent)\b[^.]*?(?:bibliotekansatte|bibliotektilsette|ansatte|library staff)(?![^.]*interesserte)",
    ),
    (INTRODUCED, r"\bintroduksjonskurs|\bintroduktionskurs|\bintroduction course"),
    (ASSOCIATIONS, rf"{MEETING}[^.]*{ASSOCIATION}[^.]*(?:gjennomført|holdt|avholdt|gennemført|held)"),
    (HELD, rf"{_ORDINAL}\s+(?:digitale )?{GATHERING}\b[^.]*(?:gjennomført|holdt|avholdt|gennemført|held|done)"),
    (ACTION, rf"{_ORDINAL}\s+a(?:ksjon|ktion|ction)\b"),
)
_EXPECTED = re.compile(
    rf"(?:minst|mindst|at least)\s+{_NUMBER}\b[^.]*?(?:fullfør|complete|gennemfør)[^.]*?(?:kursrekk|kursusrække|course series)",
    re.I,
)


def _count(found: re.Match[str]) -> int:
    said = found.groupdict().get("number")
    if not said:
        return 1
    return int(said) if said.isdigit() else NUMBERS[said.lower()]


def asked_by_goal(text: str, *, participants: int | None = None) -> list[Asked]:
    """Return what a sub-goal asks for, in the order of GOALS; empty when somebody has to answer by hand.

    «Conversations with three associations» is asked of each participant, so its number is how many `participants` there should be.
    """
    asked: dict[str, Asked] = {}
    for key, pattern in GOALS:
        if key not in asked and (found := re.search(pattern, text, re.I)) and _count(found) >= 1:
            asked[key] = Asked(key, _count(found))
    if each := asked.pop(ALL_HELD, None):
        asked |= {ALL_HELD: Asked(each.fact_key, participants)} if participants else {}
    if ASSOCIATIONS in asked or INTRODUCED in asked:
        asked.pop(HELD, None)
    return list(asked.values())


def expected_to_complete(description: str) -> int | None:
    """Return how many should complete the series, when the description says so («at least 50 … complete»)."""
    found = _EXPECTED.search(description)
    return _count(found) if found else None


def shown_by_fact(text: str) -> Shown | None:
    """Return which fact shows that an activity happened; None when somebody has to say so."""
    for key, pattern in ACTIVITIES:
        if found := re.search(pattern, text, re.I):
            said = found.groupdict().get("ordinal")
            number = ORDINALS[said.lower()] if said else 0
            return Shown(key, number)
    return None
