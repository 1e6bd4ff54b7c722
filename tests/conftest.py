"""What every test can ask for. The database: see tests/engines/databases.py."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import connection
from django.test import TransactionTestCase
from django.utils import translation
from pytest_django.plugin import DjangoDbBlocker

from tests.config.seeding import seed as seed
from tests.engines.databases import copies

pytest_plugins = ["tests.cast"]

ASKS_DATABASE = {"db", "transactional_db", "django_db_setup", "live"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL run the tests that ask the database; the others were run on SQLite."""
    if connection.vendor == "postgresql":
        chosen = [item for item in items if _asks_database(item)]
        config.hook.pytest_deselected(items=[item for item in items if item not in set(chosen)])
        items[:] = chosen


@pytest.fixture(autouse=True)
def house_language() -> None:
    """Begin every test in the language of the house, whatever the one before it spoke."""
    translation.activate(settings.LANGUAGE_CODE)


def _asks_database(item: pytest.Item) -> bool:
    asked = set(getattr(item, "fixturenames", ()))
    return item.get_closest_marker("django_db") is not None or bool(asked & ASKS_DATABASE)


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest, django_test_environment: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """Give each worker a copy of the migrated database, and a fresh one after a test that commits."""
    worker = getattr(request.config, "workerinput", {}).get("workerid", "main")
    with django_db_blocker.unblock():
        database = copies(worker)
        database.prepare()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda case: database.renew())
        yield
    with django_db_blocker.unblock():
        database.discard()
