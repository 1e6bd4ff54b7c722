"""What makes pages work on a phone without network: which to keep, the script that shows them, and the icon at home."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.utils import translation
from django.views.decorators.http import require_safe

import samskaper.ui
from samskaper.commons.people.context import site_name
from samskaper.commons.people.middleware import doer_behind
from samskaper.foundation.refusals import Missing
from samskaper.ui.phone import pages_for

SCRIPT = Path(samskaper.ui.__file__).parent / "static/ui/phone.js"


@login_required
@require_safe
def pages(request: HttpRequest) -> HttpResponse:
    """The pages that are kept on the phone of whoever asks."""
    doer = doer_behind(request)
    return JsonResponse({"person": doer.person, "pages": [asdict(page) for page in pages_for(doer)]})


@require_safe
def script(request: HttpRequest) -> HttpResponse:
    """The script that shows what is kept. It stands above all pages, because it answers for all of them."""
    if not SCRIPT.exists():
        raise Missing()
    return HttpResponse(SCRIPT.read_bytes(), content_type="text/javascript; charset=utf-8", headers={"Cache-Control": "no-cache"})


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """What stands under the icon on the home screen."""
    language = translation.get_language_from_request(request)
    icon = {"src": static("brand/icon.svg"), "sizes": "any", "type": "image/svg+xml"}
    about = {
        "name": site_name(language), "short_name": site_name(language), "lang": language, "start_url": "/", "scope": "/",
        "display": "standalone", "background_color": "#ffffff", "theme_color": "#0b4f60", "icons": [icon],
    }
    return JsonResponse(about, content_type="application/manifest+json", headers={"Cache-Control": "no-cache"})
