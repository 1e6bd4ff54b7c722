"""The judged collection, read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from samskaper.commons.search import judged
from samskaper.commons.search.judged import Judged, Judgement

FOLDER = Path(__file__).parent / "judged"
KIT = Path(__file__).resolve().parents[3] / "src/samskaper/editorial/content/kit"


@cache
def texts() -> list[Judged]:
    return judged.texts(FOLDER, KIT)


@cache
def judgements() -> list[Judgement]:
    return judged.judgements(FOLDER)
