"""`samskaper projects import`: reads, prints JSON without a database, or saves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from samskaper.areas.projects.cli import app
from samskaper.areas.projects.models import Project
from samskaper.commons.people.models import Organisation
from tests.areas.projects.conftest import SAMPLE


def run(*words: str, given: bytes | None = None) -> tuple[int, str]:
    found = CliRunner().invoke(app, ["import", *words], input=given)
    return found.exit_code, found.output


def test_json_needs_no_database() -> None:
    code, said = run(str(SAMPLE), "--json")

    data = json.loads(said)
    counts = {
        name: len(data[name]) for name in ("main_goals", "sub_goals", "activities", "partners", "anchorings", "remarks")
    }
    assert code == 0
    assert counts == {"main_goals": 2, "sub_goals": 11, "activities": 29, "partners": 4, "anchorings": 4, "remarks": 6}
    assert (len(data["budget"]["income"]), len(data["budget"]["expenses"])) == (3, 9)
    assert data["activities"][0]["starts"] == "2022-04-20" and data["activities"][0]["goals"] == ["1.2"]


def test_json_is_read_from_a_pipe() -> None:
    code, said = run("-", "--json", given=SAMPLE.read_bytes())

    assert code == 0 and len(json.loads(said)["sub_goals"]) == 11


def test_saving_names_the_project(library_a: Organisation) -> None:
    code, said = run(str(SAMPLE), "--owner", "strandfjell fylkesbibliotek")

    project = Project.objects.get()
    assert code == 0 and f"project {project.pk}" in said
    assert project.owner == library_a


def test_an_unknown_owner_is_told(db: None) -> None:
    code, said = run(str(SAMPLE), "--owner", "Nobody")

    assert code == 2 and "Nobody here has that name" in said
    assert not Project.objects.exists()


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    code, said = run(str(tmp_path / "none.txt"), "--json")

    assert code == 2 and "cannot read" in said


def test_a_file_that_is_too_large_is_told(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    large.write_bytes(b"x" * (2 * 1024 * 1024 + 1))

    code, said = run(str(large), "--json")

    assert code == 2 and "2" in said


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
def test_any_encoding_is_read(encoding: str, tmp_path: Path) -> None:
    file = tmp_path / "application.txt"
    file.write_bytes(SAMPLE.read_text(encoding="utf-8").replace("\n", "\r\n").encode(encoding, "replace"))

    _code, said = run(str(file), "--json")

    assert len(json.loads(said)["activities"]) == 29
