"""The browser of the journeys: Chromium, wherever this machine has it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ELSEWHERE = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
)
ARGUMENTS = [  # no word to anybody outside, and at home in a container
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]


def chromium() -> Path | None:
    """Return the Chromium to use: CHROMIUM names one, else the machine's, else Playwright's own."""
    named = os.environ.get("CHROMIUM")
    if named:
        return Path(named)
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
    return next((path for path in [*ELSEWHERE, *_playwrights_own()] if path.exists()), None)


def _playwrights_own() -> list[Path]:
    """Return the browsers that `playwright install chromium` has put on this machine, newest first."""
    places = [Path.home() / ".cache/ms-playwright", Path.home() / "Library/Caches/ms-playwright"]
    inside = ("chrome-linux*/chrome", "chrome-mac*/Chromium.app/Contents/MacOS/Chromium")
    found = (path for place in places for name in inside for path in place.glob(f"chromium-*/{name}"))
    return sorted(found, reverse=True)
