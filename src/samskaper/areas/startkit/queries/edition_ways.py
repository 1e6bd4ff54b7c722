"""Where editions are met: in the line above a method, and on an editor's desk."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskaper.areas.startkit.queries.editions import coming, current, gaps_before
from samskaper.areas.startkit.rules.editions import may_prepare
from samskaper.commons.people.doer import Doer
from samskaper.editorial.register import MethodRemark
from samskaper.editorial.texts import MethodText
from samskaper.ui.menu import DeskItem


def edition_remark(method: MethodText) -> Iterator[MethodRemark]:
    """Say above a method which edition it is in."""
    if (now := current()) is not None:
        yield MethodRemark(_("edition %(n)d") % {"n": now.number}, reverse("startkit:edition", args=[now.number]))


def on_desk(doer: object) -> Iterator[DeskItem]:
    """Yield the edition in the making to editors: its minute, and what is in the way of it."""
    if not isinstance(doer, Doer) or doer.is_system or not may_prepare(doer) or (edition := coming()) is None:
        return
    title = _("Edition %(n)d of the starter kit") % {"n": edition.number}
    address = reverse("startkit:coming")
    if edition.launches is None:
        yield DeskItem("going", title, _("In the making. It has no time yet."), address)
        return
    time = date_format(localtime(edition.launches), "DATETIME_FORMAT")
    if gaps := gaps_before(edition):
        note = ngettext(
            "It is to come %(time)s, and one thing is missing: %(gap)s", "It is to come %(time)s, and %(n)d things are missing. The first: %(gap)s", len(gaps),
        )
        yield DeskItem("do", title, note % {"time": time, "n": len(gaps), "gap": gaps[0].words}, address, act=_("See what is missing"), due=edition.launches)
    else:
        yield DeskItem("date", title, _("It comes %(time)s, by itself.") % {"time": time}, address, due=edition.launches)
