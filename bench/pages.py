"""What the main pages cost: queries, processor-ms in the web process, and how many times a trivial Django view.

    .venv/bin/python -m bench.pages [--requests 40] [--small 50] [--large 500]

Everything is asked over HTTP of the same web server (waitress, one thread) in the same run, and what is
counted is the processor time of the server's processes, so that the client and the other work of the machine do not
count. There are three baselines, all in bench/trivial.py, and none does anything but answer with two bytes:

- `bare`: a new Django project with the middleware that Django gives it. The ratio to it stands last in each row.
- `guest`: the house's own settings and middleware, for a visitor. Pages of guests are held against it.
- `signed in`: the same for somebody signed in, so that the session and the account are read, as any page with
  login_required does. Pages of somebody signed in are held against it: at most 8 times, 3 is the aim.

What a page draws is kept for equal values (samskaper/ui/drawn.py), so a page that is asked for again is cheaper than
one whose every row is new. Both are printed: `ms` is the page as most people meet it, `first` is the page when nothing
at all was kept (right after a start, or after somebody was erased).

Pages are measured at two sizes of data (50 programmes with 3,000 participants, 500 with 30,000). Ends with 1 if a
page's queries grow with the data, or if a page does not answer 200. On a busy machine every figure is higher, and
pages, which touch more memory, more than baselines: say the load beside the figures.
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
from dataclasses import dataclass
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

from bench.data import make
from bench.plans import around
from bench.tour import Page, tour
from samskaper.commons.people.middleware import SESSION_KEY
from samskaper.commons.people.models import Person


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
    """Processor time of all threads of these processes, in ms (the kernel counts it in ns)."""
    files = (file for pid in pids for file in Path(f"/proc/{pid}/task").glob("*/schedstat"))
    return sum(int(file.read_text().split()[0]) for file in files) / 1e6


@contextmanager
def served(application: str, port: int, **environment: str) -> Iterator[list[int]]:
    """Serve a WSGI application with one worker; yields the processes to count."""
    command = [sys.executable, "-m", "waitress", f"--listen=localhost:{port}", "--threads=1", application]
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, **environment}
    )
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


def _get(port: int, address: str, cookie: str, requests: int, **headers: str) -> int:
    line = http.client.HTTPConnection("localhost", port, timeout=60)
    status = 0
    for _ in range(requests):
        line.request("GET", address, headers={"Cookie": cookie, "Host": f"localhost:{port}", **headers})
        answer = line.getresponse()
        answer.read()
        status = answer.status
    return status


def _cost(pids: list[int], port: int, address: str, cookie: str, requests: int) -> tuple[float, int]:
    _get(port, address, cookie, 5)
    before = _processor_ms(pids)
    status = _get(port, address, cookie, requests)
    return (_processor_ms(pids) - before) / requests, status


def _first(pids: list[int], address: str, cookie: str, requests: int) -> float:
    """What the page costs when nothing was kept before it."""
    before = _processor_ms(pids)
    _get(8190, address, cookie, requests, **{"Bench-Forget": "1"})
    return (_processor_ms(pids) - before) / requests


def _signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person.account, backend="django.contrib.auth.backends.ModelBackend")  # type: ignore[arg-type]
    session = client.session
    session[SESSION_KEY] = person.pk
    session.save()
    return client


def _cookie(client: Client) -> str:
    return "; ".join(f"{key}={morsel.value}" for key, morsel in client.cookies.items())


def _queries(client: Client, address: str) -> int:
    """Count the questions of a page, the lesser of two: what is kept for ten seconds may run out in one of them."""
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as captured:
            client.get(address, headers={"host": "localhost"})
        counts.append(len(captured))
    return min(counts)


@dataclass(frozen=True, slots=True)
class Baselines:
    """What trivial views cost, in processor-ms a request."""

    bare: float
    guest: float
    signed_in: float


def _baselines(somebody: Client, requests: int) -> Baselines:
    with served("bench.trivial:application", 8191, BENCH_TRIVIAL="bare") as pids:
        bare, _status = _cost(pids, 8191, "/", "", requests)
    with served("bench.trivial:application", 8192) as pids:
        guest, _status = _cost(pids, 8192, "/", "", requests)
        signed_in, status = _cost(pids, 8192, "/me/", _cookie(somebody), requests)
    assert status == 200, "the baseline is not signed in"
    return Baselines(bare, guest, signed_in)


def _measure(pages: list[Page], pids: list[int], requests: int, trivial: Baselines) -> dict[str, int]:
    print(f"{'page':26}{'status':>7}{'queries':>9}{'ms':>8}{'ratio':>7}{'to bare':>9}{'first':>8}{'ratio':>7}")
    counts = {}
    for name, person, address in pages:
        client = _signed_in(person) if person else Client()
        cost, status = _cost(pids, 8190, address, _cookie(client), requests)
        first = _first(pids, address, _cookie(client), max(requests // 4, 1))
        counts[name] = _queries(client, address) if status == 200 else -status
        base = trivial.signed_in if client.cookies else trivial.guest
        ratios = f"{cost:>8.1f}{cost / base:>7.1f}{cost / trivial.bare:>9.1f}{first:>8.1f}{first / base:>7.1f}"
        print(f"{name:26}{status:>7}{counts[name]:>9}{ratios}", flush=True)
    return counts


def _load() -> str:
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors"


def main() -> int:
    """Measure and print; return 1 when the number of queries grew with the data."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--requests", type=int, default=40)
    parser.add_argument("--small", type=int, default=50)
    parser.add_argument("--large", type=int, default=500)
    options = parser.parse_args()
    call_command("migrate", verbosity=0)
    made = make(options.small)
    hung = around(made.programme, made.library)
    trivial = _baselines(_signed_in(made.adviser), options.requests * 20)
    print(f"trivial view, processor-ms: bare {trivial.bare:.2f}, guest {trivial.guest:.2f}, signed in {trivial.signed_in:.2f}; {_load()}")
    counts = []
    with served("bench.served:application", 8190) as pids:
        for more in (0, options.large - options.small):
            if more:
                make(more, library=made.library)
            size = options.small + more
            print(f"\n{size} programmes, {size * 60:,} participants; {_load()}")
            counts.append(_measure(tour(made, hung), pids, options.requests, trivial))
    return _verdict(*counts)


def _verdict(small: dict[str, int], large: dict[str, int]) -> int:
    failed = [name for counts in (small, large) for name, number in counts.items() if number < 0]
    grown = [name for name in small if large[name] > small[name]]
    print("\nqueries grow on: " + ", ".join(grown) if grown else "\nqueries do not grow with the data")
    if failed:
        print("did not answer 200: " + ", ".join(failed))
    return 1 if grown or failed else 0


if __name__ == "__main__":
    try:
        code = main()
    finally:
        shutil.rmtree(DATA, ignore_errors=True)
    sys.exit(code)
