"""What can help somebody who is behind: a table, and the words for what is missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, ngettext_lazy

from samskaper.areas.programmes.models import CompletionPart
from samskaper.areas.programmes.rules.completion import Part

LONG_WEEKS = 6
GATHERED = frozenset({CompletionPart.INTRODUCTION, CompletionPart.GATHERINGS})


@dataclass(frozen=True, slots=True)
class Situation:
    """What we know of somebody who is behind: the part that is latest, for how long, whether she leads herself, and
    whether the rule lets her make up for one more.
    """

    part: str
    weeks: int
    parts_behind: int
    own_leader: bool = False
    may_make_up: bool = False


@dataclass(frozen=True, slots=True)
class Help:
    """Something that can help. `by_letter` says that a letter does; otherwise it takes a person."""

    key: str
    words: Promise
    by_letter: bool
    fits: Callable[[Situation], bool]


HELP: tuple[Help, ...] = (
    Help(
        "another_leader", gettext_lazy("Suggest a leader from another library"), False,
        lambda s: s.part == CompletionPart.LEADER_MEETING and s.own_leader,
    ),
    Help(
        "call", gettext_lazy("Call rather than write"), False,
        lambda s: s.weeks >= LONG_WEEKS or s.parts_behind > 2,
    ),
    Help(
        "remind_both", gettext_lazy("Remind both of it"), True,
        lambda s: s.part == CompletionPart.LEADER_MEETING,
    ),
    Help(
        "make_up", gettext_lazy("Suggest making up for it: a few lines on their own page"), True,
        lambda s: s.part in GATHERED and s.may_make_up,
    ),
    Help(
        "talk_through", gettext_lazy("Offer to go through the gathering by phone"), False,
        lambda s: s.part in GATHERED,
    ),
    Help("remind", gettext_lazy("Write a kind reminder"), True, lambda s: True),
)


def help_for(situation: Situation) -> Help:
    """Return the first row of the table that fits."""
    return next(row for row in HELP if row.fits(situation))


MISSING_WORDS = {
    CompletionPart.INTRODUCTION: ngettext_lazy("the introduction", "%(number)d introductions", "number"),
    CompletionPart.GATHERINGS: ngettext_lazy("%(number)d gathering", "%(number)d gatherings", "number"),
    CompletionPart.ACTIONS: ngettext_lazy("%(number)d action", "%(number)d actions", "number"),
    CompletionPart.REFLECTIONS: ngettext_lazy("%(number)d reflection", "%(number)d reflections", "number"),
    CompletionPart.LEADER_MEETING: ngettext_lazy(
        "the conversation with the leader", "%(number)d conversations with the leader", "number"
    ),
}


def missing_words(part: Part) -> str:
    """Return what is left of a part, in words: «2 gatherings»."""
    return part_words(part.part, part.lacks)


def part_words(part: str, number: int) -> str:
    """Return so many of a part, in words: «2 gatherings»."""
    return str(MISSING_WORDS[CompletionPart(part)] % {"number": number})


def how_long(since: dt.date, *, today: dt.date) -> str:
    """Return for how long something has been late, in days under two weeks and in weeks after that."""
    days = (today - since).days
    if days <= 0:
        return _("since today")
    if days < 14:
        return ngettext("%(number)d day", "%(number)d days", days) % {"number": days}
    return ngettext("%(number)d week", "%(number)d weeks", days // 7) % {"number": days // 7}
