"""The editors' tool: nobody of the seed may enter it, by any of its doors."""

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


@pytest.mark.parametrize(("role", "method"), [("guest", "GET"), ("editor_a", "GET"), ("adviser_b", "GET"), ("editor_a", "POST")])
def test_nobody_without_leave_enters(seed: Seed, browsers: dict[str, Visitor], role: str, method: str) -> None:
    wrong = []

    for walk in doors(seed):
        answer = browsers[role].knock(method, walk.path)
        may = role in walk.door.read
        if fault := judge(answer, may=may) if not may else answer.status_code >= 500:
            wrong.append(f"{method} {walk.name} {walk.path}: {fault}")

    assert not wrong, "\n".join(wrong)
