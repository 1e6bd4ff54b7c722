"""What the main pages cost: queries, processor-ms in the web process, and how many times a trivial Django view.

    .venv/bin/python -m bench.pages [--requests 40] [--small 50] [--large 500]

Both are served by the same web server in the same run. The baseline is a view that returns two bytes behind the
middleware of a new Django project. Pages are measured at two sizes of data (50 programmes with 3,000 participants, 500
with 30,000). Ends with 1 if a page's queries grow with the data.
"""

from __future__ import annotations

import argparse
import http.client
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DATA = tempfile.mkdtemp(prefix="samskaper-bench-")
os.environ.update(DJANGO_SETTINGS_MODULE="samskaper.config.settings", SAMSKAPER_DATA=DATA, PORT="8190")
os.environ.pop("DATABASE_URL", None)

import django

django.setup()

from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.data import Made, make
from samskaper.commons.people.middleware import SESSION_KEY
from samskaper.commons.people.models import Person

TICKS = os.sysconf("SC_CLK_TCK")
GRANIAN = str(Path(sys.executable).parent / "granian")


def _children(pid: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(stat.read_text().rsplit(")", 1)[1].split()[1])
        except (FileNotFoundError, ProcessLookupError):
            continue
        if parent == pid:
            found.append(int(stat.parent.name))
    return found


def _processor_ms(pids: list[int]) -> float:
    ticks = 0
    for pid in pids:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks * 1000 / TICKS


@contextmanager
def served(application: str, port: int) -> Iterator[list[int]]:
    """Serve a WSGI application with one worker; yields the processes to count."""
    command = [GRANIAN, "--interface", "wsgi", "--port", str(port), "--blocking-threads", "1", application]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            try:
                http.client.HTTPConnection("localhost", port, timeout=1).request("GET", "/")
                break
            except OSError:
                time.sleep(0.1)
        yield [process.pid, *_children(process.pid)]
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)


def _get(port: int, address: str, cookie: str, requests: int) -> int:
    line = http.client.HTTPConnection("localhost", port, timeout=60)
    status = 0
    for _ in range(requests):
        line.request("GET", address, headers={"Cookie": cookie, "Host": f"localhost:{port}"})
        answer = line.getresponse()
        answer.read()
        status = answer.status
    return status


def _cost(pids: list[int], port: int, address: str, cookie: str, requests: int) -> tuple[float, int]:
    _get(port, address, cookie, 5)
    before = _processor_ms(pids)
    status = _get(port, address, cookie, requests)
    return (_processor_ms(pids) - before) / requests, status


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
    with CaptureQueriesContext(connection) as captured:
        client.get(address, headers={"host": "localhost"})
    return len(captured)


def _measure(made: Made, pids: list[int], requests: int, trivial_ms: float) -> dict[str, int]:
    print(f"{'page':26}{'status':>7}{'queries':>9}{'ms':>8}{'ratio':>7}")
    counts = {}
    for name, client, address in _pages(made):
        cookie = "; ".join(f"{key}={morsel.value}" for key, morsel in client.cookies.items())
        cost, status = _cost(pids, 8190, address, cookie, requests)
        counts[name] = _queries(client, address)
        print(f"{name:26}{status:>7}{counts[name]:>9}{cost:>8.1f}{cost / trivial_ms:>7.1f}", flush=True)
    return counts


def main() -> int:
    """Measure and print; return 1 when the number of queries grew with the data."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--requests", type=int, default=40)
    parser.add_argument("--small", type=int, default=50)
    parser.add_argument("--large", type=int, default=500)
    options = parser.parse_args()
    call_command("migrate", verbosity=0)
    with served("bench.trivial:application", 8191) as pids:
        trivial_ms, _status = _cost(pids, 8191, "/", "", options.requests * 20)
    print(f"trivial view: {trivial_ms:.2f} processor-ms")
    made = make(options.small)
    counts = []
    with served("samskaper.config.wsgi:application", 8190) as pids:
        for more in (0, options.large - options.small):
            if more:
                make(more, library=made.library)
            size = options.small + more
            print(f"\n{size} programmes, {size * 60:,} participants")
            counts.append(_measure(made, pids, options.requests, trivial_ms))
    small, large = counts
    grown = [name for name in small if large[name] > small[name]]
    print("\nqueries grow on: " + ", ".join(grown) if grown else "\nqueries do not grow with the data")
    return 1 if grown else 0


if __name__ == "__main__":
    try:
        code = main()
    finally:
        shutil.rmtree(DATA, ignore_errors=True)
    sys.exit(code)
