"""Every planted word is asked for through the search, as every role: whoever may not meet it does not find it."""

from __future__ import annotations

from samskaper.commons.people.doer import GUEST, Doer
from samskaper.commons.people.middleware import SESSION_KEY, doer_of
from samskaper.commons.people.models import Person
from samskaper.commons.search.models import Document, Known
from samskaper.commons.search.queries import find
from samskaper.config.checkseed.seed import Seed
from tests.config.seeding import Visitor


def doer(browser: Visitor) -> Doer:
    number = browser.session.get(SESSION_KEY)
    return doer_of(Person.objects.get(pk=number)) if number else GUEST


def test_nobody_finds_a_planted_word_that_is_not_for_her(seed: Seed, browsers: dict[str, Visitor]) -> None:
    wrong, found = [], set()
    planted = [bird for bird in seed.canaries if _is_in_index(bird.word)]
    for role, browser in browsers.items():
        who = doer(browser)
        for bird in planted:
            if find(bird.word, visible_to=who, language="nb").total:
                found.add(bird.where)
                wrong += [f"{role} finds {bird.where}"] if role not in bird.roles else []

    assert not wrong, "\n".join(wrong)
    assert {"title of a project", "title of a course series being prepared"} <= found


def test_what_is_nobodys_or_was_said_in_confidence_is_not_in_the_index(seed: Seed) -> None:
    never = ("thoughts", "name of a resident", "met on the spot", "not to be shown", "open door", "address", "private", "description in an application")
    birds = [bird for bird in seed.canaries if any(words in bird.where for words in never)]

    assert len(birds) > 10
    assert not [bird.where for bird in birds if _is_in_index(bird.word)]


def test_the_page_of_the_search_shows_what_the_search_finds(seed: Seed, browsers: dict[str, Visitor]) -> None:
    bird = next(bird for bird in seed.canaries if bird.where == "title of a project")

    shown = {role for role, browser in browsers.items() if "<mark>" in browser.get("/nb/search/", {"q": bird.word}).content.decode()}

    assert shown == set(bird.roles) & set(browsers)


def _is_in_index(word: str) -> bool:
    in_texts = any(Document.objects.filter(**{f"{field}__contains": word}).exists() for field in ("title", "lead", "text"))
    return in_texts or Known.objects.filter(word=word).exists()
