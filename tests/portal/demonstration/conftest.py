"""The demonstration, loaded once for the tests of a file; each test's own changes are undone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction
from django.test import override_settings
from pytest_django.plugin import DjangoDbBlocker

from samskaper.areas.programmes.models import Programme
from samskaper.foundation import clock
from samskaper.portal.demonstration.commands import load
from samskaper.portal.demonstration.series import moment

TODAY = dt.date(2026, 11, 18)  # a Wednesday, eight days after the second gathering


@pytest.fixture(scope="module")
def loaded(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """Load the demonstration as on TODAY; returns the folder of its files."""
    folder = tmp_path_factory.mktemp("files")
    with override_settings(MEDIA_ROOT=str(folder)), django_db_blocker.unblock(), transaction.atomic():
        with clock.at(moment(TODAY, 12)):
            assert load() is True
        yield folder
        transaction.set_rollback(True)


@pytest.fixture
def demo(loaded: Path, db: None) -> Iterator[Path]:
    """The demonstration at noon of TODAY; returns the folder of its files."""
    with clock.at(moment(TODAY, 12)):
        yield loaded


@pytest.fixture
def finished(demo: Path) -> Programme:
    """The series of 2022."""
    return Programme.objects.get(title="Samskaping i praksis, høsten 2022")


@pytest.fixture
def running(demo: Path) -> Programme:
    """The series that is half way."""
    return Programme.objects.get(title="Samskaping i praksis, høsten 2026")


@pytest.fixture
def following(demo: Path) -> Programme:
    """The series that one can sign up for."""
    return Programme.objects.get(title__contains="neste runde")


@pytest.fixture
def open_day(demo: Path) -> Programme:
    """The gathering that is on today."""
    return Programme.objects.get(title__contains="Døgnåpent")
