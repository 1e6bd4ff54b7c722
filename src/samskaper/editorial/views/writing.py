"""Two doors of the editors' tool that are ours: a new method in every language, and two languages side by side."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from samskaper.commons.people.middleware import doer_behind
from samskaper.editorial.commands.writing import begin_method
from samskaper.editorial.forms import NewMethodForm
from samskaper.editorial.queries import manuscripts
from samskaper.editorial.texts import HEADINGS, MethodText
from samskaper.foundation.refusals import Missing
from samskaper.foundation.sent import sent


@dataclass(frozen=True, slots=True)
class Beside:
    """A heading with what stands under it in two languages, row by row."""

    heading: str
    rows: tuple[tuple[str, str], ...]


@require_http_methods(["GET", "HEAD", "POST"])
def new_method(request: HttpRequest) -> HttpResponse:
    """Ask what it is called and what it is for; the drafts lie ready in every language."""
    form = NewMethodForm(sent(request))
    if request.method == "POST" and form.is_valid():
        made = begin_method(title=form.cleaned_data["title"], phase=form.cleaned_data["phase"], by=doer_behind(request))
        return redirect("wagtailadmin_pages:edit", made[get_language() or ""] if get_language() in made else next(iter(made.values())))
    return render(request, "editorial/tool/new_method.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
def side_by_side(request: HttpRequest, key: str, left: str, right: str) -> HttpResponse:
    """The drafts of a method in two languages, part by part."""
    texts = manuscripts([key]).get(key, {})
    if left not in texts or right not in texts:
        raise Missing
    return render(request, "editorial/tool/side_by_side.html", {
        "left": texts[left], "right": texts[right], "parts": list(_beside(texts[left], texts[right])), "key": key,
        "others": [code for code in texts if code not in (left, right)],
    })


def _beside(left: MethodText, right: MethodText) -> list[Beside]:
    found = []
    for name, heading in HEADINGS.items():
        ours, theirs = ([part.text for part in text.parts() if part.key.partition(".")[0] == name] for text in (left, right))
        if ours or theirs:
            found.append(Beside(str(heading), tuple(zip_longest(ours, theirs, fillvalue=""))))
    return found
