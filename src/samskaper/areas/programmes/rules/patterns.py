"""The patterns that a course series can be made from, as tables. All can be changed afterwards, one by one.

`course` is the programme of 2022-2023: an introduction, three gatherings of three hours with exploratory conversations
between them, a gathering for the associations that were met, a conversation with one's leader, and an evaluation.
`learning` is the track of four whole days with actions between them (action learning).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samskaper.areas.programmes.models import ActionKind, AgendaKind, CompletionPart, GatheringKind


@dataclass(frozen=True, slots=True)
class Item:
    """A part of the agenda, in minutes."""

    kind: str
    title: Promise | str
    minutes: int


@dataclass(frozen=True, slots=True)
class Day:
    """A date, so many days after the first one. Its length is the sum of its agenda.

    `hour` is for dates that have their own; the others begin when the first one does.
    """

    after: int
    kind: str
    title: Promise | str
    about: Promise | str
    agenda: tuple[Item, ...]
    for_participants: bool = True
    hour: dt.time | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do between two days, counted from the first date."""

    opens: int
    due: int
    title: Promise | str
    instructions: Promise | str
    questions: tuple[Promise | str, ...]
    kind: str = ActionKind.ACTION


@dataclass(frozen=True, slots=True)
class Pattern:
    """A course series before it has dates."""

    key: str
    title: Promise | str
    about: Promise | str
    aim: Promise | str
    days: tuple[Day, ...]
    tasks: tuple[Task, ...] = ()
    rule: dict[str, int] = field(default_factory=dict)
    own_hours: int = 0
    description: Promise | str = ""


_LECTURE, _SHARING, _GROUPS, _BREAK, _OTHER = (
    AgendaKind.LECTURE, AgendaKind.SHARING, AgendaKind.GROUPS, AgendaKind.BREAK, AgendaKind.OTHER,
)
_HELLO = Item(_OTHER, _("Welcome, and who is here"), 15)
_PAUSE = Item(_BREAK, _("Break"), 15)

_INTRODUCTION = Day(
    0, GatheringKind.INTRODUCTION, _("Introduction: What is co-creation?"),
    _("What co-creation is and what it is not, and what awaits you in the course series."),
    (
        _HELLO, Item(_LECTURE, _("What is co-creation, and what does it ask of us?"), 40),
        Item(_GROUPS, _("Where do we meet associations today?"), 30), _PAUSE,
        Item(_LECTURE, _("The course series, step by step"), 20),
    ),
)
_FIRST = Day(
    14, GatheringKind.GATHERING, _("Gathering 1: What is co-creation here with us?"),
    _("The library's role in the local community, and how to invite somebody to a conversation without having the answer."),
    (
        _HELLO, Item(_LECTURE, _("The library as a part of the local community"), 40),
        Item(_GROUPS, _("Whom would we like to know better?"), 35), _PAUSE,
        Item(_LECTURE, _("The exploratory conversation"), 30), Item(_GROUPS, _("Try out a conversation"), 35),
        Item(_OTHER, _("What you do before next time"), 10),
    ),
)
_SECOND = Day(
    42, GatheringKind.GATHERING, _("Gathering 2: What did you hear?"),
    _("You have held a conversation. What did you hear, and what surprised you? Bring your notes; a few words are enough."),
    (
        _HELLO, Item(_SHARING, _("What did you hear?"), 45), Item(_LECTURE, _("From what they said to a shared challenge"), 30),
        _PAUSE, Item(_GROUPS, _("Find what you can solve together"), 45), Item(_SHARING, _("Back together"), 20),
        Item(_OTHER, _("What you do before next time"), 10),
    ),
)
_ASSOCIATIONS = Day(
    70, GatheringKind.ASSOCIATIONS, _("An evening for the associations"),
    _("For the associations that you have met. They hear what has come out so far, correct it, and say what they want next."),
    (
        Item(_OTHER, _("Welcome, and who is here"), 15), Item(_SHARING, _("What we have heard, and is it right?"), 30),
        Item(_GROUPS, _("What do we want to do together?"), 60), Item(_OTHER, _("What happens next, and who does it"), 15),
    ),
    for_participants=False,
    hour=dt.time(18),
)
_THIRD = Day(
    84, GatheringKind.GATHERING, _("Gathering 3: What do we do now?"),
    _("From shared challenges to something that you start together with an association."),
    (
        _HELLO, Item(_SHARING, _("Three conversations on: what did we find?"), 40),
        Item(_LECTURE, _("From challenge to initiative"), 30), _PAUSE, Item(_GROUPS, _("Plan a small first step"), 50),
        Item(_SHARING, _("Who does what, and with whom"), 20), Item(_OTHER, _("Thank you for now"), 10),
    ),
)
_EVALUATION = Day(
    98, GatheringKind.EVALUATION, _("We look back"), _("What did the course series give, and what do we take with us?"),
    (Item(_SHARING, _("What has changed?"), 45), _PAUSE, Item(_GROUPS, _("What would we do differently?"), 60)),
)
_ASK = (_("Who spoke most?"), _("What did I let go of?"), _("What surprised me?"))
_CONVERSATION = _(
    "Invite an association to a conversation without a case of your own. Ask what they are busy with, what they find "
    "difficult, and what they dream of. Listen more than you talk. Write down a few words afterwards."
)

