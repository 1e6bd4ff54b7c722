"""What pages have kept of somebody goes when she is erased, and stays when the erasing is undone."""

from __future__ import annotations

import pytest
from django.db import transaction

from samskaper.commons.people import commands
from samskaper.commons.people.doer import SYSTEM
from samskaper.ui import drawn
from samskaper.ui.drawn import Piece, SafeString
from tests.cast import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def a_piece() -> None:
    drawn.store.put("piece", Piece(SafeString("Kari Nordmann")), drawn.store.era)


def test_erasing_somebody_forgets_every_piece(django_capture_on_commit_callbacks: object) -> None:
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        commands.erase_person(person=make_person("Kari Nordmann").person, by=SYSTEM)

    assert drawn.store.get("piece") is None


@pytest.mark.django_db(transaction=True)
def test_erasing_that_is_undone_forgets_nothing() -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        commands.erase_person(person=make_person("Kari Nordmann").person, by=SYSTEM)
        raise ZeroDivisionError

    assert drawn.store.get("piece")
