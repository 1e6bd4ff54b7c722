"""What an application says, once it has been read.

Everything is frozen and plain: no database, no settings, no language of the
screen. ``lines`` are the line numbers of the source, counted from 1.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from django.utils.translation import gettext_lazy as _

Lines: TypeAlias = tuple[int, ...]


class Status(StrEnum):
    """How sure the money of one budget line is."""

    REQUESTED = "requested"
    CONFIRMED = "confirmed"
    EXPECTED = "expected"
    PLANNED = "planned"


class Side(StrEnum):
    """The two sides of a budget, and ``BOTH`` for a total of everything."""

    INCOME = "income"
    EXPENSES = "expenses"
    BOTH = "both"


class Why(StrEnum):
    """Why a line was left over. ``SENTENCES`` says it to people."""

    NO_PLACE = "no-place"
    NOT_A_DATE = "not-a-date"
    NO_DATES = "no-dates"
    NOT_AN_AMOUNT = "not-an-amount"
    NO_AMOUNT = "no-amount"
    NO_TEXT = "no-text"
    NO_SIDE = "no-side"
    GOAL_TWICE = "goal-twice"
    UNKNOWN_GOAL = "unknown-goal"
    UNSURE_GOAL = "unsure-goal"


SENTENCES = {
    Why.NO_PLACE: _("We did not see what this belongs to."),
    Why.NOT_A_DATE: _("There should be a date here. We could not read one."),
    Why.NO_DATES: _("This activity has no dates."),
    Why.NOT_AN_AMOUNT: _("There should be an amount here. We could not read one."),
    Why.NO_AMOUNT: _("This budget line has no amount."),
    Why.NO_TEXT: _("This row has no description."),
    Why.NO_SIDE: _("We did not see whether this is income or expense."),
    Why.GOAL_TWICE: _("There is a goal with this number already. We kept the first."),
    Why.UNKNOWN_GOAL: _("This names a goal that the application does not describe."),
    Why.UNSURE_GOAL: _("More than one goal could be meant here."),
}


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """A line that we did not understand, or understood only in part."""

    line: int
    text: str
    why: Why

    def sentence(self) -> str:
        """Why, in the language of the screen (needs Django's settings)."""
        return str(SENTENCES[self.why])


@dataclass(frozen=True, slots=True)
class Person:
    """The leader or the contact person as the form states them."""

    name: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Applicant:
    """The institution that applies."""

    name: str = ""
    address: str = ""
    postcode: str = ""
    place: str = ""
    number: str = ""
    account: str = ""
    leader: Person = field(default_factory=Person)
    contact: Person = field(default_factory=Person)
    leader_is_contact: bool | None = None


@dataclass(frozen=True, slots=True)
class MainGoal:
    """A main goal; ``number`` is «1» or «A», as written."""

    number: str
    text: str
    lines: Lines = ()

    @property
    def ref(self) -> str:
        """How activities point to it."""
        return f"main {self.number}"


@dataclass(frozen=True, slots=True)
class SubGoal:
    """A sub-goal; ``number`` holds its main goal's too: «1.2», «A.b»."""

    number: str
    main_goal: str
    text: str
    lines: Lines = ()

    @property
    def ref(self) -> str:
        """How activities point to it."""
        return self.number


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of the description; level 2 stands under the last level 1."""

    heading: str
    text: str
    level: int = 1
    lines: Lines = ()


@dataclass(frozen=True, slots=True)
class Activity:
    """One row of the activity plan.

    ``written`` is the text as it stood, ``text`` the same without the prefix
    that names goals. ``goals`` are refs: «1.2» or «main 1».
    """

    written: str
    text: str
    starts: date | None
    ends: date | None
    goals: tuple[str, ...] = ()
    lines: Lines = ()


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """One line of money; ``amount`` in whole kroner, ``year`` of the project from 1."""

    label: str
    amount: int
    status: Status
    year: int
    lines: Lines = ()


@dataclass(frozen=True, slots=True)
class StatedTotal:
    """A sum as the applicant wrote it, which need not be the sum of the lines."""

    side: Side
    year: int
    amount: int
    lines: Lines = ()


@dataclass(frozen=True, slots=True)
class Budget:
    """What comes in, what goes out, and the totals as stated."""

    income: tuple[BudgetLine, ...] = ()
    expenses: tuple[BudgetLine, ...] = ()
    stated: tuple[StatedTotal, ...] = ()


@dataclass(frozen=True, slots=True)
class Partner:
    """Who takes part, and with what."""

    name: str
    contribution: str = ""
    lines: Lines = ()


@dataclass(frozen=True, slots=True)
class Anchoring:
    """A plan document that the application leans on.

    ``quotation`` holds the words that are quoted or claimed, ``quoted`` tells
    whether they stood in quotation marks; ``sentence`` is the whole sentence.
    """

    title: str
    kind: str
    page: int | None
    quotation: str
    quoted: bool
    sentence: str
    lines: Lines = ()


@dataclass(frozen=True, slots=True)
class Application:
    """A whole application.

    ``account`` has one word or two for each line of the source: what it
    belongs to. A line with an empty account stands in ``not_understood``.
    """

    applicant: Applicant = field(default_factory=Applicant)
    title: str = ""
    aim: str = ""
    introduction: str = ""
    kind: str = ""
    focus_areas: tuple[str, ...] = ()
    duration: str = ""
    main_goals: tuple[MainGoal, ...] = ()
    sub_goals: tuple[SubGoal, ...] = ()
    sections: tuple[Section, ...] = ()
    activities: tuple[Activity, ...] = ()
    budget: Budget = field(default_factory=Budget)
    has_partners: bool | None = None
    partners: tuple[Partner, ...] = ()
    anchorings: tuple[Anchoring, ...] = ()
    not_understood: tuple[NotUnderstood, ...] = ()
    account: tuple[str, ...] = ()
