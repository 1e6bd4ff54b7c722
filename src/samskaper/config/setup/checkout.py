"""The places of one checkout: where each thing that the set-up makes is kept."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from samskaper.config.setup.fingerprints import Stamps


@dataclass(frozen=True)
class Checkout:
    """A clone of Samskaper on this machine."""

    root: Path

    @property
    def python(self) -> Path:
        """The Python with all packages in it."""
        return self.root / ".venv/bin/python"

    @property
    def samskaper(self) -> Path:
        """Our command line."""
        return self.root / ".venv/bin/samskaper"

    @property
    def uv(self) -> Path:
        """The installer of Python packages."""
        return self.root / ".uv/bin/uv"

    @property
    def locks(self) -> Path:
        """Versions and hashes of all Python packages."""
        return self.root / "requirements"

    @property
    def source(self) -> Path:
        """Our package."""
        return self.root / "src/samskaper"

    @property
    def ground(self) -> Path:
        """The tables of the packages that we stand on, as SQL."""
        return self.source / "config/setup/ground.sql"

    @property
    def bundle(self) -> Path:
        """What the front end's build makes."""
        return self.source / "ui/static/ui"

    @property
    def state(self) -> Path:
        """What the set-up remembers: stamps and logs."""
        return self.root / ".setup"

    @property
    def stamps(self) -> Stamps:
        """The stages that are done in this checkout."""
        return Stamps(self.state / "stamps")


def here() -> Checkout:
    """Return the checkout that this file is in."""
    return Checkout(Path(__file__).resolve().parents[4])


def python_tag() -> str:
    """Return what makes an environment of this Python unfit for another one."""
    return f"{sys.implementation.name}-{sys.version_info.major}.{sys.version_info.minor}-{sys.platform}"
