"""Questions about edited pages, answered with plain dataclasses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page

from samskaper.commons.people.doer import Doer
from samskaper.editorial.drawing import has_picture as has_picture
from samskaper.editorial.films.taken import TakenFilm, taken_films
from samskaper.editorial.models import IntroductionPage, MethodPage, PlainPage, UploadedFilm
from samskaper.editorial.rules import may_edit
from samskaper.editorial.texts import MethodText, Phase
from samskaper.ui.menu import DeskItem

ON_A_DESK = 4  # pages that an editor's desk shows; all of them are in the editors' tool


@dataclass(frozen=True, slots=True)
class Method:
    """A method as others see it. `online` are the minutes of its online variant, 0 where it has none."""

    slug: str
    title: str
    short: str
    purpose: str
    url: str
    phase: str
    influence: str
    minutes: int
    online: int
    people: tuple[int, int]
    since: int


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a method stands in a language: published, with a draft that is not published yet, and when it was last changed."""

    title: str
    live: bool
    draft: bool
    changed: dt.datetime | None
    edit_url: str
    url: str

    def is_behind(self, original: Standing) -> bool:
        """Whether the text that it was translated from has been changed since."""
        return bool(self.changed and original.changed and original.changed > self.changed)


@dataclass(frozen=True, slots=True)
class Guide:
    """What one needs of a method while it goes on: a line to read aloud, questions to ask, and what helps when nobody speaks."""

    title: str
    url: str
    say_aloud: str
    questions: tuple[str, ...]
    if_quiet: str


@dataclass(frozen=True, slots=True)
class Introduction:
    """What stands before the methods: why, and what co-creation is. `body` is HTML; `checked` an ISO day or ""."""

    title: str
    lead: str
    body: str
    url: str
    answers_for_it: str
    checked: str


def introduction(language: str) -> Introduction | None:
    """Return the introduction of the kit, or None when it is not published in this language."""
    page = IntroductionPage.objects.live().filter(locale__language_code=language).first()
    if page is None:
        return None
    body = render_to_string("editorial/introduction_body.html", {"page": page, "parts": [block.value for block in page.parts]})
    return Introduction(page.title, page.lead, body, page.url or "", page.answers_for_it, page.checked.isoformat() if page.checked else "")


def introduction_card(language: str) -> tuple[str, str, str] | None:
    """Return (title, lead, address) of the introduction, or None when it is not published in this language."""
    page = IntroductionPage.objects.live().filter(locale__language_code=language).defer("parts", "sources").first()
    return (page.title, page.lead, page.url or "") if page else None


def method_text(key: str, language: str) -> MethodText | None:
    """Return all that a published method says, or None when it is not published in this language."""
    page = MethodPage.objects.live().select_related("locale").filter(locale__language_code=language, slug=key).first()
    return page.text if page else None


def method_texts(language: str) -> list[MethodText]:
    """Return all that the published methods of a language say, in the order of the phases and then by minutes."""
    pages = MethodPage.objects.live().select_related("locale").filter(locale__language_code=language)
    return sorted((page.text for page in pages), key=_in_order)


def manuscript(key: str, language: str) -> MethodText | None:
    """Return a method as its last draft has it, published or not. Who may read drafts is the caller's to know."""
    page = MethodPage.objects.select_related("locale", "latest_revision").filter(locale__language_code=language, slug=key).first()
    if page is None:
        return None
    draft = page.get_latest_revision_as_object()
    return draft.text if isinstance(draft, MethodPage) else None


def manuscripts(keys: Iterable[str]) -> dict[str, dict[str, MethodText]]:
    """Return the last drafts of these methods, by key and language. Who may read drafts is the caller's to know."""
    pages = MethodPage.objects.select_related("locale", "latest_revision").filter(slug__in=list(keys))
    found: dict[str, dict[str, MethodText]] = {}
    for page in pages:
        draft = page.get_latest_revision_as_object() if page.latest_revision else page
        found.setdefault(page.slug, {})[page.locale.language_code] = draft.text
    return found


