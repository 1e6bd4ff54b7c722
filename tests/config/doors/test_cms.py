"""The editors' tool: by each of its doors editors alone come in, and what is not theirs there stays shut without a crash."""

from __future__ import annotations

import pytest

from samskaper.config.checkseed.seed import Seed
from samskaper.config.doors import Walk
from tests.config.doors.answers import judge
from tests.config.seeding import Visitor


def doors(seed: Seed) -> list[Walk]:
    found = [walk for walk in seed.walks() if walk.path.startswith("/cms/")]
    assert len(found) > 100
    return found


@pytest.mark.parametrize(
    ("role", "method"),
    [("guest", "GET"), ("guest", "POST"), ("adviser_a", "GET"), ("adviser_b", "POST"), ("editor_a", "GET"), ("editor_b", "POST")],
)
def test_nobody_but_editors_enters(seed: Seed, browsers: dict[str, Visitor], role: str, method: str) -> None:
    wrong = []

    for walk in doors(seed):
        answer = browsers[role].knock(method, walk.path)
        may = role in walk.door.read
        fault = judge(answer, may=False) if not may else judge(answer, may=True) * (answer.status_code >= 500)
        if fault:
            wrong.append(f"{method} {walk.name} {walk.path}: {fault}")

    assert not wrong, "\n".join(wrong)
