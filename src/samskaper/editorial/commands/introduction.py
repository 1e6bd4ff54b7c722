"""Laying the introduction of the starter kit from its texts, until an editor touches it."""

from __future__ import annotations

import hashlib
import json
import tomllib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from samskaper.editorial.commands.pages import CHECKED, CONTENT, texts_of
from samskaper.editorial.models import HomePage, IntroductionPage, Laid
from samskaper.foundation import clock

KEY = "introduction"
FOLDER = CONTENT / "kit" / KEY


def introduction_fields(language: str) -> dict[str, Any]:
    """Return the introduction's page in a language, as its texts say. Raises FileNotFoundError where there is none."""
    words = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    parts = [{"degrees": [], "after": "", **part} for part in words["parts"]]
    sources = [{"title": row["title"], "author": row.get("author", ""), "year": row.get("year"), "url": row.get("url", "")} for row in words["sources"]]
    return {
        "title": words["title"], "lead": words["lead"], "alt": words["alt"], "parts": _stream("part", parts), "sources": _stream("source", sources),
        "answers_for_it": texts_of(language)["kit"]["answers_for_it"], "checked": CHECKED,
    }


def _stream(block: str, rows: list[dict[str, Any]]) -> str:
    return json.dumps([{"type": block, "value": row} for row in rows])


@transaction.atomic
def lay_introduction() -> int:
    """Make the introduction where it is missing, and bring it up to date where nobody has edited it. Returns how many pages were written.

    As with the methods: texts that are the same as last time are not read again, and what editors have removed stays away.
    """
    files = [*sorted(FOLDER.iterdir()), Path(__file__)]
    digest = hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()
    before = Laid.objects.filter(key=KEY).first()
    if before is not None and before.digest == digest:
        return 0
    homes = {home.locale.language_code: home for home in HomePage.objects.select_related("locale")}
    there = {page.locale.language_code: page for page in IntroductionPage.objects.select_related("locale", "latest_revision")}
    languages = [code for code, _name in settings.LANGUAGES if code in homes and (before is None or code in there)]
    written = sum(_lay(homes[code], there) for code in languages)
    Laid.objects.update_or_create(key=KEY, defaults={"digest": digest})
    return written


def _lay(home: HomePage, there: dict[str, IntroductionPage]) -> bool:
    language = home.locale.language_code
    fields = introduction_fields(language)
    page = there.get(language)
    if page is None:
        twin = next(iter(there.values()), None)
        page = there[language] = IntroductionPage(locale=home.locale, slug=KEY, **fields)
        if twin is not None:
            page.translation_key = twin.translation_key
        page.first_published_at = page.last_published_at = clock.now()
        home.add_child(instance=page)
        return True
    if page.latest_revision is not None and page.latest_revision.user_id is not None:
        return False
    for name, value in fields.items():
        setattr(page, name, value)
    page.save()
    return True
