"""What the pages of those who revise have in common: the row of pages beside each other."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samskaper.areas.startkit.rules.groups import may_arrange, may_name_experts, must_arrange
from samskaper.commons.people.middleware import doer_behind
from samskaper.ui.ways import Beside, beside


def ways(request: HttpRequest) -> list[Beside]:
    """Return the pages beside this one that the reader may open."""
    doer, pages = doer_behind(request), []
    if may_name_experts(doer):
        pages += [
            (_("The board"), reverse("startkit:board")), (_("Methods"), reverse("startkit:overview")), (_("Drafts"), reverse("startkit:drafts")),
            (_("Experts"), reverse("startkit:experts")),
        ]
    if may_arrange(doer):
        pages.append((_("Evaluation groups"), reverse("startkit:groups")))
    return beside(pages, path=request.path)


@login_required
@require_safe
def revision(request: HttpRequest) -> HttpResponse:
    """Lead to the page that is the reader's: the board, the groups, or the drafts."""
    doer = doer_behind(request)
    if may_name_experts(doer):
        return redirect("startkit:board")
    must_arrange(doer)
    return redirect("startkit:groups")
