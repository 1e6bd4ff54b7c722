"""The register of rounds: work that the worker does again and again, such as delivering mail or moving a waiting list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from samskaper.foundation.registers import Register


@dataclass(frozen=True, slots=True)
class Round:
    """Something to do every `every` seconds. `work` returns how many things it did; it must stand being repeated."""

    name: str
    every: float
    work: Callable[[], int]


rounds: Register[Round] = Register("rounds")
