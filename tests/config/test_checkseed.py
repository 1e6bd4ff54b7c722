"""`samskaper check-seed` works on a database of its own and leaves every other as it is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from samskaper.commons.people.models import Installation, Organisation
from samskaper.config.checkseed import command
from samskaper.config.doors import EVERYBODY


def samskaper(data: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}}
    environment |= {"SAMSKAPER_DATA": str(data), "PYTHONPATH": os.pathsep.join(sys.path)}
    program = [sys.executable, "-c", "from samskaper.config.cli import main; main()", *arguments]
    return subprocess.run(program, env=environment, capture_output=True, text=True, timeout=300, check=False)


def test_an_empty_folder_is_seeded_and_found_again(tmp_path: Path) -> None:
    first = samskaper(tmp_path, "check-seed", "--json")
    again = samskaper(tmp_path, "check-seed", "--json")

    assert first.returncode == 0, first.stderr[-2000:]
    found = json.loads(first.stdout)
    assert json.loads(again.stdout) == found
    assert set(found["roles"]) == EVERYBODY
    assert all("csrftoken" in cookies for cookies in found["roles"].values())
    assert len(found["urls"]) > 100
    assert len(found["canaries"]) > 50
    assert set(found["allow_write"]) >= set(found["urls"])
    assert {role for roles in found["allow_write"].values() for role in roles} <= EVERYBODY


@pytest.mark.django_db
def test_a_database_that_somebody_else_made_is_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    Organisation.objects.create(kind="public_library", name="Ours")

    code = command.run(as_json=True)

    assert code == 3
    assert "nothing was touched" in capsys.readouterr().err
    assert Organisation.objects.count() == 1


@pytest.mark.django_db
def test_a_mark_of_false_is_no_mark() -> None:
    Installation.objects.create(pk=1, seeded_for_checks=False)

    assert not command.is_marked()


@pytest.mark.django_db
def test_what_was_seeded_is_printed_from_what_was_kept(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Installation.objects.create(pk=1, seeded_for_checks=True)
    monkeypatch.setattr(settings, "DATA", tmp_path)
    (tmp_path / command.KEPT).write_text('{"roles": {}, "urls": [], "canaries": {}, "allow_write": {}}')

    assert command.run(as_json=True) == 0
    assert json.loads(capsys.readouterr().out)["urls"] == []


@pytest.mark.django_db
def test_a_marked_database_without_what_was_kept_is_left_alone(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Installation.objects.create(pk=1, seeded_for_checks=True)
    monkeypatch.setattr(settings, "DATA", tmp_path)

    assert command.run(as_json=False) == 3
    assert "Begin with an empty folder" in capsys.readouterr().err


@pytest.mark.django_db
def test_a_database_without_our_tables_has_no_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection.introspection, "table_names", lambda: ["somebody_elses"])

    assert not command.is_marked()
