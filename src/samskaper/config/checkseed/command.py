"""`samskaper check-seed`: only on a database that it made itself."""

from __future__ import annotations

import json
import os
from typing import Any

import typer
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from samskaper.config.checkseed import seed

NOT_OURS = 3
KEPT = "check-seed.json"


def run(*, as_json: bool) -> int:
    """Seed an empty database, or find what was seeded, and print it. Returns the exit code."""
    try:
        found = seeded()
    except NotOurs as refusal:
        typer.echo(str(refusal), err=True)
        return NOT_OURS
    summary = f"{len(found['roles'])} roles, {len(found['urls'])} addresses, {len(found['canaries'])} canaries. --json prints them."
    typer.echo(json.dumps(found, ensure_ascii=False, indent=1) if as_json else summary)
    return 0


class NotOurs(Exception):
    """The database holds something that the seed did not make."""


def seeded() -> dict[str, Any]:
    """Return what was seeded, on a fresh database after seeding it. Raises NotOurs, with a sentence, on any other."""
    kept = settings.DATA / KEPT
    if not connection.introspection.table_names():
        call_command("migrate", verbosity=0, interactive=False)
        found = seed.as_json(seed.plant_seed())
        _keep(found)
        return found
    if not is_marked():
        raise NotOurs("This database was not made by check-seed, so nothing was touched. Let SAMSKAPER_DATA name an empty folder.")
    if not kept.exists():
        raise NotOurs(f"This database was made by check-seed, but {KEPT} beside it is gone. Begin with an empty folder.")
    answer: dict[str, Any] = json.loads(kept.read_text(encoding="utf-8"))
    return answer


def is_marked() -> bool:
    """Tell whether the seed made this database."""
    if "people_installation" not in connection.introspection.table_names():
        return False
    with connection.cursor() as cursor:
        columns = {column.name for column in connection.introspection.get_table_description(cursor, "people_installation")}
        if "seeded_for_checks" not in columns:
            return False
        cursor.execute("SELECT seeded_for_checks FROM people_installation WHERE id = 1")
        row = cursor.fetchone()
    return bool(row and row[0])


def _keep(found: dict[str, Any]) -> None:
    """Write down what was seeded, for the next time; it holds sign-ins, so nobody else may read it."""
    descriptor = os.open(settings.DATA / KEPT, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(found, file, ensure_ascii=False)
