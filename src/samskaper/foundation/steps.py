"""The register of steps: what can become of a thing. The higher area registers, the lower page shows the button."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from samskaper.foundation.refs import Ref
from samskaper.foundation.registers import Register


@dataclass(frozen=True, slots=True)
class Step:
    """A button on the page of `kind`: its words, where it leads, and who is offered it."""

    kind: str
    words: Promise | str
    url: Callable[[Ref], str]
    offered_to: Callable[[Ref, object], bool]


steps: Register[Step] = Register("steps")


def steps_from(ref: Ref, *, visible_to: object) -> list[tuple[str, str]]:
    """Return (words, address) of every step that this doer is offered from this record."""
    return [(str(s.words), s.url(ref)) for s in steps if s.kind == ref.kind and s.offered_to(ref, visible_to)]
