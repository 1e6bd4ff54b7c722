"""Laying the methods of the starter kit from their texts, and bringing those up to date that no editor has touched."""

from __future__ import annotations

import hashlib
import json
import tomllib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from samskaper.editorial.commands.pages import CHECKED, CONTENT, texts_of
from samskaper.editorial.models import HomePage, Laid, MethodPage
from samskaper.foundation import clock

KIT = CONTENT / "kit"
PHASES = {"understand": "understand", "find-ideas": "ideas", "choose": "choose", "try-out": "try", "learn-and-share": "share"}
LINES = ("when", "when_not", "materials", "preparation")
WORDS = (
    "title", "short", "purpose", "influence_words", "nobody_speaks", "one_speaks_always", "with_5", "with_40", "children", "mixed_languages",
    "online_intro", "follow_up", "alt",
)
LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)


def keys() -> list[str]:
    """Return the methods that the kit has texts for, in the order of the alphabet."""
    return sorted(file.parent.name for file in KIT.glob("*/method.toml"))


def fields_of(key: str, language: str) -> dict[str, Any]:
    """Return a method's page in a language, as its texts say. Raises FileNotFoundError where there is none."""
    shared, words = _read(KIT / key / "method.toml"), _read(KIT / key / f"{language}.toml")
    numbers = {
        "slug": key, "phase": PHASES[shared["phase"]], "influence": shared["influence"], "difficulty": shared["difficulty"], "since": shared["edition"],
        "people_min": shared["people"][0], "people_max": shared["people"][1], "checked": CHECKED,
    }
    lists = {name: _stream("item", words[name]) for name in LINES}
    named = words.get("canvas_fields", {})
    return {
        **numbers, **{name: words[name] for name in WORDS}, **lists, "say_aloud": words["read_aloud"],
        "steps": _steps(words["steps"], shared["steps"]), "online_steps": _steps(words["online_steps"], shared["online_steps"]),
        "questions": _stream("question", words.get("open_questions", [])), "example_title": words["example"]["title"], "example": words["example"]["text"],
        "canvas": _stream("item", [named[field["id"]] for field in shared.get("canvas_field", [])]),
        "sources": _stream("source", [_source(source) for source in shared.get("sources", [])]),
        "answers_for_it": texts_of(language)["kit"]["answers_for_it"],
    }


def _read(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _stream(block: str, rows: list[Any]) -> str:
    return json.dumps([{"type": block, "value": row} for row in rows])


def _steps(rows: list[dict[str, str]], minutes: list[int]) -> str:
    paired = zip(rows, minutes, strict=True)
    return _stream("step", [{"title": row["title"], "text": row["text"], "minutes": length, "short": row.get("sheet", "")} for row, length in paired])


def _source(row: dict[str, Any]) -> dict[str, Any]:
    return {"title": row["title"], "author": row.get("author", ""), "year": row.get("year"), "url": row.get("url", "")}


def digest_of(key: str) -> str:
    """Return a mark of all that a method is laid from: its folder, what stands on every page, and how it is read."""
    files = [*sorted((KIT / key).iterdir()), *(CONTENT / f"{code}.json" for code in LANGUAGES), Path(__file__)]
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


@transaction.atomic
def lay_methods(*, only: list[str] | None = None) -> int:
    """Make the pages of methods that are missing, and bring those up to date that nobody has edited. Returns how many were written.

    Texts that are the same as last time are not read again, so that a start costs nothing; and what editors have
    removed since then stays away. `only` names methods that are read whatever was laid.
    """
    laid = dict(Laid.objects.values_list("key", "digest"))
    digests = {key: digest_of(key) for key in only or keys()}
    if not (new := [key for key, digest in digests.items() if only or laid.get(key) != digest]):
        return 0
    homes = {home.locale.language_code: home for home in HomePage.objects.select_related("locale")}
    there = {(page.locale.language_code, page.slug): page for page in MethodPage.objects.select_related("locale", "latest_revision")}
    written = 0
    for key in new:
        for language in LANGUAGES:
            removed = key in laid and (language, key) not in there
            if language in homes and not removed and _lay(homes[language], key, there):
                written += 1
        Laid.objects.update_or_create(key=key, defaults={"digest": digests[key]})
    return written


def _lay(home: HomePage, key: str, there: dict[tuple[str, str], MethodPage]) -> bool:
    language = home.locale.language_code
    fields = fields_of(key, language)
    page = there.get((language, key))
    if page is None:
        page = there[language, key] = MethodPage(locale=home.locale, **fields)
        twin = next((there[code, key] for code in LANGUAGES if code != language and (code, key) in there), None)
        if twin is not None:
            page.translation_key = twin.translation_key
        page.first_published_at = page.last_published_at = clock.now()
        home.add_child(instance=page)
    elif not _is_ours(page) or _is_like(page, fields):
        return False
    else:
        for name, value in fields.items():
            setattr(page, name, value)
        page.save()
    return True


def _is_ours(page: MethodPage) -> bool:
    """Whether no editor has written it: then its texts are those of the kit."""
    return page.latest_revision is None or page.latest_revision.user_id is None


def _is_like(page: MethodPage, fields: dict[str, Any]) -> bool:
    fresh = MethodPage(locale=page.locale, **fields)
    return all(_plain(page, name) == _plain(fresh, name) for name in fields)


def _plain(page: MethodPage, name: str) -> Any:
    """Return a field as it compares: the blocks of a stream by what they say, not by their ids."""
    value = getattr(page, name)
    if not hasattr(value, "stream_block"):
        return value
    return [(block.block_type, dict(block.value) if hasattr(block.value, "items") else block.value) for block in value]
