"""Fingerprints of what a stage was made from, so that a stage whose sources did not change is skipped."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path


def fingerprint(paths: Iterable[Path], *words: str) -> str:
    """Return a short digest of the words and of every file: the paths' own and those in the folders among them."""
    digest = hashlib.sha256("\0".join(words).encode())
    for path in sorted(_files(paths)):
        digest.update(f"\0{path}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:32]


class Stamps:
    """The fingerprints of the stages that are done, one small file each in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def fresh(self, stage: str, current: str, *products: Path) -> bool:
        """Tell whether the stage was done from exactly these sources and its products are still there."""
        try:
            kept = (self._folder / stage).read_text()
        except OSError:
            return False
        return kept == current and all(product.exists() for product in products)

    def keep(self, stage: str, current: str) -> None:
        """Remember that the stage is done."""
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / stage).write_text(current)


def _files(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        if path.is_dir():
            yield from (inner for inner in path.rglob("*") if inner.is_file() and "__pycache__" not in inner.parts)
        elif path.is_file():
            yield path
