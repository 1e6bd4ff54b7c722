"""Taking the kit along: what there is, and the files."""

from __future__ import annotations

from django.core.files.storage import default_storage
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotModified
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from samskaper.areas.startkit.commands.packages import pack
from samskaper.areas.startkit.queries.editions import find
from samskaper.areas.startkit.queries.packages import LANGUAGES, Form, package
from samskaper.areas.startkit.queries.taking import offers, sheets_of
from samskaper.areas.startkit.queries.volumes import Volume, volumes
from samskaper.foundation.refusals import Missing
from samskaper.ui.guests import same_for_guests


@require_safe
@same_for_guests
def take(request: HttpRequest, edition: int, key: str = "") -> HttpResponse:
    """What can be taken along of an edition, or of one method: for whom, how large, and under which licence."""
    found = _volumes(edition, key)
    here = next((one for one in found if one.language == get_language()), None)
    if here is None:
        raise Missing()
    return TemplateResponse(request, "startkit/take.html", {
        "volume": here, "offers": [(offer, pack(offer.package).size) for offer in offers(found)],
    })


@require_safe
def file(request: HttpRequest, edition: int, form: str, key: str = "", every_language: bool = False, films: bool = False) -> HttpResponseBase:
    """A package, as it was packed for these texts; the browser that has it already gets nothing."""
    found = _volumes(edition, key, LANGUAGES if every_language else (get_language() or "",))
    kept = pack(package(Form(form), found, sheets_of(found), films=films))
    headers = {"ETag": f'"{kept.tag}"', "Cache-Control": "public, no-cache"}
    if request.headers.get("If-None-Match") == headers["ETag"]:
        return HttpResponseNotModified(headers=headers)
    return FileResponse(default_storage.open(kept.path), as_attachment=True, filename=kept.name, content_type="application/zip", headers=headers)


def _volumes(number: int, key: str, codes: tuple[str, ...] = LANGUAGES) -> tuple[Volume, ...]:
    """Return what is to be taken along, in each of the languages that have it. Raises Missing where none has."""
    edition = find(number)
    found = volumes(edition, codes, key) if edition else ()
    if not found:
        raise Missing()
    return found
