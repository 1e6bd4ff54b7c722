"""Who may read which page, and which words stand on it."""

from __future__ import annotations

from collections.abc import Iterator

from samskaper.config.checkseed.seed import Seed
from samskaper.config.doors import Walk, unused
from tests.config.doors.answers import judge, words_of
from tests.config.seeding import Visitor


def pages(seed: Seed) -> list[Walk]:
    return [walk for walk in seed.walks() if not walk.path.startswith("/cms/")]


def test_every_rule_fits_a_pattern_and_every_pattern_has_one(seed: Seed) -> None:
    walks = seed.walks()

    assert len(walks) > 300
    assert not unused()


def test_everybody_reads_what_the_rules_say_and_nothing_else(seed: Seed, browsers: dict[str, Visitor]) -> None:
    words = {bird.word: bird for bird in seed.canaries}
    wrong: list[str] = []
    seen: set[str] = set()

    for walk in pages(seed):
        for role, browser in browsers.items():
            answer = browser.knock("GET", walk.path)
            if fault := judge(answer, may=role in walk.door.read):
                wrong.append(f"{role} GET {walk.name} {walk.path}: {fault}")
            text = words_of(answer)
            for word in words_in(text, seed):
                if role in words[word].roles:
                    seen.add(word)
                else:
                    wrong.append(f"{role} GET {walk.name} {walk.path} shows: {words[word].where}")
    unseen = sorted({bird.where for bird in seed.canaries if bird.roles and bird.word not in seen})

    assert not wrong, "\n".join(wrong)
    assert not unseen, f"planted, but never found: {unseen}"


def words_in(text: str, seed: Seed) -> Iterator[str]:
    if "kanari" in text:
        yield from (bird.word for bird in seed.canaries if bird.word in text)
