"""What finding somebody costs among many: milliseconds of processor time among 600 parties and among 60,000, and their ratio.

    .venv/bin/python -m bench.register          # SQLite, in a folder of its own
    DATABASE_URL=postgres://… .venv/bin/python -m bench.register    # an empty database that may be filled

The query and what it returns are counted (at most 40 parties with county and municipality), not a page around it. Ends with 1
when a name that is asked for in full costs more than five times as much among a hundred times as many.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samskaper.config.settings")
os.environ.setdefault("SAMSKAPER_DATA", tempfile.mkdtemp(prefix="samskaper-bench-"))

import django

django.setup()

from django.core.management import call_command
from django.db import connection

from samskaper.areas.cocreation.commands.naming import write_words
from samskaper.areas.cocreation.models import Party, PartyKind
from samskaper.areas.cocreation.queries.parties import search
from samskaper.commons.people.commands import load_places
from samskaper.commons.people.doer import SYSTEM, Doer, DoerKind, Held
from samskaper.commons.people.models import Municipality, Organisation, OrganisationKind, Role
from samskaper.foundation import clock

WHAT = ("idrettslag", "historielag", "songlag", "skolekorps", "velforening", "speidergruppe", "sanitetsforening", "bygdekvinnelag", "sjakklubb", "IL")
SIZES = (600, 60_000)
TIMES = 40
MOST = 5.0


def fill(library: Organisation, number: int, places: list[Municipality]) -> None:
    """Write down so many parties, with names as they are in a country: a place and a kind, the same kinds everywhere."""
    chance = random.Random(7)
    for begin in range(0, number, 2_000):
        rows = []
        for place in range(begin, min(begin + 2_000, number)):
            home = chance.choice(places)
            name = f"{home.name} {chance.choice(WHAT)} {place if place % 3 else ''}".strip()
            rows.append(Party(
                owner=library, kind=PartyKind.ASSOCIATION, name=name, number=f"8{place:08d}", county_id=home.county_id, municipality=home, from_register=True
            ))
        Party.objects.bulk_create(rows)
        write_words(rows)


def cost(words: str, doer: Doer) -> tuple[float, int]:
    """Return the milliseconds of one question (the least of several, so that others' work counts little), and how many were found."""
    least, found = 1e9, 0
    for _ in range(TIMES):
        before = time.perf_counter()
        found = len(list(search(words, visible_to=doer)))
        least = min(least, time.perf_counter() - before)
    return least * 1000, found


def main() -> int:
    """Print the table."""
    call_command("migrate", verbosity=0)
    load_places(by=SYSTEM)
    places = list(Municipality.objects.valid_on(clock.today()).filter(county__country="NO").select_related("county"))
    home = next(place for place in places if place.name == "Alvdal")
    library = Organisation.objects.create(kind=OrganisationKind.REGIONAL_LIBRARY, name="Fylkesbiblioteket", county=home.county)
    doer = Doer(DoerKind.PERSON, person=1, roles=frozenset({Held(library.pk, Role.ADVISER)}))
    asked = ("alvdal historielag", "alvdal", "historiel", "hi", "800000123", "nobody here")
    costs: dict[str, list[tuple[float, int]]] = {words: [] for words in asked}
    for size in SIZES:
        Party.objects.all().delete()
        fill(library, size, places)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        for words in asked:
            costs[words].append(cost(words, doer))
    print(f"{connection.vendor}: {SIZES[0]} and {SIZES[1]} parties\n{'asked for':20} {'ms':>8} {'ms':>8} {'ratio':>7}  found")
    for words, ((few, found), (many, most)) in costs.items():
        print(f"{words:20} {few:8.2f} {many:8.2f} {many / few:7.1f}  {found}, {most}")
    (few, _), (many, _) = costs["alvdal historielag"]
    return 1 if many / few > MOST else 0


if __name__ == "__main__":
    sys.exit(main())
