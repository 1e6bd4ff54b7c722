"""The checklist of every method, as a page of the docs: `python -m tests.editorial.questions` writes docs/reference/kit-questions.md."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

from tests.architecture.house import SOURCE

KIT = SOURCE / "editorial" / "content" / "kit"
PAGE = SOURCE.parents[1] / "docs" / "reference" / "kit-questions.md"
ORDER = ("understand", "find-ideas", "choose", "try-out", "learn-and-share")
PLACES = {
    "read_aloud": "the line to read aloud", "nobody_speaks": "if nobody says anything", "one_speaks_always": "if one speaks all the time",
    "with_5": "with five", "with_40": "with forty", "when_not": "when not to use it", "when": "when to use it", "materials": "what to bring",
    "preparation": "beforehand", "influence_words": "how much they decide", "follow_up": "afterwards", "canvas_fields": "what goes on the wall",
}
HEAD = """# Ten questions for every method

Somebody who never ran the method must be able to answer these from its page alone. Before you publish a change: give the page to such a
person, read the questions aloud, and write again what they had to guess. The same ten stand in each language, at the end of its text.

Made by `python -m tests.editorial.questions` from the texts; do not change it by hand.
"""


def page() -> str:
    """Return the checklist, in the order of the phases."""
    return HEAD + "".join(_method(key) for key in _in_order())


def place(answer_in: str) -> str:
    """Return where the answer stands, in words: "steps.3" is step 3."""
    name, _dot, number = answer_in.partition(".")
    if name == "steps":
        return f"step {number}"
    return f"{PLACES[name]}, line {number}" if number else PLACES[name]


def _in_order() -> list[str]:
    phases = {file.parent.name: tomllib.loads(file.read_text(encoding="utf-8"))["phase"] for file in KIT.glob("*/method.toml")}
    return sorted(phases, key=lambda key: (ORDER.index(phases[key]), key))


def _method(key: str) -> str:
    words = tomllib.loads((KIT / key / "en.toml").read_text(encoding="utf-8"))
    return f"\n## {words['title']}\n\n" + "".join(_lines(words["questions"]))


def _lines(questions: list[dict[str, str]]) -> Iterator[str]:
    for number, question in enumerate(questions, start=1):
        yield f"{number}. {question['ask']} *({place(question['answer_in'])})*\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
