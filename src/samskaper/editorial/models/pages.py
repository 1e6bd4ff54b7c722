"""The first page and pages of text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search import index

from samskaper.editorial.models.methods import PLAIN, MethodPage
from samskaper.editorial.register import Happening, entrances, happenings
from samskaper.editorial.texts import Phase
from samskaper.foundation.addresses import address
from samskaper.ui.thread import KNOTS, Thread, thread


class KnotBlock(blocks.StructBlock):
    """What lies under one knot of the example thread on the home page."""

    note = blocks.CharBlock(max_length=80)


@dataclass(frozen=True, slots=True)
class Offered:
    """A method as the first page offers it."""

    title: str
    purpose: str
    minutes: int
    people_min: int
    people_max: int
    url: str


@dataclass(frozen=True, slots=True)
class Front:
    """What the first page shows, to everybody alike."""

    title: str
    heading: str
    lead: str
    thread_heading: str
    thread_lead: str
    example: Thread | None
    door_heading: str
    door_lead: str
    methods: tuple[Offered, ...]
    happening: tuple[Happening, ...]
    entrances: tuple[tuple[str, str], ...]


class HomePage(Page):
    """The first page in a language."""

    heading = models.CharField(max_length=120)
    lead = models.TextField()
    thread_heading = models.CharField(max_length=80, blank=True)
    thread_lead = models.CharField(max_length=200, blank=True)
    thread = StreamField([("knot", KnotBlock())], blank=True)
    door_heading = models.CharField(max_length=80, blank=True)
    door_lead = models.TextField(blank=True)

    template = "editorial/home.html"
    max_count_per_parent = 4
    content_panels: ClassVar = [
        *Page.content_panels,
        FieldPanel("heading"),
        FieldPanel("lead"),
        MultiFieldPanel([FieldPanel("thread_heading"), FieldPanel("thread_lead"), FieldPanel("thread")]),
        MultiFieldPanel([FieldPanel("door_heading"), FieldPanel("door_lead")]),
    ]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what the page shows."""
        return {**super().get_context(request, *args, **kwargs), "front": self.front(request)}

    def front(self, request: HttpRequest) -> Front:
        """Return what the page shows: the editors' words, the methods, and what areas say is happening."""
        methods = MethodPage.objects.live().filter(locale=self.locale, phase=Phase.UNDERSTAND).order_by("minutes", "title")[:3]
        return Front(
            self.title,
            self.heading,
            self.lead,
            self.thread_heading,
            self.thread_lead,
            self.example() if self.thread else None,
            self.door_heading,
            self.door_lead,
            tuple(Offered(m.title, m.purpose, m.minutes, m.people_min, m.people_max, m.get_url(request) or "") for m in methods),
            tuple([item for source in happenings for item in source()][:4]),
            tuple((str(one.words), address(one.url_name)) for one in entrances),
        )

    def example(self) -> Thread:
        """Return the thread of the example: the editors' words under the house's six knots."""
        notes = {key: block.value["note"] for key, block in zip(KNOTS, self.thread, strict=False)}
        return thread(things=notes, done=set(notes))


class PlainPage(Page):
    """A page of text: help, accessibility, privacy, contact."""

    lead = models.TextField(blank=True)
    body = RichTextField(features=PLAIN)
    answers_for_it = models.CharField(max_length=120, blank=True, help_text=_("Who answers for this page"))
    checked = models.DateField(null=True, blank=True, help_text=_("When it was last checked"))

    template = "editorial/plain.html"
    content_panels: ClassVar = [
        *Page.content_panels, FieldPanel("lead"), FieldPanel("body"), FieldPanel("answers_for_it"), FieldPanel("checked"),
    ]
    search_fields: ClassVar = [*Page.search_fields, index.SearchField("lead"), index.SearchField("body")]
