"""`bin/test`: sets up what the tests need, runs every part or the named ones, and sums up.

Runs on the machine's own Python before anything is installed. A part that ran nothing is red, and so, in continuous
integration, is a test that was skipped.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from samskaper.config.setup.checkout import Checkout, here
from samskaper.config.setup.stages import Stages, Trouble, child_environment
from tests.engines.postgres import NoPostgres, postgres
from tests.engines.setup import set_up

WORKERS = str(min(os.cpu_count() or 2, 8))
NAMED = 20  # failures that the summary repeats: a long log is often seen only from its end


@dataclass
class Count:
    """How the tests of one part went."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0
    seconds: float = 0.0
    remarks: list[str] = field(default_factory=list)

    def red(self) -> bool:
        """Tell whether the part failed: also when it ran nothing, or skipped something where nothing may be."""
        return bool(self.failed) or not self.passed


@dataclass(frozen=True)
class Run:
    """One run of `bin/test` on one checkout."""

    checkout: Checkout
    stages: Stages
    extra: Sequence[str] = ()

    def program(self, name: str, *arguments: str, env: dict[str, str] | None = None) -> int:
        """Run a program of the environment with its output on the screen; return its exit code."""
        command = [str(self.checkout.root / ".venv/bin" / name), *arguments]
        return subprocess.run(command, cwd=self.checkout.root, env=env or child_environment(), check=False).returncode

    def pytest(self, part: str, *arguments: str, **env: str) -> Count:
        """Run pytest; return what it counted."""
        report = self.checkout.state / "reports" / f"{part}.xml"
        report.unlink(missing_ok=True)
        options = ["-q", f"--junit-xml={report}", *arguments, *self.extra]
        code = self.program("pytest", *options, env=child_environment(**env))
        return read_report(report, code)


def statics(run: Run) -> Count:
    """Check types, style and imports, the way an editor would."""
    count = Count()
    checks = {
        "types (mypy)": ("mypy",),
        "style (ruff)": ("ruff", "check", "."),
        "arrows (import-linter)": ("lint-imports",),
    }
    for name, command in checks.items():
        began = time.monotonic()
        good = run.program(*command) == 0
        count.passed, count.failed = count.passed + good, count.failed + (not good)
        count.remarks += [] if good else [f"{name}: broken"]
        print(f"  {name}: {'held' if good else 'BROKEN'}, {time.monotonic() - began:.0f} s", flush=True)
    return count


def arch(run: Run) -> Count:
    """Hold the arrows, rooms and numbers of the house."""
    count, tests = statics(run), run.pytest("arch", "tests/architecture", "-n0")
    return added([count, tests])


def unit(run: Run) -> Count:
    """Run all tests but the journeys on SQLite."""
    return run.pytest("unit", "tests", "--ignore=tests/architecture", "--ignore=tests/journeys", "-n", WORKERS)


def on_postgres(run: Run) -> Count:
    """Run the tests that ask the database on a real PostgreSQL."""
    try:
        with postgres(site_packages(run.checkout)) as url:
            where = ["tests", "--ignore=tests/architecture", "--ignore=tests/journeys"]
            return run.pytest("postgres", *where, "-n", WORKERS, DATABASE_URL=url)
    except NoPostgres as problem:
        return Count(failed=1, remarks=[f"PostgreSQL could not be started. {problem}"])


def journeys(run: Run) -> Count:
    """Walk people's ways through the system in a real browser, with axe on every page."""
    return run.pytest("journeys", "tests/journeys", "-n", WORKERS)


PARTS: dict[str, Callable[[Run], Count]] = {
    "arch": arch, "unit": unit, "postgres": on_postgres, "journeys": journeys
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(prog="bin/test", description="Sets up what the tests need and runs them.")
    parser.add_argument("parts", nargs="*", metavar="part", help=f"{', '.join(PARTS)}; all when none is named")
    options, extra = parser.parse_known_args(arguments)
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"there is no part called {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    parts = options.parts or list(PARTS)
    checkout = here()
    stages = Stages(checkout.state / "log")
    try:
        set_up(checkout, stages, browser="journeys" in parts)
    except Trouble as trouble:
        print(f"\n{trouble}\n\n0 passed, 1 failed")
        return 1
    stages.say(stages.summary())
    return sum_up({part: timed(part, Run(checkout, stages, extra)) for part in parts})


def timed(part: str, run: Run) -> Count:
    """Run one part and note how long it took."""
    print(f"\n== {part}: {(PARTS[part].__doc__ or '').strip()}", flush=True)
    began = time.monotonic()
    count = PARTS[part](run)
    count.seconds = time.monotonic() - began
    if os.environ.get("CI") and count.skipped:
        count.remarks.append(f"{count.skipped} skipped, and nothing may be here")
        count.failed += count.skipped
    if not count.passed and not count.failed:
        count.remarks.append("ran nothing, which is a failure")
        count.failed = 1
    return count


def sum_up(counts: dict[str, Count]) -> int:
    """Print a line for each part and a last one for all; return the exit code."""
    print("\n== Summary")
    for part, count in counts.items():
        figures = f"{count.passed:5} passed {count.failed:4} failed {count.skipped:4} skipped {count.seconds:6.0f} s"
        print(f"  {part:<9} {figures}")
        for remark in count.remarks:
            print(f"            {remark}")
    total = added(list(counts.values()))
    print(f"\n{total.passed} passed, {total.failed} failed" + (f", {total.skipped} skipped" if total.skipped else ""))
    return int(any(count.red() for count in counts.values()))


def added(counts: Sequence[Count]) -> Count:
    """Return several counts as one."""
    return Count(
        passed=sum(count.passed for count in counts),
        failed=sum(count.failed for count in counts),
        skipped=sum(count.skipped for count in counts),
        remarks=[remark for count in counts for remark in count.remarks],
    )


def read_report(report: Path, code: int) -> Count:
    """Return what pytest's report says; a run that ended badly has failed at least once, whatever it reported."""
    if not report.exists():
        return Count(failed=1, remarks=[f"pytest ended with {code} and left no report"])
    root = ElementTree.parse(report).getroot()
    suites = list(root.iter("testsuite"))

    def total(name: str) -> int:
        return sum(int(suite.get(name, "0")) for suite in suites)

    failed, skipped = total("failures") + total("errors"), total("skipped")
    passed = max(0, total("tests") - failed - skipped)
    if code and not failed:
        return Count(passed, 1, skipped, remarks=[f"pytest ended with {code}"])
    return Count(passed, failed, skipped, remarks=unhappy(root))


def unhappy(root: ElementTree.Element) -> list[str]:
    """Return the first tests that failed or were skipped, each with the first line of why."""
    ends = ((case, case.find(way)) for case in root.iter("testcase") for way in ("failure", "error", "skipped"))
    told = ((case, end.get("message", "")) for case, end in ends if end is not None)
    lines = [f"{case.get('classname')}::{case.get('name')}: {why.partition(chr(10))[0][:160]}" for case, why in told]
    return lines[:NAMED]


def site_packages(checkout: Checkout) -> Path:
    """Return the folder that the environment's packages are in."""
    return next((checkout.root / ".venv/lib").glob("python3.*/site-packages"))


if __name__ == "__main__":
    sys.exit(main())
