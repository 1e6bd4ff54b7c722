"""Editions as others show them: to everybody once they are launched, before that to editors."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from samskaper.areas.startkit.models import Edition
from samskaper.areas.startkit.rules.editions import may_prepare
from samskaper.commons.people.doer import Doer
from samskaper.foundation.kinds import Card
from samskaper.foundation.refs import Ref


def edition_cards(ids: Iterable[int], doer: object) -> dict[int, Card]:
    """Return the cards of those editions that this doer may see, keyed by id."""
    found = Edition.objects.filter(pk__in=list(ids))
    sees_coming = isinstance(doer, Doer) and may_prepare(doer)
    return {one.pk: _card(one) for one in found if one.launched or sees_coming}


def _card(edition: Edition) -> Card:
    title = _("Edition %(n)d of the starter kit") % {"n": edition.number}
    if edition.launched is None:
        return Card(Ref.to(edition), title, reverse("startkit:coming"), _("in the making"))
    since = _("in use from %(day)s") % {"day": date_format(localtime(edition.launched), "DATE_FORMAT")}
    return Card(Ref.to(edition), title, reverse("startkit:edition", args=[edition.number]), since)
