"""The baselines: views that answer with a few bytes, as WSGI applications for the same server as the pages.

`application` with BENCH_TRIVIAL=bare is a new Django project: its middleware and nothing else. Otherwise it is the
house with one address: the same settings and middleware as the pages. `/` answers anybody; `/me/` is what
`login_required` makes of it: the session and the account are read, as for every page of somebody signed in.
"""

import os

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

if os.environ.get("BENCH_TRIVIAL") == "bare":
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
        INSTALLED_APPS=[
            "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "django.contrib.messages",
        ],
    )
else:
    settings.ROOT_URLCONF = "bench.trivial"
django.setup()


def anybody(request: HttpRequest) -> HttpResponse:
    """Two bytes."""
    return HttpResponse("ok")


def somebody(request: HttpRequest) -> HttpResponse:
    """Two bytes for somebody signed in; 403 for a guest."""
    return HttpResponse("ok") if request.user.is_authenticated else HttpResponse(status=403)


urlpatterns = [path("", anybody), path("me/", somebody)]
application = get_wsgi_application()
