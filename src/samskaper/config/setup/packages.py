"""The Python packages: an installer, an environment, everything in the lock, and our own command line."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

from samskaper.config.setup.checkout import Checkout, python_tag
from samskaper.config.setup.fingerprints import fingerprint
from samskaper.config.setup.stages import Stages, Trouble, child_environment

NO_PIP = """\
This Python can neither install packages (pip) nor make an environment (venv).
    Debian, Ubuntu:  sudo apt-get install python3-pip python3-venv
Then start again."""
NO_INSTALLER = "The installer of Python packages (uv) could not be fetched. Is the machine on the network?"
NO_PACKAGES = """\
The Python packages could not be installed. Samskaper takes ready-made packages only and never compiles, so a machine
that these packages are not made for (an unusual processor or a very old system) cannot run it as it is."""


def install(checkout: Checkout, stages: Stages, lock: str = "base") -> None:
    """Make `.venv` hold what the lock says, and our package; do nothing when it already does."""
    sources = [checkout.locks / f"{lock}.txt", checkout.root / "pyproject.toml"]
    current = fingerprint(sources, python_tag())
    if checkout.stamps.fresh(f"packages-{lock}", current, checkout.python, checkout.samskaper):
        return
    fetch_installer(checkout, stages)
    with stages.stage("Python packages") as remarks:
        _environment(checkout, stages)
        requirements = checkout.locks / f"{lock}.txt"
        uv(checkout, stages, "install", "--require-hashes", "--only-binary", ":all:", "-r", requirements)
        uv(checkout, stages, "install", "--no-deps", "--editable", checkout.root)
        remarks.append(f"{requirements.read_text().count('==')} in the lock")
    checkout.stamps.keep(f"packages-{lock}", current)


def fetch_installer(checkout: Checkout, stages: Stages) -> None:
    """Fetch uv into the checkout unless the right version is there."""
    lock = checkout.locks / "uv.txt"
    current = fingerprint([lock], python_tag())
    if checkout.stamps.fresh("uv", current, checkout.uv):
        return
    with stages.stage("Package installer"):
        stages.run(
            [*_pip(checkout, stages), "install", "--quiet", "--upgrade", "--target", checkout.root / ".uv",
             "--require-hashes", "--only-binary", ":all:", "-r", lock],
            log="uv", env=child_environment(), cwd=checkout.root, trouble=NO_INSTALLER,
        )
    checkout.stamps.keep("uv", current)


def uv(checkout: Checkout, stages: Stages, *arguments: str | Path, target: Path | None = None) -> None:
    """Call `uv pip` on the checkout's environment, or on a folder of its own."""
    where: list[str | Path] = ["--target", target] if target else ["--python", checkout.python]
    stages.run(
        [checkout.uv, "pip", *arguments[:1], *where, *arguments[1:]],
        log="packages", env=_uv_environment(), cwd=checkout.root, trouble=NO_PACKAGES,
    )


def _environment(checkout: Checkout, stages: Stages) -> None:
    """Make `.venv` from this Python, anew when it is broken or belongs to another Python."""
    if checkout.stamps.fresh("environment", python_tag()) and _works(checkout.python):
        return
    stages.run(
        [checkout.uv, "venv", "--quiet", "--clear", "--python", sys.executable, checkout.root / ".venv"],
        log="environment", env=_uv_environment(), cwd=checkout.root, trouble=NO_PACKAGES,
    )
    checkout.stamps.keep("environment", python_tag())


def _pip(checkout: Checkout, stages: Stages) -> list[str | Path]:
    """Return how to call pip: this Python's own, or one in an environment made for the purpose."""
    if _works(Path(sys.executable), "-m", "pip", "--version"):
        return [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    helper = checkout.state / "pip"
    stages.run(
        [sys.executable, "-m", "venv", helper], log="pip", env=child_environment(), cwd=checkout.root, trouble=NO_PIP
    )
    if not _works(helper / "bin/python", "-m", "pip", "--version"):
        raise Trouble(NO_PIP)
    return [helper / "bin/python", "-m", "pip", "--disable-pip-version-check"]


def _uv_environment() -> dict[str, str]:
    """Return an environment in which uv asks nothing and uses the machine's own Python and the index of its pip."""
    env = child_environment(UV_PYTHON_DOWNLOADS="never", UV_NO_PROGRESS="1")
    index = os.environ.get("PIP_INDEX_URL") or _configured_index()
    return {"UV_DEFAULT_INDEX": index, **env} if index else env


@cache
def _configured_index() -> str:
    """Return the package index that this machine's owner told pip to use, or nothing."""
    asked = [sys.executable, "-m", "pip", "config", "get", "global.index-url"]
    return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()


def _works(python: Path, *arguments: str) -> bool:
    """Tell whether a Python runs; one whose interpreter was removed is there but does not."""
    try:
        return subprocess.run([python, *(arguments or ("-c", ""))], capture_output=True, check=False).returncode == 0
    except OSError:
        return False
