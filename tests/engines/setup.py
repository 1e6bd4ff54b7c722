"""What the tests need beside what `bin/serve` sets up: the test packages, a browser, and Pango for the PDF files."""

from __future__ import annotations

import os
import sys

from samskaper.config.setup import frontend
from samskaper.config.setup.checkout import Checkout
from samskaper.config.setup.data import compile_texts
from samskaper.config.setup.machine import has_pango
from samskaper.config.setup.packages import install
from samskaper.config.setup.stages import Stages, Trouble, child_environment, program
from tests.engines.browser import chromium

PANGO = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
NO_PANGO = """\
The tests of certificates and reports need Pango, which is not on this machine.
    Debian, Ubuntu:  sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
    macOS:           brew install pango"""
NO_BROWSER = """\
The journeys need Chromium, which is not on this machine and could not be fetched.
    Debian:          sudo apt-get install chromium
    elsewhere:       set CHROMIUM=/path/to/chromium or chrome
`bin/test unit arch postgres` does without."""


def set_up(checkout: Checkout, stages: Stages, *, browser: bool) -> None:
    """Make everything ready; raises Trouble, with what to do, when something cannot be had."""
    install(checkout, stages, lock="test")
    node = frontend.system_node() or frontend.wheel_node(checkout, stages)
    frontend.build(checkout, stages, node)
    compile_texts(checkout, stages)
    if not has_pango():
        _from_the_system(checkout, stages, "Pango", PANGO, NO_PANGO)
    if not has_pango():
        raise Trouble(NO_PANGO)
    if browser and chromium() is None:
        _fetch_browser(checkout, stages)


def _fetch_browser(checkout: Checkout, stages: Stages) -> None:
    if _may_install():
        _from_the_system(checkout, stages, "Chromium", ("chromium",), NO_BROWSER)
    else:
        with stages.stage("Chromium"):
            stages.run(
                [checkout.python, "-m", "playwright", "install", "chromium"],
                log="chromium", env=child_environment(), cwd=checkout.root, trouble=NO_BROWSER,
            )
    if chromium() is None:
        raise Trouble(NO_BROWSER)


def _from_the_system(
    checkout: Checkout, stages: Stages, name: str, packages: tuple[str, ...], trouble: str
) -> None:
    """Install packages of the system where we may without asking (as root, in a container)."""
    if not _may_install():
        return
    env = child_environment(DEBIAN_FRONTEND="noninteractive")
    with stages.stage(name):
        stages.run(["apt-get", "update", "-q"], log="apt", env=env, cwd=checkout.root, trouble=trouble)
        stages.run(
            ["apt-get", "install", "-q", "-y", "--no-install-recommends", *packages],
            log="apt", env=env, cwd=checkout.root, trouble=trouble,
        )


def _may_install() -> bool:
    return sys.platform.startswith("linux") and os.geteuid() == 0 and program("apt-get") is not None
