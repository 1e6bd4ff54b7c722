"""A checkout of its own in a temporary folder, whose programs only write down what they were asked."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

import pytest

from samskaper.config.setup.checkout import Checkout
from samskaper.config.setup.stages import Stages


@dataclass(frozen=True)
class Scene:
    """The checkout, the stages of a set-up in it, and what was printed and asked."""

    checkout: Checkout
    stages: Stages
    screen: io.StringIO

    def program(self, path: str, body: str = "") -> Path:
        """Put a program into the checkout that writes its name and arguments down and then does `body`."""
        program = self.checkout.root / path
        program.parent.mkdir(parents=True, exist_ok=True)
        asked = self.checkout.root / "asked"
        program.write_text(f'#!/bin/sh\necho "{program.name} $*" >> "{asked}"\n{body}\n')
        program.chmod(0o755)
        return program

    def file(self, path: str, text: str = "") -> Path:
        """Put a file into the checkout."""
        file = self.checkout.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        return file

    def asked(self) -> list[str]:
        """Return what the programs were asked since the last time."""
        kept = self.checkout.root / "asked"
        lines = kept.read_text().splitlines() if kept.exists() else []
        kept.unlink(missing_ok=True)
        return lines


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    screen = io.StringIO()
    checkout = Checkout(tmp_path)
    found = Scene(checkout, Stages(checkout.state / "log", out=screen), screen)
    for lock in ("base", "test", "uv", "node"):
        found.file(f"requirements/{lock}.txt", "django==5.2\n")
    found.file("pyproject.toml")
    return found
