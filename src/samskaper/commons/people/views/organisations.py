"""The register of libraries, associations and other parties, and who works in them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samskaper.commons.people import commands, queries, rules, words
from samskaper.commons.people.forms.organisations import InviteForm, OrganisationForm, SearchForm
from samskaper.commons.people.middleware import doer_behind
from samskaper.foundation.sent import number_sent, sent
from samskaper.foundation.versions import version_of

PAGE = 30


@require_safe
def organisations(request: HttpRequest) -> HttpResponse:
    """List and search."""
    doer = doer_behind(request)
    rules.must_browse_organisations(doer)
    form = SearchForm(request.GET)
    found = queries.organisations(visible_to=doer, **form.wanted())
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "form": form, "page": page, "query": query.urlencode(), "searched": any(form.wanted().values()),
        "may_add": rules.may_register_organisations(doer),
    }
    return render(request, "people/organisations.html", context)


@require_safe
def organisation(request: HttpRequest, number: int) -> HttpResponse:
    """Show one; colleagues see who works there."""
    doer = doer_behind(request)
    one = queries.organisation(number, visible_to=doer)
    sees = rules.may_see_members(doer, one.pk)
    context: dict[str, Any] = {
        "organisation": one,
        "county_word": words.county_word(one.country),
        "municipality_word": words.municipality_word(one.country),
        "number_word": words.number_word(one.country),
        "chain": queries.municipality_chain(one.municipality),
        "branches": queries.branches(one.pk, visible_to=doer),
        "sees_members": sees,
        "members": queries.members(one.pk, visible_to=doer) if sees else [],
        "may_change": rules.may_change_organisation(doer, one.pk, keeper=one.parent_id),
        "offers": queries.offers_from(one, visible_to=doer),
        "may_add": rules.may_add_below(doer, one.pk),
    }
    return render(request, "people/organisation.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Add an organisation."""
    doer = doer_behind(request)
    rules.must_be_somebody(doer)
    rules.must_register_organisations(doer)
    here = queries.installation().library
    form = OrganisationForm(sent(request), initial={"language": get_language(), "country": here.country if here else ""})
    if request.method == "POST" and form.is_valid():
        one = commands.add_organisation(by=doer, **form.cleaned_data)
        messages.success(request, _("%(name)s is in the register.") % {"name": one.name})
        return redirect(one.get_absolute_url())
    return render(request, "people/organisation_form.html", {"form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, number: int) -> HttpResponse:
    """Change an organisation."""
    doer = doer_behind(request)
    one = queries.organisation(number, visible_to=doer)
    rules.must_change_organisation(doer, one.pk, keeper=one.parent_id)
    form = OrganisationForm(sent(request), now=one)
    if request.method == "POST" and form.is_valid():
        commands.change_organisation(organisation=one, version=version_of(request), by=doer, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect(one.get_absolute_url())
    context = {"form": form, "organisation": one}
    return render(request, "people/organisation_form.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest, number: int) -> HttpResponse:
    """Ask somebody to take a role, and write to them. The answer is the same whether we know the address or not."""
    doer = doer_behind(request)
    one = queries.organisation(number, visible_to=doer)
    rules.must_change_organisation(doer, one.pk, keeper=one.parent_id)
    editors = rules.may_name_editors(doer, house=queries.installation().library_id)
    form = InviteForm(sent(request), organisation=one, editors=editors)
    if request.method == "POST" and form.is_valid():
        offer = commands.invite(organisation=one, by=doer, **form.cleaned_data)
        messages.success(request, _("A letter is on its way to %(name)s. The role counts when the answer is yes.") % {"name": offer.name})
        return redirect(one.get_absolute_url())
    context = {"form": form, "organisation": one}
    return render(request, "people/invite.html", context, status=422 if form.is_bound else 200)


@require_POST
def take_back_offer(request: HttpRequest, number: int) -> HttpResponse:
    """Take back that somebody was asked to take a role."""
    doer = doer_behind(request)
    one = queries.organisation(number, visible_to=doer)
    commands.take_back_offer(organisation=one, offer=number_sent(request, "offer"), by=doer)
    messages.success(request, _("The question is taken back."))
    return redirect(one.get_absolute_url())


@require_POST
def end_role(request: HttpRequest, number: int, membership: int) -> HttpResponse:
    """End a role today."""
    doer = doer_behind(request)
    one = queries.organisation(number, visible_to=doer)
    rules.must_change_organisation(doer, one.pk, keeper=one.parent_id)
    held = queries.membership(membership, within=one.pk)
    commands.end_role(membership=held, by=doer)
    messages.success(request, _("%(name)s no longer has this role.") % {"name": held.person.name})
    return redirect(one.get_absolute_url())
