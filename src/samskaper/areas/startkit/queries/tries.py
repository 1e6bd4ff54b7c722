"""How often methods were tried, how it went, and what became different because somebody said something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskaper.areas.startkit.models import Finding, FindingState, Outcome, TryOut
from samskaper.areas.startkit.queries.editions import current
from samskaper.areas.startkit.rules.tryouts import FEWEST_SHOWN, FEWEST_TRIED
from samskaper.editorial.register import MethodRemark, MethodWay
from samskaper.editorial.texts import MethodText
from samskaper.foundation.prepared import prepared

MOST_CHANGES = 6


@dataclass(frozen=True, slots=True)
class Tried:
    """How often a method was tried, in how many counties (of those who said where), and how it went."""

    times: int = 0
    counties: int = 0
    well: int = 0
    so_so: int = 0
    not_so_well: int = 0

    @property
    def words(self) -> str:
        """Say how often and in how many counties; "" where it is too seldom to say."""
        if self.times < FEWEST_TRIED:
            return ""
        if not self.counties:
            return ngettext("Tried %(n)d time", "Tried %(n)d times", self.times) % {"n": self.times}
        said = ngettext("Tried %(n)d times in %(counties)d county", "Tried %(n)d times in %(counties)d counties", self.counties)
        return said % {"n": self.times, "counties": self.counties}

    @property
    def outcomes(self) -> list[tuple[str, int]]:
        """Return (how it went, how many); nothing where fewer than five have said so."""
        if self.times < FEWEST_SHOWN:
            return []
        return [(str(Outcome(name).label), getattr(self, name)) for name in Outcome.values]


COUNTED = {
    "times": Count("pk"), "counties": Count("county", distinct=True),
    **{name: Count("pk", filter=Q(outcome=name)) for name in Outcome.values},
}


@prepared
def _tried(key: str) -> QuerySet[TryOut, Any]:
    return TryOut.objects.filter(key=key).values_list("key").annotate(**COUNTED).order_by()


def tried(key: str) -> Tried:
    """Return how often a method was tried, in one question."""
    rows = _tried(key)
    return Tried(*rows[0][1:]) if rows else Tried()


def tried_each() -> dict[str, Tried]:
    """Return how often each method was tried, in one question."""
    return {row[0]: Tried(*row[1:]) for row in TryOut.objects.values_list("key").annotate(**COUNTED).order_by()}


def tried_at_all() -> Tried:
    """Return how often the methods of the kit were tried, all together."""
    return Tried(**TryOut.objects.aggregate(**COUNTED))


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence that became another one because somebody said something, or because of which."""

    key: str
    title: str
    old: str
    new: str
    edition: int


def changes(titles: dict[str, str], *, key: str = "", language: str) -> list[Change]:
    """Return what was changed in editions that are out, the newest first, in this language; of one method where a key is given."""
    rows = Finding.objects.filter(state=FindingState.CHANGED, aim__launched__isnull=False, same_as__isnull=True, language=language)
    rows = rows.filter(key=key) if key else rows
    found = rows.select_related("aim").order_by("-aim__number", "-decided", "-pk")[:MOST_CHANGES]
    return [Change(one.key, titles.get(one.key, one.key), one.old, one.new, one.aim.number) for one in found if one.aim]


def remarks(text: MethodText) -> Iterator[MethodRemark]:
    """Say on a method's page how often it was tried."""
    if words := tried(text.key).words:
        yield MethodRemark(words)


def ways(text: MethodText) -> Iterator[MethodWay]:
    """Offer on a method's page to say how it went."""
    if (now := current()) is not None:
        yield MethodWay(_("How did it go?"), reverse("startkit:how_it_went", args=[now.number, text.key]), "chat", 30)
