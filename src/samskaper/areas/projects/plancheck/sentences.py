"""What the plan check says, as a table. A sentence whose facts are missing is left out."""

import re
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from .figures import shown

SENTENCES: dict[str, tuple[Any, ...]] = {
    "year-off": (
        _("“%(activity)s” is dated %(starts)s to %(ends)s, a whole year away from “%(event)s” on %(launch)s."),
        _("That is before the project begins on %(begins)s."),
        _("Should it say %(year)s?"),
    ),
    "filed-apart": (
        _("“%(activity)s” is filed under %(goals)s, but “%(first)s” under %(first_goals)s."),
        _("They look like a pair. Do they belong together?"),
    ),
    "duration": (
        _("The duration says “%(duration)s”, but the dates run from %(starts)s to %(ends)s."),
        _("That makes %(months)s."),
    ),
    "gathering-before-action": (
        _("“%(gathering)s” is over on %(ends)s, while “%(action)s” goes on until %(until)s."),
        _("The associations that are met last will miss it."),
    ),
    "money-without-activity": (_("There is money for “%(line)s” (%(amount)s), but no activity says when it is done."),),
    "only-planned": (
        _("“%(goal)s” is promised for the whole project, but the plan only has “%(activity)s”, done by %(ends)s."),
        _("What happens after that?"),
    ),
    "budget-short": (
        _("The expenses are %(expenses)s and the income %(income)s."),
        _("There is %(difference)s missing."),
    ),
    "budget-over": (
        _("The income is %(income)s and the expenses %(expenses)s."),
        _("There is %(difference)s left over."),
    ),
    "total-income": (_("The form says that the income is %(stated)s. The lines add up to %(sum)s."),),
    "total-expenses": (_("The form says that the expenses are %(stated)s. The lines add up to %(sum)s."),),
    "own-share": (
        _("You put in %(share)s yourselves. It should be at least %(minimum)s (%(source)s)."),
        _("That is %(difference)s too little."),
    ),
    "goal-without-activity": (_("No activity leads to %(ref)s, “%(goal)s”, yet. What will you do to get there?"),),
    "no-activities": (_("There are goals, but no activities yet. One per goal is enough to begin with."),),
    "ends-before-start": (_("“%(activity)s” ends on %(ends)s, before it starts on %(starts)s."),),
    "outside-project": (
        _("“%(activity)s” is dated %(starts)s to %(ends)s, but the project runs from %(begins)s to %(finishes)s."),
    ),
}
BUTTONS: dict[str, Any] = {
    "move_activity": _("Move it to %(starts)s to %(ends)s"),
    "swap_dates": _("Swap the two dates"),
    "change_goals": _("File it under %(goals)s"),
    "set_duration": _("Write %(months)s"),
    "add_activity": _("Add an activity"),
    "follow_up": _("Add a follow-up of those who are met last"),
    "keep_going": _("Add an activity through the whole project"),
    "think": _("We will think about it"),
}
SUGGESTIONS: dict[str, Any] = {
    "follow-up": _("The associations that were met after the gathering have been followed up."),
    "finished": _("%(line)s is finished."),
    "duration": "%(months)s",
}
_PLACE = re.compile(r"%\((\w+)\)s")


def sentence(code: str, params: Mapping[str, Any]) -> str:
    """All that is said under a code, with its facts, in the active language."""
    facts = {key: value for key, value in params.items() if value is not None}
    said = (str(part) for part in SENTENCES[code])
    return " ".join(_fill(part, facts) for part in said if set(_PLACE.findall(part)) <= set(facts))


def button(words: str, data: Mapping[str, Any]) -> str:
    """What stands on the button of a proposal."""
    return _fill(str(BUTTONS[words]), data)


def suggestion(data: Mapping[str, Any]) -> str:
    """The text that a proposal would write: its own, or a suggested one."""
    if "suggestion" not in data:
        return str(data.get("text", ""))
    return _fill(str(SUGGESTIONS[data["suggestion"]]), data)


def _fill(message: str, facts: Mapping[str, Any]) -> str:
    return message % {key: shown(key, facts[key]) for key in _PLACE.findall(message)}
