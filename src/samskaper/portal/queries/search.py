"""What the page of the search shows beside what was found."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from samskaper.commons.search.queries import Found
from samskaper.foundation.addresses import address
from samskaper.ui.ways import Beside


@dataclass(frozen=True, slots=True)
class Ways:
    """The links about what was found: by kind, to the pages before and after."""

    kinds: list[Beside]
    before: str
    after: str


def ways(found: Found) -> Ways:
    """Return the links. Kinds are only offered where there is more than one."""
    chosen = next((facet.kind for facet in found.facets if facet.chosen), "")
    every = Beside(_("Everything (%(number)d)") % {"number": found.total}, _way(found), not chosen)
    kinds = [Beside(f"{facet.nouns} ({facet.number})", _way(found, kind=facet.kind), facet.chosen) for facet in found.facets]
    return Ways(
        [every, *kinds] if len(kinds) > 1 else [],
        _way(found, kind=chosen, page=found.page - 1) if found.page > 1 else "",
        _way(found, kind=chosen, page=found.page + 1) if found.page < found.pages else "",
    )


def _way(found: Found, *, kind: str = "", page: int = 1) -> str:
    asked = {"q": found.line, **({"kind": kind} if kind else {}), **({"page": page} if page > 1 else {})}
    return f"{address('portal:search')}?{urlencode(asked)}"


def numbered(text: str) -> int:
    """Return the number of a page as it stands in an address, or the first."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 1
