"""The seeded world, for those who mean no good."""

from __future__ import annotations

import pytest

from samskaper.config.checkseed.seed import Seed
from tests.config.seeding import Visitor, visitors
from tests.hostile.forms import Form, forms_of


@pytest.fixture(scope="package")
def browsers(seed: Seed) -> dict[str, Visitor]:
    return visitors(seed)


@pytest.fixture(scope="package")
def forms(seed: Seed, browsers: dict[str, Visitor]) -> dict[str, list[Form]]:
    """Every form that these roles find on the pages that they may read, once per kind."""
    found = {role: forms_of(browsers[role], seed) for role in ("adviser_a", "participant_a", "leader_a", "guest")}
    assert sum(map(len, found.values())) > 40
    return found