def standings() -> dict[str, dict[str, Standing]]:
    """Return where every method stands in every language that has it, by key and language: for editors."""
    found: dict[str, dict[str, Standing]] = {}
    for page in MethodPage.objects.select_related("locale").order_by("slug", "locale_id"):
        changed = max(filter(None, (page.latest_revision_created_at, page.last_published_at)), default=None)
        draft = not page.live or page.has_unpublished_changes
        own = Standing(page.draft_title, page.live, draft, changed, reverse("wagtailadmin_pages:edit", args=[page.pk]), page.url or "")
        found.setdefault(page.slug, {})[page.locale.language_code] = own
    return found


def films_to_take(language: str) -> dict[str, TakenFilm]:
    """Return the films of the published methods of a language as files, by the method's key."""
    return taken_films(language)


def has_film(key: str, language: str) -> bool:
    """Whether the method has a film with captions in the language."""
    from samskaper.editorial.films.manifest import (
        has_film as is_rendered,  # here, so that no page waits for the films' drawings
    )

    return is_rendered(key, language)


def uploaded_film(number: int, *, visible_to: Doer) -> UploadedFilm | None:
    """Return an uploaded film for somebody who may see it: editors each of them, others those that a published page shows."""
    if not may_edit(visible_to) and not MethodPage.objects.live().filter(film=number).exists():
        return None
    return UploadedFilm.objects.filter(pk=number).first()


def guide(slug: str, language: str) -> Guide | None:
    """Return the guide of a method, or None when it is not published in this language."""
    page = MethodPage.objects.live().filter(locale__language_code=language, slug=slug).first()
    if page is None:
        return None
    return Guide(page.title, page.url or "", page.say_aloud, tuple(str(block.value) for block in page.questions), page.nobody_speaks)


def methods(language: str) -> list[Method]:
    """Return the published methods of a language, in the order of the phases and then by minutes."""
    pages = MethodPage.objects.live().filter(locale__language_code=language)
    return [_method(page) for page in sorted(pages, key=_in_order)]


def _in_order(one: MethodPage | MethodText) -> tuple[int, int, str]:
    return list(Phase).index(Phase(one.phase)), one.minutes, one.title


def _method(page: MethodPage) -> Method:
    people = (page.people_min, page.people_max)
    return Method(
        page.slug, page.title, page.short, page.purpose, page.url or "", page.phase, page.influence, page.minutes, page.online_minutes, people, page.since
    )


def phases() -> list[tuple[str, str]]:
    """Return (key, words) of the phases, in order."""
    return [(phase.value, str(phase.label)) for phase in Phase]


def plain_page_url(slug: str, language: str) -> str | None:
    """Return the address of a page of text by its slug, or None when it is not published in this language."""
    page = PlainPage.objects.live().filter(locale__language_code=language, slug=slug).first()
    return page.url if page else None


def desk_items(doer: object) -> Iterator[DeskItem]:
    """Yield what an editor has going: the pages of her language that were changed last, and the way to all of them."""
    if not isinstance(doer, Doer) or not may_edit(doer):
        return
    pages = Page.objects.filter(locale__language_code=get_language(), depth__gt=1)
    for page in pages.order_by("-latest_revision_created_at", "title", "pk")[:ON_A_DESK]:
        yield DeskItem("going", page.title, _state(page), reverse("wagtailadmin_pages:edit", args=[page.pk]))
    note = _("Texts and methods in four languages. What you write is seen when you publish it.")
    yield DeskItem("going", _("All texts"), note, reverse("wagtailadmin_explore_root"), weight=90)


def _state(page: Page) -> str:
    if not page.live:
        return _("Not published yet")
    if page.has_unpublished_changes:
        return _("Has changes that are not published")
    if page.last_published_at is None:
        return _("Published")
    return _("Published %(day)s") % {"day": date_format(timezone.localtime(page.last_published_at), "DATE_FORMAT")}
