"""Who may answer questions about which kind of record. Written by the faces of the areas."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from samskaper.commons.people.doer import Doer
from samskaper.foundation.refs import Ref
from samskaper.foundation.registers import Register

MayAnswer = Callable[[Ref, Doer], bool]
audiences: Register[MayAnswer] = Register("audiences")
# Which records of this kind a person may answer about: for the desk, in a fixed number of queries.
answerable: Register[Callable[[Doer], Iterable[Ref]]] = Register("answerable")
