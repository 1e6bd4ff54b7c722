"""The seeded world, for all tests of doors."""

from __future__ import annotations

import pytest

from samskaper.config.checkseed.seed import Seed
from tests.config.seeding import Visitor, visitors


@pytest.fixture(scope="package")
def browsers(seed: Seed) -> dict[str, Visitor]:
    return visitors(seed)
