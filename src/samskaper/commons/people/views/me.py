"""My page: who I am here, what is kept about me, and the way out."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samskaper.commons.people import commands, queries, rules
from samskaper.commons.people.doer import GUEST
from samskaper.commons.people.forms.persons import PersonForm
from samskaper.commons.people.middleware import doer_behind
from samskaper.commons.people.register import address_of, kinds_of_data, papers
from samskaper.foundation.refusals import Invalid
from samskaper.foundation.sent import number_sent, sent
from samskaper.foundation.versions import version_of


@require_http_methods(["GET", "HEAD", "POST"])
def me(request: HttpRequest) -> HttpResponse:
    """Show and change who I am."""
    doer = doer_behind(request)
    person = queries.me(visible_to=doer)
    form = PersonForm(sent(request), initial={"name": person.name, "language": person.language})
    if request.method == "POST" and form.is_valid():
        commands.change_person(person=person, version=version_of(request), by=doer, **form.cleaned_data)
        messages.success(request, _("Saved. This is what colleagues see from now on."))
        return redirect("people:me")
    context = {
        "form": form, "me": person, "roles": queries.my_roles(visible_to=doer), "offers": queries.my_offers(visible_to=doer),
        "kept": [(one.what, one.why, one.until) for one in kinds_of_data()],
        "calendar_href": address_of("dates"), "papers": [paper for found in papers for paper in found(person.pk)],
    }
    return render(request, "people/me.html", context, status=422 if form.is_bound else 200)


@require_POST
def answer_offer(request: HttpRequest) -> HttpResponse:
    """Say yes or no to a role that I am asked to take."""
    doer = doer_behind(request)
    rules.must_be_somebody(doer)
    number, said = number_sent(request, "offer"), request.POST.get("answer")
    if said == "yes":
        held = commands.accept_offer(offer=number, by=doer)
        messages.success(request, _("You are one of %(name)s now.") % {"name": held.organisation.name})
    elif said == "no":
        declined = commands.decline_offer(offer=number, by=doer)
        messages.success(request, _("You said no to %(name)s. Nothing is kept of it.") % {"name": declined.organisation.name})
    else:
        raise Invalid(_("Say yes or no."))
    return redirect("people:me")


@require_http_methods(["GET", "HEAD", "POST"])
def leave_role(request: HttpRequest, membership: int) -> HttpResponse:
    """Say what goes with a role of mine, and lay it down by a press."""
    doer = doer_behind(request)
    held = queries.own_membership(membership, visible_to=doer)
    if request.method == "POST":
        commands.end_role(membership=held, by=doer)
        messages.success(request, _("You no longer have this role at %(name)s.") % {"name": held.organisation.name})
        return redirect("people:me")
    return render(request, "people/leave_role.html", {"held": held, "words": rules.ROLE_WORDS[held.role]})


@require_safe
def data(request: HttpRequest) -> HttpResponse:
    """Show everything that is kept about me."""
    return render(request, "people/data.html", {"kinds": queries.my_data_in_words(visible_to=doer_behind(request))})


@require_safe
def data_file(request: HttpRequest) -> HttpResponse:
    """Hand the same out as a file."""
    found = queries.my_data(visible_to=doer_behind(request))
    answer = JsonResponse(found, json_dumps_params={"ensure_ascii": False, "indent": 2})
    answer["Content-Disposition"] = 'attachment; filename="samskaper.json"'
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest) -> HttpResponse:
    """Say what goes and what stays; a press erases, and the answer says what was kept and why."""
    doer = doer_behind(request)
    person = queries.me(visible_to=doer)
    if request.method != "POST":
        return render(request, "people/erase.html", {"me": person, "kept": kinds_of_data()})
    answers = commands.erase_person(person=person, by=doer)
    logout(request)
    request.doer = GUEST  # type: ignore[attr-defined]
    return render(request, "people/erased.html", {"answers": answers, "kept": [item for item in answers if item.kept]})
