"""Sending a course series out: to whom, with what letter, and how far the letters have come."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samskaper.areas.programmes.commands import publish as commands
from samskaper.areas.programmes.forms.addresses import read_addresses
from samskaper.areas.programmes.forms.publish import AddressesForm, ForewordForm, LibrariesForm
from samskaper.areas.programmes.forms.sheets import LARGEST
from samskaper.areas.programmes.queries import chain
from samskaper.areas.programmes.queries import publish as queries
from samskaper.areas.programmes.queries.setup import find_to_run
from samskaper.commons.people.middleware import doer_behind
from samskaper.foundation.refusals import Invalid
from samskaper.foundation.sent import sent, sent_files

PER_PAGE = 100
MOST_SHOWN = 500


@login_required
@require_safe
def publish(request: HttpRequest, number: int) -> HttpResponse:
    """Whom it goes to, the letter, and how far it has come."""
    doer = doer_behind(request)
    programme = find_to_run(number, visible_to=doer)
    context = {
        "programme": programme, "post": queries.post_of(programme, visible_to=doer),
        "libraries": LibrariesForm(libraries=queries.libraries_to_choose(programme, visible_to=doer)),
        "addresses": AddressesForm(), "foreword": ForewordForm(initial={"foreword": programme.foreword}),
        "letter": queries.preview(programme, visible_to=doer),
        "thread": chain.thread_of(programme, visible_to=doer), "outbox": reverse("mail:outbox"),
    }
    return render(request, "programmes/publish.html", context)


@login_required
@require_POST
def words(request: HttpRequest, number: int) -> HttpResponse:
    """Keep the adviser's own line, and show the letter with it; or send it to oneself to see how it arrives."""
    doer = doer_behind(request)
    programme = find_to_run(number, visible_to=doer)
    form = ForewordForm(request.POST)
    if not form.is_valid():
        raise Invalid(_("A line of your own has at most 1,500 signs. Shorten it a little."))
    commands.write_foreword(programme=programme, foreword=form.cleaned_data["foreword"], by=doer)
    if "test" in request.POST:
        email = commands.send_test(programme=find_to_run(number, visible_to=doer), by=doer)
        messages.success(request, _("The letter is on its way to %(email)s, and to nobody else.") % {"email": email})
    else:
        messages.success(request, _("Saved. This is how the letter is now."))
    return redirect(f"{reverse('programmes:publish', args=[number])}#letter")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def libraries(request: HttpRequest, number: int) -> HttpResponse:
    """Put the staff of libraries on the list."""
    doer = doer_behind(request)
    programme = find_to_run(number, visible_to=doer)
    form = LibrariesForm(sent(request), libraries=queries.libraries_to_choose(programme, visible_to=doer))
    if request.method == "POST" and form.is_valid():
        new = commands.invite_libraries(programme=programme, libraries=form.chosen(), by=doer)
        messages.success(request, _on_the_list(new))
        return redirect("programmes:publish", number)
    context = {"programme": programme, "form": form}
    return render(request, "programmes/publish_libraries.html", context, status=422 if form.is_bound else 200)


def _on_the_list(new: int) -> str:
    if not new:
        return _("They were all on the list already. Nobody is on it twice.")
    return ngettext("%(n)s person is put on the list. Nothing is sent yet.", "%(n)s people are put on the list. Nothing is sent yet.", new) % {"n": new}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def addresses(request: HttpRequest, number: int) -> HttpResponse:
    """Read an address list: the good rows go on the list, every bad one gets a sentence."""
    doer = doer_behind(request)
    programme = find_to_run(number, visible_to=doer)
    form = AddressesForm(sent(request), sent_files(request))
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            read = read_addresses(file.name or "", file.read(LARGEST + 1))
        except Invalid as refusal:
            form.add_error("file", str(refusal.sentence))
        else:
            guests = [commands.Guest(line.email, line.name, workplace=line.workplace) for line in read.lines]
            new = commands.invite(programme=programme, guests=guests, source=form.cleaned_data["source"], by=doer)
            context = {
                "programme": programme, "read": read, "new": new, "before": len(read.lines) - new,
                "bad": read.bad[:MOST_SHOWN], "twins": read.twins[:MOST_SHOWN], "most": MOST_SHOWN,
            }
            return render(request, "programmes/addresses_read.html", context)
    context = {"programme": programme, "form": form}
    return render(request, "programmes/addresses.html", context, status=422 if form.is_bound else 200)


@login_required
@require_safe
def invitations(request: HttpRequest, number: int) -> HttpResponse:
    """The list of those whom it goes to."""
    doer = doer_behind(request)
    programme = find_to_run(number, visible_to=doer)
    pages = Paginator(queries.invitations(programme, visible_to=doer), PER_PAGE)
    page = pages.get_page(request.GET.get("page"))
    receivers = queries.receivers(page.object_list, visible_to=doer)
    context = {"programme": programme, "page": page, "receivers": receivers, "number": pages.count}
    return render(request, "programmes/invitations.html", context)


@login_required
@require_POST
def uninvite(request: HttpRequest, number: int) -> HttpResponse:
    """Take somebody off the list again."""
    doer = doer_behind(request)
    programme = find_to_run(number, visible_to=doer)
    chosen = [int(value) for value in request.POST.getlist("invitation") if value.isascii() and value.isdigit() and len(value) < 18]
    gone = commands.uninvite(programme=programme, invitations=chosen, by=doer)
    messages.success(request, ngettext("%(n)s person is off the list.", "%(n)s people are off the list.", gone) % {"n": gone})
    return redirect("programmes:invitations", number)


@login_required
@require_POST
def send(request: HttpRequest, number: int) -> HttpResponse:
    """Send it to everybody on the list who has not got it."""
    doer = doer_behind(request)
    programme = find_to_run(number, visible_to=doer)
    sent = commands.send_programme(programme=programme, by=doer)
    said = ngettext("The letter to %(n)s person is on its way.", "The letters to %(n)s people are on their way.", sent) % {"n": sent}
    messages.success(request, said)
    return redirect("programmes:publish", number)
