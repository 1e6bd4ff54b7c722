"""A method on paper: the sheet, what hangs on the wall, and a file for Word."""

from __future__ import annotations

from django.core.files.storage import default_storage
from django.http import FileResponse, HttpRequest, HttpResponseBase, HttpResponseNotModified
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from samskaper.areas.startkit.commands.papers import made
from samskaper.areas.startkit.queries.papers import paper
from samskaper.areas.startkit.rules.papers import Form
from samskaper.foundation.refusals import Missing


@require_safe
def file(request: HttpRequest, edition: int, key: str, form: str) -> HttpResponseBase:
    """A method on paper, made once for these words; the browser that has it already gets nothing."""
    what = paper(Form(form), edition, key, get_language() or "")
    if what is None:
        raise Missing
    headers = {"ETag": f'"{what.fingerprint}"', "Cache-Control": "public, no-cache"}
    if request.headers.get("If-None-Match") == headers["ETag"]:
        return HttpResponseNotModified(headers=headers)
    content = default_storage.open(made(what))
    return FileResponse(
        content, as_attachment=what.form is Form.WORD, filename=f"{what.name}.{what.kind}", content_type=what.content_type,
        headers=headers | {"Content-Language": what.method.language},
    )
