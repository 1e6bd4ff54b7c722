"""What stands before the methods: why, what co-creation is, who does what, and how much those who take part decide."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from samskaper.editorial.models.laid import LaidPage
from samskaper.editorial.models.methods import SourceBlock
from samskaper.editorial.texts import Influence


class DegreeValue(blocks.StructValue):
    """What one degree says."""

    @property
    def label(self) -> str:
        """The words that stand on the methods' own pages."""
        return str(Influence(self["influence"]).label)


class DegreeBlock(blocks.StructBlock):
    """A degree of influence, in a word and with an example."""

    influence = blocks.ChoiceBlock(choices=Influence.choices)
    word = blocks.CharBlock(max_length=40)
    text = blocks.TextBlock()

    class Meta:
        value_class = DegreeValue


class PartBlock(blocks.StructBlock):
    """A heading and what is said under it; where it tells the degrees of influence, they stand between the text and what follows."""

    title = blocks.CharBlock(max_length=80)
    text = blocks.TextBlock(help_text=_("An empty line begins a new paragraph"))
    degrees = blocks.ListBlock(DegreeBlock(), required=False, default=[])
    after = blocks.TextBlock(required=False)


class IntroductionPage(LaidPage):
    """The introduction of the starter kit, one for each language."""

    lead = models.TextField(blank=True)
    alt = models.CharField(max_length=250, blank=True, help_text=_("What the picture shows, for those who do not see it"))
    parts = StreamField([("part", PartBlock())])
    sources = StreamField([("source", SourceBlock())], blank=True)
    answers_for_it = models.CharField(max_length=120, blank=True, help_text=_("Who answers for this page"))
    checked = models.DateField(null=True, blank=True, help_text=_("When it was last checked"))

    template = "editorial/introduction.html"
    content_panels: ClassVar = [*Page.content_panels, *(FieldPanel(name) for name in ("lead", "alt", "parts", "sources", "answers_for_it", "checked"))]
    search_fields: ClassVar = [*Page.search_fields, index.SearchField("lead"), index.SearchField("parts")]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the parts, numbered for the list at the top."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["parts"] = [block.value for block in self.parts]
        return context
