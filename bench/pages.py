"""What the main pages cost: queries, processor-ms, and how many times a trivial Django view.

    .venv/bin/python -m bench.pages [--requests 30] [--small 50] [--large 500]

Measured at two sizes of data in one run (50 programmes with 3,000 participants, 500 with 30,000). The baseline is a view
that returns two bytes behind the middleware of a new Django project. Ends with 1 if a page's queries grow with the data.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samskaper.config.settings")
os.environ["SAMSKAPER_DATA"] = tempfile.mkdtemp(prefix="samskaper-bench-")
os.environ.pop("DATABASE_URL", None)

import django

django.setup()

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import path

from bench.data import Made, make
from samskaper.commons.people.middleware import SESSION_KEY
from samskaper.commons.people.models import Person

settings.ALLOWED_HOSTS = ["testserver"]
TRIVIAL_MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]


def trivial(request: HttpRequest) -> HttpResponse:
    """The baseline."""
    return HttpResponse("ok")


urlpatterns = [path("trivial/", trivial)]


def _cost(get: Callable[[], int], requests: int) -> tuple[float, int]:
    for _ in range(3):
        status = get()
    begun = time.process_time()
    for _ in range(requests):
        get()
    return (time.process_time() - begun) * 1000 / requests, status


def _signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person.account, backend="django.contrib.auth.backends.ModelBackend")  # type: ignore[arg-type]
    session = client.session
    session[SESSION_KEY] = person.pk
    session.save()
    return client


def _pages(made: Made) -> list[tuple[str, Client, str]]:
    adviser, participant, number = _signed_in(made.adviser), _signed_in(made.participant), made.programme.pk
    return [
        ("home, guest", Client(), "/nb/"),
        ("method, guest", Client(), "/nb/exploratory-conversation/"),
        ("programme, guest", Client(), f"/nb/programmes/{number}/"),
        ("my desk, participant", participant, "/nb/desk/"),
        ("my way, participant", participant, f"/nb/programmes/{number}/mine/"),
        ("programmes, adviser", adviser, "/nb/programmes/"),
        ("lead, adviser", adviser, f"/nb/programmes/{number}/lead/"),
        ("my desk, adviser", adviser, "/nb/desk/"),
    ]


def _queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection, ) as captured:
        client.get(address)
    return len(captured)


def _measure(programmes: int, requests: int, trivial_ms: float) -> dict[str, int]:
    call_command("flush", interactive=False, verbosity=0)
    from samskaper.editorial.commands import lay_first_pages

    lay_first_pages()
    begun = time.monotonic()
    made = make(programmes)
    print(f"\n{programmes} programmes, {programmes * 60:,} participants (written in {time.monotonic() - begun:.0f} s)")
    print(f"{'page':26}{'status':>7}{'queries':>9}{'ms':>8}{'ratio':>7}")
    counts = {}
    for name, client, address in _pages(made):
        cost, status = _cost(lambda c=client, a=address: c.get(a).status_code, requests)  # type: ignore[misc]
        counts[name] = _queries(client, address)
        print(f"{name:26}{status:>7}{counts[name]:>9}{cost:>8.1f}{cost / trivial_ms:>7.1f}")
    return counts


def main() -> int:
    """Measure and print; return 1 when the number of queries grew with the data."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=30)
    parser.add_argument("--small", type=int, default=50)
    parser.add_argument("--large", type=int, default=500)
    options = parser.parse_args()
    call_command("migrate", verbosity=0)
    with override_settings(ROOT_URLCONF="bench.pages", MIDDLEWARE=TRIVIAL_MIDDLEWARE):
        client = Client()
        trivial_ms, _status = _cost(lambda: client.get("/trivial/").status_code, options.requests * 10)
    print(f"trivial view: {trivial_ms:.2f} processor-ms")
    small = _measure(options.small, options.requests, trivial_ms)
    large = _measure(options.large, options.requests, trivial_ms)
    grown = [name for name in small if large[name] > small[name]]
    print("\nqueries grow on: " + ", ".join(grown) if grown else "\nqueries do not grow with the data")
    return 1 if grown else 0


if __name__ == "__main__":
    sys.exit(main())
