"""The editors' tool."""

from django.urls import URLPattern, URLResolver, include, path
from wagtail.admin import urls as admin_urls
from wagtail.documents import urls as documents_urls

urlpatterns: list[URLPattern | URLResolver] = [
    path("documents/", include(documents_urls)),
    path("", include(admin_urls)),
]
