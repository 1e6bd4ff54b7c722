"""The baseline: a view that returns two bytes, behind the middleware of a new Django project."""

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

settings.configure(
    SECRET_KEY="only for measuring",
    ALLOWED_HOSTS=["localhost"],
    ROOT_URLCONF="bench.trivial",
    MIDDLEWARE=[
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
    ],
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "django.contrib.messages"],
)
django.setup()


def trivial(request: HttpRequest) -> HttpResponse:
    """Two bytes."""
    return HttpResponse("ok")


urlpatterns = [path("", trivial)]
application = get_wsgi_application()
