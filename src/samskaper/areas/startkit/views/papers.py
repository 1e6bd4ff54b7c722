"""A method on paper: the sheet, what hangs on the wall, and a file for Word."""

from __future__ import annotations

from django.core.files.storage import default_storage
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotModified
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from samskaper.areas.startkit.commands import papers as commands
from samskaper.areas.startkit.queries import papers as queries
from samskaper.areas.startkit.rules.editions import must_prepare
from samskaper.areas.startkit.rules.papers import Form
from samskaper.commons.people.middleware import doer_behind
from samskaper.foundation.refusals import Missing
from samskaper.ui.answers import named


@require_safe
def file(request: HttpRequest, edition: int, key: str, form: str) -> HttpResponseBase:
    """A method on paper, made once for these words; the browser that has it already gets nothing."""
    what = queries.paper(Form(form), edition, key, get_language() or "")
    if what is None:
        raise Missing
    headers = {"ETag": f'"{what.fingerprint}"', "Cache-Control": "public, no-cache"}
    if request.headers.get("If-None-Match") == headers["ETag"]:
        return HttpResponseNotModified(headers=headers)
    content = default_storage.open(commands.made(what))
    return FileResponse(
        content, as_attachment=what.form is Form.WORD, filename=f"{what.name}.{what.kind}", content_type=what.content_type,
        headers=headers | {"Content-Language": what.method.language},
    )


@require_safe
def proof(request: HttpRequest, key: str) -> HttpResponse:
    """The sheet of a draft, for editors, to see whether its words fit."""
    must_prepare(doer_behind(request))
    what = queries.proof(key, get_language() or "")
    if what is None:
        raise Missing
    answer = HttpResponse(commands.proof(what), content_type=what.content_type, headers={"Cache-Control": "private, no-store"})
    return named(answer, what.name, what.kind)
