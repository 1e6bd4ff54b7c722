"""What search finds of plans: the document, and each of its sentences. Everybody may read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext_lazy as _

from samskaper.commons.anchoring.models import PlanDocument, PlanSection
from samskaper.commons.people.models import Country
from samskaper.commons.search.register import Source, Text
from samskaper.foundation.refs import Ref

KIND = "anchoring.plandocument"


def _texts(ids: Iterable[int]) -> Iterator[Text]:
    for plan in PlanDocument.objects.filter(pk__in=list(ids)).prefetch_related("sections"):
        language = "da" if plan.country == Country.DENMARK else "nb"
        yield Text(Ref.to(plan), language, plan.title, plan.publisher, "", None, "anchoring:document", (plan.pk,))
        yield from (_sentence(plan, one, language) for one in plan.sections.all() if one.sentence)


def _sentence(plan: PlanDocument, one: PlanSection, language: str) -> Text:
    return Text(
        Ref.to(plan), language, one.sentence, one.heading, f"{plan.title}\n{one.sentence}", None, "anchoring:document", (plan.pk,), part=f"s{one.pk}",
    )


SOURCE = Source(KIND, _("plan"), _("Plans"), _texts, lambda: PlanDocument.objects.values_list("pk", flat=True))
