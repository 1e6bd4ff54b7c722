"""The editors' tool. Its own sign-in by password is closed: editors come in by ours."""

from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView
from wagtail.admin import urls as admin_urls
from wagtail.documents import urls as documents_urls

urlpatterns: list[URLPattern | URLResolver] = [
    path("documents/", include(documents_urls)),
    path("login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("", include(admin_urls)),
]
