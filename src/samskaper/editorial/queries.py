"""Questions about edited pages, answered with plain dataclasses."""

from __future__ import annotations

from dataclasses import dataclass

from samskaper.editorial.models import MethodPage, PlainPage


@dataclass(frozen=True, slots=True)
class Method:
    """A method as others see it."""

    title: str
    purpose: str
    url: str
    minutes: int
    people: tuple[int, int]


def methods(language: str) -> list[Method]:
    """Return the published methods of a language, by title."""
    pages = MethodPage.objects.live().filter(locale__language_code=language).order_by("title")
    return [Method(p.title, p.purpose, p.url or "", p.minutes, (p.people_min, p.people_max)) for p in pages]


def plain_page_url(slug: str, language: str) -> str | None:
    """Return the address of a page of text by its slug, or None when it is not published in this language."""
    page = PlainPage.objects.live().filter(locale__language_code=language, slug=slug).first()
    return page.url if page else None
