"""What plans register: their kinds, the menu, and what waits for those who look after them."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samskaper.commons.anchoring import commands, queries, rules
from samskaper.commons.anchoring.models import PlanDocument, PlanSection
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Role
from samskaper.commons.people.register import PersonalData, personal_data
from samskaper.foundation.kinds import Card, Kind, kinds
from samskaper.foundation.refs import Ref
from samskaper.ui.menu import DeskItem, MenuEntry, desk, menu

MOST = 8  # plans on one desk; all of them are on the list of plans


def _documents(ids: Iterable[int], doer: object) -> dict[int, Card]:
    return {
        plan.pk: Card(Ref.to(plan), plan.title, reverse("anchoring:document", args=[plan.pk]), plan.publisher)
        for plan in PlanDocument.objects.filter(pk__in=list(ids))
    }


def _sections(ids: Iterable[int], doer: object) -> dict[int, Card]:
    found = PlanSection.objects.filter(pk__in=list(ids)).select_related("document")
    return {one.pk: queries.card_of(one, reverse("anchoring:document", args=[one.document_id])) for one in found}


def _desk(doer: object) -> Iterable[DeskItem]:
    if not isinstance(doer, Doer) or not (planned := doer.organisations(Role.PLANNER)):
        return
    plans = queries.touched_of(planned, most=MOST)
    for plan, touched in plans:
        yield DeskItem("going", plan.title, touched, reverse("anchoring:document", args=[plan.pk]))
    if not plans:
        words, note = _("Add the plan that you look after"), _("One sentence is enough to begin. Then you see who does something about it.")
        yield DeskItem("first", str(words), str(note), reverse("anchoring:new_document"), str(_("Add a plan")))


kinds.add("anchoring.plandocument", Kind("anchoring.plandocument", _("plan"), _documents, knot="plan"))
kinds.add("anchoring.plansection", Kind("anchoring.plansection", _("sentence of a plan"), _sections, knot="plan"))
menu.add(
    "anchoring",
    MenuEntry(_("Plans"), "anchoring:documents", lambda doer: isinstance(doer, Doer) and rules.may_add_plans(doer), 45),
)
desk.add("anchoring", _desk)
personal_data.add(
    "anchoring",
    PersonalData(
        "anchoring",
        what=_("Plans: that you tied something to a sentence"),
        why=_("so that colleagues know whom to ask"),
        until=_("as long as it is tied, or until you erase yourself"),
        export=queries.export,
        erase=commands.forget,
        stays=_("What you tied to plans stays tied, without your name."),
    ),
)
