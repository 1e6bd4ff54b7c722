"""The editors' tool, for those who are editors today. Its own sign-in by password is closed: editors come in by ours."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, include, path
from django.utils.translation import gettext as _
from django.views.generic import RedirectView
from wagtail.admin import urls as admin_urls
from wagtail.documents import urls as documents_urls
from wagtail.utils.urlpatterns import decorate_urlpatterns

from samskaper.commons.people.middleware import doer_behind
from samskaper.editorial.rules import must_edit
from samskaper.editorial.views import writing
from samskaper.editorial.views.entrance import may_enter
from samskaper.foundation.refusals import Invalid, Missing

CRASH_ON_PURPOSE = "wagtailadmin_error_test"
# Pages of the tool that crash when the tree's root or an empty form is sent to them, which none of its buttons does.
FRAIL = frozenset({"set_page_position", "move_confirm", "wagtailadmin_choose_page_external_link", "wagtailsnippetchoosers_editorial_uploadedfilm:create"})


def for_editors(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Open a page of the tool to editors only; what it lets them do, the tool's own permissions say."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        must_edit(doer_behind(request))
        if not may_enter(request):
            return redirect(request.get_full_path())
        match = request.resolver_match
        names = {match.url_name, match.view_name} if match else set()
        if CRASH_ON_PURPOSE in names:
            raise Missing
        try:
            return view(request, *args, **kwargs)
        except AttributeError:
            if not names & FRAIL:
                raise
            raise Invalid(_("We could not read what the browser sent. Go back and try again."), status=400) from None

    return guarded


ours: list[URLPattern | URLResolver] = [
    path("new-method/", writing.new_method, name="new_method"),
    path("side-by-side/<slug:key>/<slug:left>/<slug:right>/", writing.side_by_side, name="side_by_side"),
]
tool: list[URLPattern | URLResolver] = decorate_urlpatterns([*ours, path("", include(admin_urls))], for_editors)
urlpatterns: list[URLPattern | URLResolver] = [
    path("documents/", include(documents_urls)),
    path("login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    *tool,
]
