"""Laying the first pages, in every language, so that no language shows another's text as its own."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site

from samskaper.editorial.models import HomePage, PlainPage

CONTENT = Path(__file__).resolve().parent.parent / "content"
CHECKED = dt.date(2026, 11, 22)


def texts_of(language: str) -> dict[str, Any]:
    """Return the texts that home and pages are born with."""
    found: dict[str, Any] = json.loads((CONTENT / f"{language}.json").read_text(encoding="utf-8"))
    return found


def _stream(name: str, rows: list[Any]) -> str:
    return json.dumps([{"type": name, "value": row} for row in rows])


def _lay_home(root: Page, locale: Locale, texts: dict[str, Any], first: HomePage | None) -> HomePage:
    fields = {**texts["home"], "thread": _stream("knot", texts["home"]["thread"])}
    slug = "home" if first is None else f"home-{locale.language_code}"
    page = HomePage(locale=locale, slug=slug, **fields)
    if first is not None:
        page.translation_key = first.translation_key
    root.add_child(instance=page)
    page.save_revision().publish()
    return page


def _lay_children(home: HomePage, texts: dict[str, Any], keys: dict[str, Any]) -> None:
    for row in texts["pages"]:
        page = PlainPage(locale=home.locale, checked=CHECKED, **row)
        page.translation_key = keys.setdefault(page.slug, page.translation_key)
        home.add_child(instance=page)
        page.save_revision().publish()


@transaction.atomic
def lay_first_pages() -> bool:
    """Make home and pages of text in every language, if there is no home yet.

    Returns whether anything was made. Texts come from `content/<language>.json`.
    """
    if HomePage.objects.exists():
        return False
    locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code, _name in settings.LANGUAGES}
    root = Page.objects.get(depth=1)
    Site.objects.all().delete()
    for page in root.get_children():
        page.specific.delete()
    first: HomePage | None = None
    keys: dict[str, Any] = {}
    for code, locale in locales.items():
        texts = texts_of(code)
        home = _lay_home(Page.objects.get(depth=1), locale, texts, first)
        first = first or home
        _lay_children(home, texts, keys)
    Site.objects.create(hostname="localhost", root_page=first, is_default_site=True, site_name="Samskaper")
    return True
