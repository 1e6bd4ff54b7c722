"""A method of the starter kit."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from samskaper.editorial.films.shown import kit_film
from samskaper.editorial.models.laid import LaidPage
from samskaper.editorial.models.panels import LanguagesPanel
from samskaper.editorial.register import method_remarks, method_ways
from samskaper.editorial.texts import (
    DIFFICULTIES,
    HARD_MOMENTS,
    HEADINGS,
    STEPS,
    Influence,
    MethodText,
    Phase,
    Source,
    Step,
)
from samskaper.foundation.addresses import is_free
from samskaper.ui.thread import thread

LISTS = ("when", "when_not", "materials", "preparation", "questions", "canvas")
PLAIN_FIELDS = (
    "title", "short", "purpose", "phase", "influence", "influence_words", "difficulty", "since", "say_aloud", *HARD_MOMENTS, "online_intro", "follow_up",
    "example_title", "example", "alt", "answers_for_it",
)
PLAIN = ["h2", "h3", "bold", "italic", "ol", "ul", "link"]


class StepBlock(blocks.StructBlock):
    """One step of a method, with its minutes."""

    title = blocks.CharBlock(max_length=80, label=_("What you do"))
    minutes = blocks.IntegerBlock(min_value=1, max_value=480, label=_("Minutes"))
    text = blocks.TextBlock(label=_("How, in four or five sentences"))
    short = blocks.CharBlock(max_length=160, required=False, label=_("On the sheet"), help_text=_("For the sheet of paper, in one sentence"))

    class Meta:
        label = _("Step")


class SourceBlock(blocks.StructBlock):
    """Where somebody can read more."""

    title = blocks.CharBlock(max_length=300, label=_("Title"))
    author = blocks.CharBlock(max_length=200, required=False, label=_("Who wrote it"))
    year = blocks.IntegerBlock(required=False, label=_("Year"))
    url = blocks.URLBlock(required=False, label=_("Address"))

    class Meta:
        label = _("Source")


LABELS: dict[str, Any] = {  # what the fields are called in the editors' tool
    **HEADINGS, "short": _("In a few words"), "phase": _("Phase"), "influence": _("Degree of influence"), "difficulty": _("How hard"),
    "since": _("Edition"), "people_min": _("At least so many people"), "people_max": _("At most so many people"), "online_intro": _("Online, in short"),
    "online_steps": _("Online, step by step"), "example_title": _("What the example is called"), "sources": _("Read more"), "alt": _("The picture in words"),
    "answers_for_it": _("Who answers for it"), "checked": _("Last checked"), "film": _("Film"),
}
KNOT_OF_PHASE = {
    Phase.UNDERSTAND: "conversation",
    Phase.IDEAS: "challenge",
    Phase.CHOOSE: "challenge",
    Phase.TRY: "initiative",
    Phase.SHARE: "practice",
}


def _step(value: Any) -> Step:
    return Step(value["title"] or "", value["minutes"] or 0, value["text"] or "", value.get("short") or "")


def _lines(help_text: Any) -> StreamField:
    return StreamField([("item", blocks.CharBlock(max_length=300, required=False, label=_("Line")))], blank=True, help_text=help_text)


def _words(help_text: Any) -> models.TextField[str, str]:
    return models.TextField(blank=True, help_text=help_text)


class MethodPage(LaidPage):
    """A method of the starter kit. `minutes` is the sum of its steps; `since` the edition in which it came."""

    short = models.CharField(max_length=80, blank=True, help_text=_("For a card, in a few words"))
    purpose = models.CharField(max_length=300, help_text=_("In one sentence"))
    phase = models.CharField(max_length=12, choices=Phase.choices)
    influence = models.CharField(max_length=16, choices=Influence.choices, default=Influence.INVOLVE)
    influence_words = models.CharField(max_length=300, blank=True, help_text=_("What those who take part decide"))
    since = models.PositiveSmallIntegerField(default=1, help_text=_("The edition in which it came"))
    difficulty = models.PositiveSmallIntegerField(default=1, choices=list(DIFFICULTIES.items()))
    minutes = models.PositiveSmallIntegerField(editable=False, default=0)
    people_min = models.PositiveSmallIntegerField()
    people_max = models.PositiveSmallIntegerField()
    when = _lines(_("When it is good to use"))
    when_not = _lines(_("When not to use it"))
    materials = _lines(_("What you need"))
    preparation = _lines(_("What to do beforehand"))
    say_aloud = _words(_("The line to read aloud when you begin"))
    steps = StreamField([("step", StepBlock())])
    questions = StreamField([("question", blocks.CharBlock(max_length=200))], blank=True, help_text=_("Open questions to ask, one at a time"))
    nobody_speaks = _words(_("If nobody says anything"))
    one_speaks_always = _words(_("If one speaks all the time"))
    with_5 = _words(_("With five people"))
    with_40 = _words(_("With forty people"))
    children = _words(_("With children"))
    mixed_languages = _words(_("With several languages"))
    online_intro = _words(_("Online: in a sentence or two"))
    online_steps = StreamField([("step", StepBlock())], blank=True)
    follow_up = _words(_("What happens within a week"))
    example_title = models.CharField(max_length=120, blank=True)
    example = _words(_("A worked example from a small place"))
    canvas = _lines(_("The fields of the poster, in reading order"))
    alt = models.CharField(max_length=250, blank=True, help_text=_("What the picture shows, for those who do not see it"))
    film = models.ForeignKey(
        "editorial.UploadedFilm", models.SET_NULL, null=True, blank=True, related_name="+",
        help_text=_("A film of your own; otherwise the kit’s, where it has one"),
    )
    sources = StreamField([("source", SourceBlock())], blank=True)
    answers_for_it = models.CharField(max_length=120, blank=True)
    checked = models.DateField(null=True, blank=True)

    template = "editorial/method.html"
    parent_page_types: ClassVar = ["editorial.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar = [LanguagesPanel(), HelpPanel(template="editorial/tool/how_to_write.html"), *Page.content_panels, *(
        MultiFieldPanel([FieldPanel(name, heading=LABELS.get(name, "")) for name in names.split()], words) for words, names in (
            (_("In short"), "short purpose phase influence influence_words difficulty since"),
            (_("Beforehand"), "people_min people_max when when_not materials preparation"),
            (_("How to do it"), "say_aloud steps questions canvas"),
            (_("When it does not go as planned"), "nobody_speaks one_speaks_always with_5 with_40 children mixed_languages"),
            (_("Online"), "online_intro online_steps"),
            (_("Afterwards"), "follow_up example_title example sources alt film answers_for_it checked"),
        )
    )]
    search_fields: ClassVar = [*Page.search_fields, index.SearchField("purpose"), index.FilterField("phase")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the minutes in line with the steps. A draft may lack words; what is published may not."""
        self.minutes = sum(block.value["minutes"] or 0 for block in self.steps)
        if not self.live:
            kwargs.setdefault("clean", False)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Refuse an address that another page of the house has, and a new one for a method that stands on printed sheets."""
        super().clean()
        if not is_free(self.slug, left_to="wagtail_serve"):
            raise ValidationError({"slug": _("Another page of the house has this address. Choose another word.")})
        printed = MethodPage.objects.filter(pk=self.pk, first_published_at__isnull=False).values_list("slug", flat=True).first()
        if printed and printed != self.slug:
            raise ValidationError({"slug": _("This address stands on sheets that hang on walls, so it stays: %(slug)s") % {"slug": printed}})

    @property
    def online_minutes(self) -> int:
        """How long the online variant takes."""
        return sum(block.value["minutes"] or 0 for block in self.online_steps)

    @property
    def text(self) -> MethodText:
        """Return all that the method says, as plain values."""
        lists = {name: tuple(str(block.value) for block in getattr(self, name) if block.value) for name in LISTS}
        steps = {name: tuple(_step(block.value) for block in getattr(self, name)) for name in STEPS}
        sources = tuple(Source(block.value["title"], block.value["author"], block.value["year"], block.value["url"]) for block in self.sources)
        values: dict[str, Any] = {name: getattr(self, name) for name in PLAIN_FIELDS}
        return MethodText(
            key=self.slug, language=self.locale.language_code, people=(self.people_min, self.people_max), sources=sources,
            checked=self.checked.isoformat() if self.checked else "", **values | lists | steps,
        )

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the thread, at the knot where the method's phase belongs."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        text = self.text
        context["method"] = text
        context["film"] = self.film.shown if self.film else kit_film(self.slug, text.language, text.title)
        context["thread"] = thread(KNOT_OF_PHASE[Phase(self.phase)])
        context["ways"] = sorted((way for source in method_ways for way in source(text)), key=lambda way: way.order)
        context["remarks"] = [remark for source in method_remarks for remark in source(text)]
        return context

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(people_max__gte=models.F("people_min")), name="method_people"),
        ]
