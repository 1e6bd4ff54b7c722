"""What people of libraries and parties share when they put statements together and word them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django import forms
from django.http import HttpRequest, QueryDict

from samskaper.areas.cocreation.commands import grouping
from samskaper.areas.cocreation.models import Challenge
from samskaper.areas.cocreation.queries.challenges import StatementRow
from samskaper.areas.cocreation.rules.challenges import Taken
from samskaper.foundation.refusals import Stale

MOST_TICKED = 200
F = TypeVar("F", bound=forms.Form)


def numbers(request: HttpRequest, name: str) -> list[int]:
    """Return what of an address or a form are record numbers, each once."""
    values = (request.POST if request.method == "POST" else request.GET).getlist(name)[:MOST_TICKED]
    return list(dict.fromkeys(int(value) for value in values if value.isascii() and value.isdigit() and len(value) < 19))


def labels(rows: list[StatementRow], ticked: list[int]) -> list[tuple[int, str]]:
    """Return what can be ticked. What was sent and is gone stays a choice, so that the command can say so."""
    known = {row.number: f"{row.wording} – {row.who}" for row in rows}
    return [*known.items(), *((number, "") for number in ticked if number not in known)]


def put(given: dict[str, Any], *, find: Callable[[int], Challenge], by: Any, **side: Any) -> Challenge:
    """Put what was ticked to the challenge that was chosen, or to a new one in one's own words."""
    if given.get("into"):
        side.pop("shown", None)
        return grouping.add(challenge=find(given["into"]), statements=given["s"], by=by, **side)
    return grouping.note_down(statements=given["s"], wording=given["wording"], by=by, **side)


def again(form_for: Callable[[list[StatementRow], QueryDict | None, list[int]], F], rows: list[StatementRow], request: HttpRequest, taken: Taken) -> F:
    """Return the form once more, with the words kept and only what is left to tick."""
    data = request.POST.copy()
    data.setlist("s", [str(number) for number in taken.left])
    form = form_for(rows, data, taken.left)
    form.is_valid()
    form.add_error(None, str(taken.sentence))
    form.taken = True  # type: ignore[attr-defined]
    return form


def status_of(form: forms.Form) -> int:
    """Return how a page with this form is answered: 409 when somebody was quicker, 422 when it cannot be used as it is."""
    return 409 if getattr(form, "taken", False) else 422 if form.is_bound else 200


def newer(form: F, stale: Stale, make: Callable[[QueryDict], F]) -> F:
    """Return the form with the words that were written, at the version that is there now: saving once more keeps them."""
    data = QueryDict(mutable=True)
    data.update({name: str(value) for name, value in form.data.items() if name not in ("once", "csrfmiddlewaretoken")})
    data["version"] = str(stale.version)
    made = make(data)
    made.is_valid()
    return made
