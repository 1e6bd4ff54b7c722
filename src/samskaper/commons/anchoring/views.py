"""Pages of plans: the list, what has become practice of each sentence, and tying."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samskaper.commons.anchoring import commands, queries, rules
from samskaper.commons.anchoring.forms import DocumentForm, SectionForm, TieForm
from samskaper.commons.anchoring.models import PlanDocument, PlanSection, Tie
from samskaper.commons.people.doer import Doer
from samskaper.commons.people.middleware import doer_behind
from samskaper.foundation.kinds import Card, cards_of
from samskaper.foundation.refs import Ref
from samskaper.foundation.sent import sent
from samskaper.foundation.versions import version_of
from samskaper.ui.guests import same_for_guests
from samskaper.ui.thread import Thing, thread


@require_safe
@same_for_guests
def documents(request: HttpRequest) -> HttpResponse:
    """Every plan, and how many of its sentences something serves."""
    context = {
        "documents": queries.documents(),
        "may_add": rules.may_add_plans(doer_behind(request)),
        "thread": thread("plan"),
    }
    return render(request, "anchoring/documents.html", context)


@require_safe
@same_for_guests
def document(request: HttpRequest, number: int) -> HttpResponse:
    """A plan: what has become practice of each sentence, and which nobody has touched."""
    doer = doer_behind(request)
    page = queries.plan_page(queries.document_for(number), visible_to=doer)
    context = {
        "page": page,
        "document": page.document,
        "owner": str(page.document.owner),
        "thread": thread("plan", things={"plan": Thing(page.document.title)}),
    }
    return render(request, "anchoring/document.html", context)


def _edit_document(request: HttpRequest, found: PlanDocument | None) -> HttpResponse:
    doer = doer_behind(request)
    owners = queries.keepers_of(doer)
    form = DocumentForm(sent(request), instance=found, owners=owners)
    if request.method == "POST" and form.is_valid():
        owner = found.owner if found else form.cleaned_data.pop("owner", None) or owners.get()
        fresh = PlanDocument.objects.get(pk=found.pk) if found else None
        version = version_of(request) if found else None
        saved = commands.save_document(owner=owner, document=fresh, version=version, by=doer, **form.cleaned_data)
        messages.success(request, _("The plan is saved."))
        return redirect("anchoring:document", saved.pk)
    context = {"form": form, "document": found, "version": found.version if found else ""}
    return render(request, "anchoring/edit_document.html", context, status=422 if form.is_bound else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new_document(request: HttpRequest) -> HttpResponse:
    """Add a plan."""
    rules.must_add_plans(doer_behind(request))
    return _edit_document(request, None)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit_document(request: HttpRequest, number: int) -> HttpResponse:
    """Change what is said about a plan."""
    found = get_object_or_404(PlanDocument.objects.select_related("owner"), pk=number)
    rules.must_change(doer_behind(request), found)
    return _edit_document(request, found)


def _section_page(
    request: HttpRequest, form: SectionForm, plan: PlanDocument, section: PlanSection | None
) -> HttpResponse:
    context = {"form": form, "document": plan, "section": section, "version": section.version if section else ""}
    return render(request, "anchoring/edit_section.html", context, status=422 if form.is_bound else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new_section(request: HttpRequest, number: int) -> HttpResponse:
    """Add a sentence to a plan."""
    doer, plan = doer_behind(request), get_object_or_404(PlanDocument, pk=number)
    rules.must_change(doer, plan)
    form = SectionForm(sent(request))
    if request.method == "POST" and form.is_valid():
        section = commands.add_section(document=plan, by=doer, **form.cleaned_data)
        return redirect(f"{reverse('anchoring:document', args=[plan.pk])}#s{section.pk}")
    return _section_page(request, form, plan, None)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit_section(request: HttpRequest, number: int) -> HttpResponse:
    """Correct a sentence of a plan."""
    doer, section = doer_behind(request), get_object_or_404(PlanSection.objects.select_related("document"), pk=number)
    rules.must_change(doer, section.document)
    values = {"sentence": section.sentence, "heading": section.heading, "page": section.page}
    form = SectionForm(sent(request), initial=values)
    if request.method == "POST" and form.is_valid():
        commands.change_section(section=section, version=version_of(request), by=doer, **form.cleaned_data)
        return redirect(f"{reverse('anchoring:document', args=[section.document_id])}#s{section.pk}")
    return _section_page(request, form, section.document, section)


def _record_card(text: str, doer: Doer) -> tuple[Ref, Card]:
    """Return the record that an address names. Raises Http404 when there is none, or none that this doer may see."""
    ref = rules.is_record(text)
    card = cards_of([ref], visible_to=doer).get(ref) if ref else None
    if ref is None or card is None:
        raise Http404
    return ref, card


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def tie(request: HttpRequest) -> HttpResponse:
    """Choose the sentence that a record serves."""
    doer = doer_behind(request)
    rules.must_tie(doer)
    ref, card = _record_card(request.POST.get("record") or request.GET.get("record", ""), doer)
    form = TieForm(sent(request))
    chosen = request.POST.get("section", "")
    if request.method == "POST" and form.is_valid() and chosen.isascii() and chosen.isdigit() and len(chosen) < 19:
        section = get_object_or_404(PlanSection.objects.select_related("document"), pk=int(chosen))
        commands.tie_to_section(section=section, record=ref, says=form.cleaned_data["says"], by=doer)
        messages.success(request, _("Tied. It now counts for that sentence."))
        return redirect(f"{reverse('anchoring:document', args=[section.document_id])}#s{section.pk}")
    search = request.GET.get("q", "").strip()[:80]
    context: dict[str, Any] = {
        "form": form,
        "record": ref,
        "card": card,
        "search": search,
        "noun": queries.noun_of(ref),
        "sections": queries.sections_to_choose(ref, search=search),
        "unchosen": form.is_bound,
    }
    return render(request, "anchoring/tie.html", context, status=422 if form.is_bound else 200)


@login_required
@require_POST
def untie(request: HttpRequest, number: int) -> HttpResponse:
    """Take back that a record serves a sentence."""
    found = get_object_or_404(Tie.objects.select_related("section__document"), pk=number)
    commands.untie(tie=found, by=doer_behind(request))
    messages.success(request, _("It is no longer tied to that sentence."))
    return redirect("anchoring:document", found.section.document_id)
