"""What an organisation puts on the desk of somebody in it: the first step of an empty house, and whom she speaks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from samskaper.commons.people.doer import Doer
from samskaper.commons.people.models import Membership, Organisation, Role
from samskaper.foundation.addresses import address
from samskaper.foundation.prepared import prepared
from samskaper.ui.menu import DeskItem


def desk_items(doer: object) -> Iterable[DeskItem]:
    """Return what the register of organisations puts on somebody's desk, in at most two queries."""
    if not isinstance(doer, Doer) or doer.person is None:
        return []
    return [*_first(doer), *_spoken_for(doer)]


def _first(doer: Doer) -> Iterator[DeskItem]:
    """Libraries and colleagues are the first thing that an adviser of an empty house adds."""
    if not (advised := doer.organisations(Role.ADVISER)):
        return
    for one in _alone(advised, doer.person or 0)[:1]:
        note = _("Letters go to those who are here. Two or three libraries are enough to begin with.")
        here = address("people:organisation", one.pk)
        yield DeskItem("first", _("Add your libraries and colleagues"), note, here, _("Add them"), None, 10)


@prepared
def _alone(organisations: frozenset[int], person: int) -> QuerySet[Organisation]:
    """Those of these organisations with nothing below them and nobody but this person in them."""
    below = Exists(Organisation.objects.filter(parent=OuterRef("pk")))
    others = Exists(Membership.objects.filter(organisation=OuterRef("pk")).exclude(person=person))
    return Organisation.objects.filter(~below, ~others, offers__isnull=True, pk__in=organisations).order_by("pk")


def _spoken_for(doer: Doer) -> Iterator[DeskItem]:
    if not (spoken_for := doer.organisations(Role.REPRESENTATIVE)):
        return
    for one in _named(spoken_for):
        note = _("You speak for it here. See what is written about it, and who else speaks for it.")
        yield DeskItem("going", one.name, note, address("people:organisation", one.pk))


@prepared
def _named(organisations: frozenset[int]) -> QuerySet[Organisation]:
    return Organisation.objects.filter(pk__in=organisations).order_by("name", "pk")
