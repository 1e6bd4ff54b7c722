"""Who may read which page, and which words stand on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from samskaper.config.checkseed.seed import Seed
from samskaper.config.doors import Walk, unused
from tests.config.doors.answers import judge, words_of
from tests.config.seeding import Visitor

Found = tuple[list[str], set[str]]


def test_every_rule_fits_a_pattern_and_every_pattern_has_one(seed: Seed) -> None:
    walks = seed.walks()

    assert len(walks) > 250
    assert not unused()


@pytest.mark.parametrize("side", ["a", "b"])
def test_everybody_reads_what_the_rules_say_and_nothing_else(seed: Seed, browsers: dict[str, Visitor], side: str) -> None:
    roles = [role for role in browsers if role.endswith(f"_{side}") or (role == "guest" and side == "a")]

    wrong, seen = read(seed, browsers, pages(seed), lambda walk: roles, judged=True)

    assert not wrong, "\n".join(wrong)
    assert side == "b" or not unseen(seed, side, seen)


def test_every_word_of_the_other_side_is_found_by_those_who_may(seed: Seed, browsers: dict[str, Visitor]) -> None:
    wrong, seen = read(seed, browsers, pages(seed, "b"), lambda walk: mirrored(walk.door.read), judged=False)

    assert not wrong, "\n".join(wrong)
    assert not unseen(seed, "b", seen)


def pages(seed: Seed, side: str = "a") -> list[Walk]:
    found = [walk for walk in seed.walks(side) if not walk.path.startswith("/cms/")]
    assert len(found) > 100
    return found


def mirrored(roles: frozenset[str]) -> list[str]:
    """Return B's roles that may at B's address what these roles of A may at A's."""
    return [f"{role.removesuffix('_a')}_b" for role in roles if role.endswith("_a")]


def read(
    seed: Seed, browsers: dict[str, Visitor], walks: Iterable[Walk], roles: Callable[[Walk], list[str]], *, judged: bool
) -> Found:
    """Open every page as each role; return what is wrong, and which planted words were found where they may be."""
    words = {bird.word: bird for bird in seed.canaries}
    wrong: list[str] = []
    seen: set[str] = set()
    for walk in walks:
        for role in roles(walk):
            answer = browsers[role].knock("GET", walk.path)
            if judged and (fault := judge(answer, may=role in walk.door.read)):
                wrong.append(f"{role} GET {walk.name} {walk.path}: {fault}")
            for word in words_in(words_of(answer), words):
                seen.add(word)
                if role not in words[word].roles:
                    wrong.append(f"{role} GET {walk.name} {walk.path} shows: {words[word].where}")
    return wrong, seen


def words_in(text: str, words: Iterable[str]) -> list[str]:
    return [word for word in words if word in text] if "kanari" in text else []


def unseen(seed: Seed, side: str, seen: set[str]) -> list[str]:
    """Return what was planted on a side for somebody to see, and never found."""
    planted = [bird for bird in seed.sides[side].cage.birds if bird.roles]
    assert planted
    return sorted({bird.where for bird in planted if bird.word not in seen})
