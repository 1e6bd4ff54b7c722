"""Which methods fit what somebody has: time, people, and whether they meet on site. Each with one reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskaper.editorial.queries import Method
from samskaper.editorial.texts import Influence

SHORT_LIST = 5
DEGREES = Influence.values  # from least to most
NEARLY = 1.5  # so many times the time that somebody has is still worth showing when nothing fits


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody has chosen; empty is everything. `minutes` and `people` are what there is, `influence` the least that those who take part decide."""

    phase: str = ""
    minutes: int = 0
    people: int = 0
    online: bool = False
    influence: str = ""

    def __bool__(self) -> bool:
        """Whether anything is chosen at all."""
        return bool(self.phase or self.minutes or self.people or self.online or self.influence)

    def takes(self, method: Method) -> int:
        """How long the method takes where they meet."""
        return method.online if self.online else method.minutes


@dataclass(frozen=True, slots=True)
class Chosen:
    """A method and why it stands here; `fits` is False for one that is only near."""

    method: Method
    reason: str
    fits: bool = True


def choose(methods: Sequence[Method], wanted: Wanted) -> list[Chosen]:
    """Return the methods that fit, those that use the time best first; where none does, the nearest and what they lack."""
    fitting = [Chosen(method, _why(method, wanted)) for method in methods if not list(_lacks(method, wanted))]
    if fitting:
        return sorted(fitting, key=lambda one: -wanted.takes(one.method) if wanted.minutes else 0)[:SHORT_LIST]
    near = [(method, list(_lacks(method, wanted))) for method in methods if _is_near(method, wanted)]
    return [Chosen(method, lacks[0], fits=False) for method, lacks in near if len(lacks) == 1][:SHORT_LIST]


def _is_near(method: Method, wanted: Wanted) -> bool:
    return not wanted.minutes or wanted.takes(method) <= wanted.minutes * NEARLY


def _lacks(method: Method, wanted: Wanted) -> Iterator[str]:
    """Yield a sentence for each thing that does not fit."""
    if wanted.online and not method.online:
        yield _("It has no online variant.")
    if wanted.phase and method.phase != wanted.phase:
        yield _("It belongs to another phase.")
    if wanted.influence and DEGREES.index(method.influence) < DEGREES.index(wanted.influence):
        yield _("Those who take part decide less in it.")
    if wanted.minutes and (over := wanted.takes(method) - wanted.minutes) > 0:
        yield ngettext("It takes %(n)d minute more than you have.", "It takes %(n)d minutes more than you have.", over) % {"n": over}
    if wanted.people and not method.people[0] <= wanted.people <= method.people[1]:
        yield _("It is made for %(least)d to %(most)d people.") % {"least": method.people[0], "most": method.people[1]}


def _why(method: Method, wanted: Wanted) -> str:
    """Return the one reason that tells most: the time first, then the people, then the place."""
    if wanted.minutes:
        return _("It takes %(takes)d of your %(minutes)d minutes.") % {"takes": wanted.takes(method), "minutes": wanted.minutes}
    if wanted.people:
        return _("It is made for %(least)d to %(most)d people.") % {"least": method.people[0], "most": method.people[1]}
    if wanted.influence:
        return str(Influence(method.influence).label)
    if wanted.online:
        return _("Its online variant takes %(n)d minutes.") % {"n": method.online}
    return method.short