COURSE = Pattern(
    "course", _("Course series in co-creation"),
    _("Introduction, three gatherings of three hours with conversations between them, an evening for associations, evaluation"),
    _("Library staff have held exploratory conversations with three associations, and found challenges that they can solve together."),
    (_INTRODUCTION, _FIRST, _SECOND, _ASSOCIATIONS, _THIRD, _EVALUATION),
    (
        Task(
            0, 42, _("Talk with your leader"),
            _("Agree with your leader on what you want from the course series, and on the time for it. Half an hour is enough."),
            (_("What do we want this to lead to?"), _("What do I need from you?")), ActionKind.LEADER_MEETING,
        ),
        Task(14, 41, _("The first conversation"), _CONVERSATION, _ASK, ActionKind.CONVERSATION),
        Task(42, 69, _("The second conversation"), _CONVERSATION, _ASK, ActionKind.CONVERSATION),
        Task(42, 83, _("The third conversation"), _CONVERSATION, _ASK, ActionKind.CONVERSATION),
    ),
    {
        CompletionPart.INTRODUCTION: 1, CompletionPart.GATHERINGS: 3, CompletionPart.ACTIONS: 3,
        CompletionPart.REFLECTIONS: 1, CompletionPart.LEADER_MEETING: 1,
    },
    own_hours=18,
    description=_(
        "You learn to hold exploratory conversations, in which you listen for what associations are busy with. Between the "
        "gatherings you hold three of them yourself. Together with the others you find challenges that a library and an association can solve together."
    ),
)


def _whole_day(after: int, title: Promise, about: Promise) -> Day:
    return Day(after, GatheringKind.GATHERING, title, about, (
        Item(_OTHER, _("Since last time"), 30), Item(_SHARING, _("Sharing experience"), 90), _PAUSE,
        Item(_LECTURE, _("New perspectives"), 60), Item(_BREAK, _("Lunch"), 45), Item(_GROUPS, _("Work on your own practice"), 120),
        Item(_OTHER, _("What you do before next time"), 15),
    ))


LEARNING = Pattern(
    "learning", _("Action learning"),
    _("Four whole days: from wondering about your own practice, through an action and an observation, to good practice"),
    _("Library staff have wondered about their own practice, tried something that differs from the usual, and know what it did."),
    (
        _whole_day(0, _("Day 1: What do I wonder about?"), _("Find something in your own practice that you wonder about.")),
        _whole_day(42, _("Day 2: What do I want to try?"), _("Plan an action that differs from what you usually do.")),
        _whole_day(91, _("Day 3: What did I see?"), _("What happened when you tried? What did others do?")),
        _whole_day(140, _("Day 4: What do I keep?"), _("From one attempt to good practice.")),
    ),
    (
        Task(0, 41, _("Put your wondering into words"), _("One or two sentences on something in your work that you wonder about."),
             (_("What do I usually do?"), _("Why does it puzzle me?"))),
        Task(42, 90, _("Do it differently"), _("Carry out the action that you planned. Let somebody observe, if you can."),
             (_("What did I do differently?"), _("What did the others do?"))),
        Task(91, 139, _("Try again"), _("Adjust the action with what you saw, and do it once more."),
             (_("What did I change?"), _("What do I keep?"))),
    ),
    {CompletionPart.GATHERINGS: 3, CompletionPart.ACTIONS: 2, CompletionPart.REFLECTIONS: 2},
    own_hours=20,
    description=_(
        "You begin with something in your own practice that you wonder about, try something that differs from the usual, and look "
        "closely at what happens. Between the days you work at home; on the days you learn from each other."
    ),
)
SINGLE = Pattern(
    "single", _("One gathering, and I build the rest myself"), _("A single date to begin with"), "",
    (
        Day(0, GatheringKind.GATHERING, _("Gathering 1"), "", (
            _HELLO, Item(_LECTURE, _("Lecture"), 60), _PAUSE, Item(_GROUPS, _("Conversation in groups"), 60),
        )),
    ),
    (), {CompletionPart.GATHERINGS: 1},
)
LAUNCH = Pattern(
    "launch", _("Launch of a new edition of the starter kit"), _("An afternoon on which people meet what is new and try one method"),
    _("Those who use the starter kit know what is new, and have tried one of the methods."),
    (
        Day(0, GatheringKind.GATHERING, _("A new edition"), _("What is new, why, and one method that we try together."), (
            _HELLO, Item(_LECTURE, _("What is new, and who asked for it"), 25), Item(_GROUPS, _("We try a method"), 45), _PAUSE,
            Item(_SHARING, _("Where could you use it?"), 30), Item(_OTHER, _("The next step for each of us"), 10),
        )),
    ),
    (), {CompletionPart.GATHERINGS: 1},
    description=_("The starter kit is in a new edition. You hear what was changed and why, and you try one of the methods before you go home."),
)

PATTERNS: dict[str, Pattern] = {pattern.key: pattern for pattern in (COURSE, LEARNING, SINGLE, LAUNCH)}
