"""Edited pages take every address that nobody else has taken.

Of the library's own doors only the pages are open, for reading: it brings a second sign-in and a password for single
pages, and neither is ours.
"""

from django.urls import URLPattern, URLResolver, path, re_path
from django.views.generic import RedirectView
from wagtail.urls import serve_pattern

from samskaper.editorial.views import page

urlpatterns: list[URLPattern | URLResolver] = [
    path("_util/login/", RedirectView.as_view(pattern_name="account_login", query_string=True), name="wagtailcore_login"),
    re_path(serve_pattern, page, name="wagtail_serve"),
]
