"""The tests' own database: every test begins with the same, whatever the one before committed."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection


@pytest.mark.django_db
def test_the_tables_are_those_of_the_migrations() -> None:
    assert "django_migrations" in connection.introspection.table_names()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_a_committed_row_is_gone_in_the_next_test(turn: int) -> None:
    before = list(Group.objects.values_list("name", flat=True))

    Group.objects.create(name="left behind")

    assert "left behind" not in before


@pytest.mark.django_db(transaction=True)
def test_rows_that_a_migration_made_survive_a_test_that_commits() -> None:
    from django.contrib.contenttypes.models import ContentType

    assert ContentType.objects.exists()
