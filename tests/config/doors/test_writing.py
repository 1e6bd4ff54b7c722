"""Who may write where: every method that a browser or a program can send, at every door."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from samskaper.config.checkseed.seed import Seed
from samskaper.config.doors import Walk
from tests.config.doors.answers import judge
from tests.config.seeding import Visitor

NEVER = ("PUT", "PATCH", "DELETE")  # no door of ours takes them


def doors(seed: Seed, *names: str) -> list[Walk]:
    """Return one walk per pattern of these areas; "" stands for names without an area."""
    found: dict[str, Walk] = {}
    for walk in seed.walks():
        area = walk.name.rpartition(":")[0] if not walk.path.startswith("/cms/") else "cms"
        if area in names:
            found.setdefault(walk.name, walk)
    assert found
    return list(found.values())


AREAS = [("programmes",), ("projects",), ("people",), ("mail", "calendar", "anchoring", "feedback", "portal", "")]


@pytest.mark.parametrize("areas", AREAS, ids=lambda areas: areas[0])
def test_only_those_who_may_write_are_heard(seed: Seed, browsers: dict[str, Visitor], areas: tuple[str, ...]) -> None:
    wrong = []

    for walk in doors(seed, *areas):
        for role, browser in browsers.items():
            answer = browser.knock("POST", walk.path)
            if fault := judge(answer, may=role in walk.door.write):
                wrong.append(f"{role} POST {walk.name} {walk.path}: {fault}")

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("areas", AREAS, ids=lambda areas: areas[0])
def test_no_door_takes_other_methods(seed: Seed, browsers: dict[str, Visitor], areas: tuple[str, ...]) -> None:
    wrong = []

    for walk in doors(seed, *areas):
        for method in NEVER:
            for role in probing(walk):
                answer = browsers[role].knock(method, walk.path)
                if fault := judge(answer, may=False):
                    wrong.append(f"{role} {method} {walk.name}: {fault}")

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("areas", AREAS, ids=lambda areas: areas[0])
def test_asking_what_a_door_takes_or_for_its_head_shows_nothing(
    seed: Seed, browsers: dict[str, Visitor], areas: tuple[str, ...]
) -> None:
    wrong = []

    for walk in doors(seed, *areas):
        for role in probing(walk):
            head, options = browsers[role].knock("HEAD", walk.path), browsers[role].knock("OPTIONS", walk.path)
            if fault := judge(head, may=role in walk.door.read) or (head.whole and "a HEAD with a body"):
                wrong.append(f"{role} HEAD {walk.name}: {fault}")
            if options.status_code >= 500 or b"kanari" in options.whole:
                wrong.append(f"{role} OPTIONS {walk.name}: {options.status_code}")

    assert not wrong, "\n".join(wrong)


def probing(walk: Walk) -> Iterator[str]:
    """Yield who tries: a guest, and one of each side who may most and least."""
    yield from ("guest", "adviser_a", "participant_a", "leader_b")
