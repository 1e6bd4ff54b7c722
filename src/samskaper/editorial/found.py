"""What search finds of the editors' pages: what is published, never a draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from samskaper.commons.search.commands import read
from samskaper.commons.search.register import Source, Text, documents, found
from samskaper.editorial.models import IntroductionPage, MethodPage, PlainPage
from samskaper.foundation.refs import Ref

METHOD, PAGE, INTRODUCTION = "editorial.methodpage", "editorial.plainpage", "editorial.introductionpage"


def _methods(ids: Iterable[int]) -> Iterator[Text]:
    for page in MethodPage.objects.live().filter(pk__in=list(ids), alias_of=None).select_related("locale"):
        yield _text(page, page.purpose, _of_method(page))


def _of_method(page: MethodPage) -> list[str]:
    steps = [f"{step.value['title']}. {step.value['text']}" for step in (*page.steps, *page.online_steps)]
    lines = [str(line.value) for lines in (page.when, page.when_not, page.materials, page.preparation, page.questions, page.canvas) for line in lines]
    hard = [page.nobody_speaks, page.one_speaks_always, page.with_5, page.with_40, page.children, page.mixed_languages]
    words = [page.short, page.say_aloud, *lines, *steps, *hard]
    return [*words, page.influence_words, page.online_intro, page.follow_up, page.example_title, page.example]


def _pages(ids: Iterable[int]) -> Iterator[Text]:
    for page in PlainPage.objects.live().filter(pk__in=list(ids), alias_of=None).select_related("locale"):
        yield _text(page, page.lead, [strip_tags(page.body.replace("</", " </"))])


def _introductions(ids: Iterable[int]) -> Iterator[Text]:
    for page in IntroductionPage.objects.live().filter(pk__in=list(ids), alias_of=None).select_related("locale"):
        words = [line for block in page.parts for line in (block.value["title"], block.value["text"], block.value["after"])]
        yield _text(page, page.lead, [*words, *(f"{one['word']}. {one['text']}" for block in page.parts for one in block.value["degrees"])])


def _text(page: Page, lead: str, words: list[str]) -> Text:
    return Text(
        Ref.to(page), page.locale.language_code, page.title, lead, "\n".join(word for word in words if word), readers=None,
        path=page.url or "", bundle=f"page:{page.translation_key}",
    )


def _every(model: type[Page]) -> Any:
    return lambda: model.objects.live().values_list("pk", flat=True)


def page_changed(sender: type[Page], instance: Page, **_: Any) -> None:
    """A page was published, taken down or moved, or its address was changed: it is read again, with those below it."""
    below = [instance.pk, *instance.get_descendants().values_list("pk", flat=True)]
    for source in (documents.get(METHOD), documents.get(PAGE), documents.get(INTRODUCTION)):
        if source:
            read(source, below)


found(
    Source(METHOD, _("method"), _("Methods"), _methods, _every(MethodPage), laid=True),
    Source(PAGE, _("page"), _("Pages"), _pages, _every(PlainPage), laid=True),
    Source(INTRODUCTION, _("page"), _("Pages"), _introductions, _every(IntroductionPage)),
)
for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
    signal.connect(page_changed, dispatch_uid="search.page_changed")
