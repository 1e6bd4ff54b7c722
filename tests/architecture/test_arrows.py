"""Arrows point down. What import-linter cannot say with wildcards: which rooms are open to strangers."""

from __future__ import annotations

import grimp
import pytest
from django.apps import apps
from django.db.models import Model

from tests.architecture.house import (
    DOORS,
    OPEN_ACROSS_AREAS,
    ROOMS,
    Place,
    imports,
    listed,
    module_of,
    place,
    said,
    sources,
)

HTTP = ("django.http", "django.shortcuts", "django.views", "django_htmx")
NETWORK = ("requests", "httpx", "urllib.request", "urllib3", "http.client", "smtplib", "socket", "django.core.mail")


@pytest.fixture(scope="module")
def arrows() -> list[tuple[str, Place, str, Place]]:
    """Every import of one module of ours by another."""
    graph = grimp.build_graph("samskaper", cache_dir=None)
    pairs = [(who, whom) for who in graph.modules for whom in graph.find_modules_directly_imported_by(who)]
    placed = [(who, place(who), whom, place(whom)) for who, whom in pairs if ".migrations." not in who]
    return [(who, here, whom, there) for who, here, whom, there in placed if here and there]


def test_the_house_has_arrows_to_look_at(arrows: list[tuple[str, Place, str, Place]]) -> None:
    assert len(arrows) > 100


def test_across_areas_only_queries_commands_and_events_are_open(
    arrows: list[tuple[str, Place, str, Place]],
) -> None:
    strangers = [
        (who, whom)
        for who, here, whom, there in arrows
        if here.floor == there.floor == "areas" and here.app != there.app
        and there.room not in OPEN_ACROSS_AREAS and not here.room == there.room == "models"
    ]

    assert not strangers, listed(strangers)


def test_nobody_comes_in_by_another_apps_doors(arrows: list[tuple[str, Place, str, Place]]) -> None:
    closed = DOORS | {"forms", "exports"}  # exports further down are made for those above: a calendar file, a method as HTML
    strangers = [
        (who, whom)
        for who, here, whom, there in arrows
        if here.app != there.app and here.floor != "config" and there.floor not in ("foundation", "ui")
        and there.room in closed and not (there.floor in ("commons", "editorial") and there.room == "exports")
    ]

    assert not strangers, listed(strangers)


def test_within_an_app_every_room_knows_only_those_further_in(arrows: list[tuple[str, Place, str, Place]]) -> None:
    wrong = [
        (who, whom)
        for who, here, whom, there in arrows
        if here.app == there.app and here.room in ROOMS and there.room in ROOMS
        and ROOMS[here.room] > ROOMS[there.room]
    ]

    assert not wrong, listed(wrong)


def test_events_know_nothing_of_ours_but_the_foundation(arrows: list[tuple[str, Place, str, Place]]) -> None:
    wrong = [
        (who, whom)
        for who, here, whom, there in arrows
        if here.room == "events" and there.floor != "foundation" and there != here
    ]

    assert not wrong, listed(wrong)


def test_what_lies_behind_the_door_knows_no_http() -> None:
    behind = {"commands", "queries", "rules", "models", "events"}
    wrong = [
        (said(path), name)
        for path in sources()
        if (where := place(module_of(path))) and where.room in behind
        and where.floor != "editorial"  # Wagtail's page models answer requests
        for name in imports(path)
        if name.startswith(HTTP)
    ]

    assert not wrong, listed(wrong)


def test_no_page_waits_for_the_network() -> None:
    rooms = {"views", "api", "forms", "commands", "queries", "rules", "models", "exports"}
    wrong = [
        (said(path), name)
        for path in sources()
        if (where := place(module_of(path))) and where.room in rooms
        for name in imports(path)
        if name in NETWORK or name.startswith(tuple(f"{module}." for module in NETWORK))
    ]

    assert not wrong, listed(wrong)


def ours() -> list[type[Model]]:
    return [model for model in apps.get_models() if place(model.__module__)]


def test_foreign_keys_point_down() -> None:
    wrong = []
    for model in ours():
        here = place(model.__module__)
        assert here
        for field in model._meta.get_fields():
            if field.auto_created or not field.is_relation or not isinstance(field.related_model, type):
                continue
            there = place(field.related_model.__module__)
            if there and there.app != here.app and there.height() >= here.height():
                wrong.append(f"{model.__name__}.{field.name} -> {field.related_model.__name__}")

    assert ours()
    assert not wrong, listed(wrong)


def test_the_lower_floors_hold_no_models() -> None:
    lower = [model for model in ours() if model.__module__.startswith(("samskaper.ui", "samskaper.foundation"))]

    assert not lower, listed(lower)
