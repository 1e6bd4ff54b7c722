"""Films and what belongs to them: in pieces, as captions, as a picture. The same for everybody who may see the method."""

from __future__ import annotations

from typing import BinaryIO, cast

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_safe

from samskaper.commons.people.middleware import doer_behind
from samskaper.editorial.drawing import has_picture, picture_file
from samskaper.editorial.films import captions, webvtt
from samskaper.editorial.films.manifest import has_film, manifest, place
from samskaper.editorial.queries import uploaded_film as find_uploaded
from samskaper.foundation.refusals import Missing
from samskaper.ui.ranges import ASK_EACH_TIME, FOR_LONG, in_pieces

TYPES = {"webm": "video/webm", "mp4": "video/mp4", "jpg": "image/jpeg"}
TRACK = "text/vtt; charset=utf-8"


@require_safe
def kit_film(request: HttpRequest, key: str, language: str, kind: str) -> HttpResponseBase:
    """A film of the kit. Its address carries its fingerprint, so that it is fetched once."""
    if not has_film(key, language):
        raise Missing
    file, mark = place(key, language, kind), manifest()[f"{key}.{language}"].prints[kind]
    cache = FOR_LONG if request.GET.get("v") == mark else ASK_EACH_TIME
    return in_pieces(request, file.open("rb"), file.stat().st_size, content_type=TYPES[kind], mark=mark, cache=cache)


@require_safe
def kit_track(request: HttpRequest, key: str, language: str, track: str) -> HttpResponse:
    """Captions of a film of the kit, or what is seen in it."""
    if not has_film(key, language):
        raise Missing
    cues = captions.captions(key, language) if track == "captions" else captions.descriptions(key, language)
    return HttpResponse(captions.vtt(cues), content_type=TRACK, headers={"Cache-Control": ASK_EACH_TIME})


@require_safe
def kit_still(request: HttpRequest, key: str) -> HttpResponse:
    """The picture of a method as a file, in fixed colours: what stands where a film will be."""
    if not has_picture(key):
        raise Missing
    return HttpResponse(picture_file(key), content_type="image/svg+xml", headers={"Cache-Control": "public, max-age=86400"})


@require_safe
def uploaded_film(request: HttpRequest, number: int, kind: str) -> HttpResponseBase:
    """A film that editors have put on a page, its captions, or its picture."""
    film = find_uploaded(number, visible_to=doer_behind(request))
    if film is None:
        raise Missing
    if kind == "vtt":
        with film.captions.open("rb") as file:
            content = captions.vtt(webvtt.read(file.read()))
        return HttpResponse(content, content_type=TRACK, headers={"Cache-Control": ASK_EACH_TIME})
    stored = film.file(kind)
    if not stored:
        raise Missing
    return in_pieces(request, cast(BinaryIO, stored.open("rb")), stored.size, content_type=TYPES[kind], mark=film.mark(kind))
