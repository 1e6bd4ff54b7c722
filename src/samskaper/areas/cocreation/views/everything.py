"""Behind the link: everything that is written down about a party, to read, to take along, and to delete."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.text import slugify
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from samskaper.areas.cocreation.commands import forgetting
from samskaper.areas.cocreation.queries import everything as queries
from samskaper.areas.cocreation.views.behind import bearer, show


@never_cache
@require_safe
def everything(request: HttpRequest, secret: str) -> HttpResponse:
    """Everything that libraries have written down about us."""
    contact, doer = bearer(request, secret)
    found = queries.everything(contact, visible_to=doer)
    return show(request, "everything", secret, contact, found=found, years=queries.kept_years())


@never_cache
@require_safe
def everything_file(request: HttpRequest, secret: str, form: str) -> HttpResponse:
    """The same as a file: to be read by people (html) or by machines (json)."""
    contact, doer = bearer(request, secret)
    return as_file(queries.everything(contact, visible_to=doer), form)


def as_file(found: queries.Everything, form: str) -> HttpResponse:
    """Answer with a file that holds everything about a party."""
    if form == "json":
        answer: HttpResponse = JsonResponse(found.as_data(), json_dumps_params={"ensure_ascii": False, "indent": 2})
    else:
        answer = HttpResponse(render_to_string("cocreation/everything_file.html", {"found": found}), content_type="text/html; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{slugify(found.party.name) or "samskaper"}.{form}"'
    return answer


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def forget(request: HttpRequest, secret: str) -> HttpResponse:
    """Say what goes and what is kept; a press deletes, and the answer says what was kept and why."""
    contact, doer = bearer(request, secret)
    if request.method != "POST":
        return show(request, "forget", secret, contact, years=queries.kept_years())
    library = contact.owner
    forgetting.forget(party=contact.party_id, contact=contact, by=doer)
    return render(request, "cocreation/forgotten.html", {"library": library})
