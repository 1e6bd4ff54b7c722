"""A remark: what was seen, said like a good colleague, and what could be done."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from . import sentences


class Act(StrEnum):
    """What a proposal does when it is accepted.

    ``data`` of each: move_activity: activity, starts, ends · change_goals:
    activity, goals · set_duration: months · add_activity: goals, starts, ends,
    suggestion · think: nothing is changed.
    """

    MOVE_ACTIVITY = "move_activity"
    CHANGE_GOALS = "change_goals"
    SET_DURATION = "set_duration"
    ADD_ACTIVITY = "add_activity"
    THINK = "think"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the check offers to do. ``data`` is plain JSON."""

    kind: Act
    data: Mapping[str, Any] = field(default_factory=dict)
    words: str = ""

    def button(self) -> str:
        """What stands on the button, in the active language."""
        return sentences.button(self.words or self.kind.value, self.data)

    def text(self) -> str:
        """The text of the activity or the duration that would be written; empty if none."""
        return sentences.suggestion(self.data)


THINK = Proposal(Act.THINK)


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark on a plan. None of them stops anybody.

    ``subjects`` are «activity:26», «goal:1.2», «budget:expenses-6», «project».
    ``params`` are plain JSON; dates are ISO dates. ``about`` is what makes the
    remark the same remark when the plan is checked again.
    """

    code: str
    subjects: tuple[str, ...]
    params: Mapping[str, Any]
    proposal: Proposal = THINK
    about: tuple[str, ...] = ()

    @property
    def fingerprint(self) -> str:
        """Stable across checks, imports and ids: keep it when somebody says no."""
        said = json.dumps([self.code, *self.about], ensure_ascii=False)
        return hashlib.sha256(said.encode()).hexdigest()[:16]

    def sentence(self) -> str:
        """The remark in the active language (needs Django's settings)."""
        return sentences.sentence(self.code, self.params)

    def as_data(self) -> dict[str, Any]:
        """All of it as plain JSON, to be kept."""
        return {
            "code": self.code,
            "subjects": list(self.subjects),
            "params": dict(self.params),
            "proposal": {
                "kind": self.proposal.kind.value,
                "data": dict(self.proposal.data),
                "words": self.proposal.words,
            },
            "about": list(self.about),
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Remark":
        """A remark that was kept with ``as_data``."""
        kept = data["proposal"]
        proposal = Proposal(Act(kept["kind"]), kept["data"], kept["words"])
        return cls(data["code"], tuple(data["subjects"]), data["params"], proposal, tuple(data["about"]))
