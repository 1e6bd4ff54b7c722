"""How long a search takes over much and over little: `python -m bench.search [--rows 60000]`.

Makes two collections in files of their own, 600 and 60,000 rows of invented texts with a few readers each, and asks both
the same questions, as a guest and as somebody with roles. Prints milliseconds of processor time, the database's with it, and their ratio; asserts nothing.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator

FOLDER = tempfile.TemporaryDirectory()
os.environ |= {"SAMSKAPER_DATA": FOLDER.name, "DATABASE_URL": "", "DJANGO_SETTINGS_MODULE": "samskaper.config.settings"}

import django

django.setup()

from django.db import connection, connections, transaction

from samskaper.commons.people.doer import GUEST, Doer, DoerKind, Held
from samskaper.commons.search import commands
from samskaper.commons.search.engines import engine_of
from samskaper.commons.search.models import Document, Known, Reader
from samskaper.commons.search.queries import find
from samskaper.commons.search.register import Text
from samskaper.foundation.refs import Ref

FEW, MANY, TIMES = 600, 60_000, 15
KIND = "programmes.programme"
WORDS = (
    "bibliotek", "kurs", "samtale", "møte", "rom", "forening", "frivillig", "barn", "eldre", "ungdom", "språk", "kaffe", "bok", "utstilling",
    "plan", "kommune", "prosjekt", "metode", "erfaring", "utfordring", "tiltak", "samling", "avtale", "dugnad", "hage", "musikk", "teater",
    "film", "historie", "natur", "helse", "skole", "vei", "vann", "lys", "mat", "sang", "spill",
)
RARE = [f"{one}{other}" for one in ("fjell", "skog", "hav", "elv", "myr", "dal", "nes", "vik") for other in ("rype", "måke", "orre", "gaupe", "bever", "sopp")]
MEMBER = Doer(DoerKind.PERSON, person=7, name="Somebody", roles=frozenset({Held(3, "adviser"), Held(4, "staff")}))
QUESTIONS = ("samling", "fjellrype", "kaffe for eldre", "bibliotekrom", "frivilige", "xyzzyx", "hvordan får vi med ungdom i bygda")


def texts(number: int) -> Iterator[Text]:
    """Yield invented texts: half for everybody, the rest for an organisation; rare words in one of a hundred."""
    chance = random.Random(4)
    for place in range(1, number + 1):
        some = [chance.choice(WORDS) for _word in range(40)] + ([chance.choice(RARE)] if place % 100 == 0 else [])
        title = " ".join(chance.sample(some, 4))
        yield Text(
            Ref(KIND, place), "nb", title, " ".join(some[:10]), " ".join(some), None if place % 2 else frozenset({f"o{place % 40}"}), path=f"/nb/{place}/",
        )


def lay(number: int) -> float:
    """Fill an empty index with so many rows, in bulk; return the seconds that it took."""
    begun, engine = time.process_time(), engine_of(connection)
    every = list(texts(number))
    rows = [
        Document(
            kind=KIND, ref_kind=KIND, ref_id=one.ref.id, bundle=str(one.ref), language=one.language, title=one.title, lead=one.lead, text=one.text,
            path=one.path, everybody=one.readers is None, sort=one.title, seal="",
        )
        for one in every
    ]
    with transaction.atomic(), connection.cursor() as cursor:
        laid = Document.objects.bulk_create(rows, batch_size=2_000)
        pairs = zip(laid, every, strict=True)
        Reader.objects.bulk_create((Reader(document=row, token=token) for row, one in pairs for token in one.readers or ()), batch_size=2_000)
        Known.objects.bulk_create([Known(word=word) for word in (*WORDS, *RARE) if word.isascii()])
        for row in laid:
            cursor.execute(*engine.put(row.pk, commands.keys_of(row)))
    return time.process_time() - begun


def asked(line: str, who: Doer) -> float:
    """Return the median milliseconds of a search."""
    find(line, visible_to=who, language="nb")
    taken = []
    for _time in range(TIMES):
        begun = time.process_time()
        find(line, visible_to=who, language="nb")
        taken.append((time.process_time() - begun) * 1_000)
    return statistics.median(taken)


def measured(number: int) -> tuple[dict[tuple[str, str], float], float]:
    """Return the milliseconds of each question over so many rows, and the seconds of laying them, in a new database."""
    connections.close_all()
    connections.settings["default"]["NAME"] = connection.settings_dict["NAME"] = f"{FOLDER.name}/{number}.sqlite3"
    with connection.schema_editor() as editor:
        for model in (Document, Reader, Known):
            editor.create_model(model)
        for statement in engine_of(connection).tables:
            editor.execute(statement)
    seconds = lay(number)
    return {(line, who.name or "guest"): asked(line, who) for who in (GUEST, MEMBER) for line in QUESTIONS}, seconds


def main() -> None:
    """Measure and print."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--rows", type=int, default=MANY)
    rows = reader.parse_args(sys.argv[1:]).rows
    little, begun = measured(FEW)
    much, taken = measured(rows)
    print(f"{'question':38}{'who':>10}{FEW:>9} rows{rows:>9} rows{'ratio':>8}")
    for (line, who), few in little.items():
        print(f"{line:38}{who:>10}{few:>11.1f} ms{much[line, who]:>11.1f} ms{much[line, who] / few:>8.1f}")
    print(f"\n{'median':48}{statistics.median(little.values()):>11.1f} ms{statistics.median(much.values()):>11.1f} ms", end="")
    print(f"{statistics.median(much.values()) / statistics.median(little.values()):>8.1f}")
    print(f"Laid in {begun:.1f} s and {taken:.1f} s: {taken / rows * 1_000:.2f} ms a row.")


if __name__ == "__main__":
    main()
