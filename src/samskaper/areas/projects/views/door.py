"""What every door of the projects needs: on whose behalf somebody came, and where the project is on the thread."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskaper.areas.projects.models import Project
from samskaper.areas.projects.queries.chain import Chain
from samskaper.foundation.addresses import address
from samskaper.ui.thread import Thing, Thread, thread


def thread_of(project: Project, chain: Chain) -> Thread:
    """Return the thread of a project's pages, from real counts."""
    plans = ngettext(
        "%(number)d plan", "%(number)d plans", n := len({tie.document for tie in chain.ties})
    ) % {"number": n}
    done = ngettext("%(number)d activity", "%(number)d activities", chain.activities) % {"number": chain.activities}
    things = {"plan": Thing(f"{plans}, {done}")}
    met = ngettext("%(number)d took part", "%(number)d took part", chain.attended) % {"number": chain.attended}
    first = chain.programmes[0] if chain.programmes else None
    if chain.programmes:
        things["gathering"] = Thing(met if chain.attended else _("planned"), first.url if first else "")
    for knot, number in chain.later.items():
        if knot in ("conversation", "challenge", "initiative", "practice"):
            things[knot] = Thing(ngettext("%(number)d so far", "%(number)d so far", number) % {"number": number})
    done_knots = {"gathering"} if chain.gatherings else set()
    done_knots |= {knot for knot in chain.later if knot not in ("plan", "gathering")}
    tie = chain.ties[0] if chain.ties else None
    back = (tie.place, f"{address('anchoring:document', tie.document)}#s{tie.section}") if tie else None
    forward = (_("On: the gatherings"), first.url) if first else None
    return thread("plan", things=things, done=done_knots, back=back, forward=forward)
