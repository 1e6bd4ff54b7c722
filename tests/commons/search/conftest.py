"""An index with nothing in it: the first pages of a new database are found too."""

from __future__ import annotations

import pytest
from django.db import connection

from samskaper.commons.search.models import Document, Known


@pytest.fixture
def empty(db: None) -> None:
    """Let nothing be found."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_words")
    Document.objects.all().delete()
    Known.objects.all().delete()
