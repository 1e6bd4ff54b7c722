"""The tables that a first start lays at once are those that the migrations make."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

from samskaper.config.setup.checkout import here
from samskaper.config.setup.ground import heading, lay
from tests.config.conftest import Scene

NAMES = re.compile(r"'[0-9a-f]{32}'")  # keys that are drawn by lot
WRITE = "from samskaper.config.ground import written; print(written(), end='')"


def lines(sql: str) -> list[str]:
    return NAMES.sub("'…'", sql).splitlines()


def test_the_sql_was_made_from_the_lock_and_the_migrations() -> None:
    assert here().ground.read_text().startswith(heading(here())), "Run: python -m samskaper.config.ground"


def test_the_sql_is_what_the_migrations_make(tmp_path: Path) -> None:
    environment = {**os.environ, "SAMSKAPER_DATA": str(tmp_path), "DATABASE_URL": "", "DJANGO_SETTINGS_MODULE": "samskaper.config.settings"}

    made = subprocess.run([sys.executable, "-c", WRITE], env=environment, capture_output=True, text=True, check=True).stdout

    assert lines(here().ground.read_text()) == lines(made)


def test_a_new_database_gets_the_tables(tmp_path: Path) -> None:
    database = tmp_path / "samskaper.sqlite3"

    assert lay(here(), database) is True

    with sqlite3.connect(database) as connection:
        assert connection.execute("SELECT count(*) FROM django_migrations").fetchone()[0] > 150
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert not connection.execute("PRAGMA foreign_key_check").fetchall()
    assert [path.name for path in tmp_path.iterdir()] == ["samskaper.sqlite3"]


def _written(scene: Scene, sql: str) -> Path:
    scene.file("requirements/base.txt", "django==5.2\n")
    scene.file("src/samskaper/commons/people/migrations/0001_initial.py")
    scene.file("src/samskaper/config/setup/ground.sql", sql)
    return scene.checkout.root / "samskaper.sqlite3"


def test_a_new_migration_makes_the_sql_old(scene: Scene) -> None:
    database = _written(scene, "")
    scene.file("src/samskaper/config/setup/ground.sql", f"{heading(scene.checkout)}\nCREATE TABLE a (b);\n")
    scene.file("src/samskaper/areas/projects/migrations/0002_more.py")

    assert lay(scene.checkout, database) is False


def test_sql_of_other_versions_is_left_to_the_migrations(scene: Scene) -> None:
    database = _written(scene, "-- Made from something else.\nCREATE TABLE a (b);\n")

    assert lay(scene.checkout, database) is False
    assert not database.exists()


def test_sql_that_cannot_be_read_leaves_no_database(scene: Scene) -> None:
    database = _written(scene, "")
    scene.file("src/samskaper/config/setup/ground.sql", f"{heading(scene.checkout)}\nCREATE NONSENSE;\n")

    assert lay(scene.checkout, database) is False
    assert not database.exists()


def test_without_the_sql_the_migrations_do_it_all(scene: Scene) -> None:
    assert lay(scene.checkout, scene.checkout.root / "samskaper.sqlite3") is False
