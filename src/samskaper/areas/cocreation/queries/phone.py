"""Which pages about conversations are kept on the phone of whoever holds them."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from samskaper.areas.cocreation.queries.spot import planned_by_me
from samskaper.commons.people.doer import Doer
from samskaper.foundation import clock
from samskaper.foundation.addresses import address
from samskaper.ui.days import full_day
from samskaper.ui.phone import Kept

MOST = 30


def on_phone(doer: object) -> Iterator[Kept]:
    """Yield where to write down what is said, and the pages of the doer's own planned conversations.

    Of those that were held none is kept: their pages hold what she thought for herself. A page is fetched anew each day.
    """
    assert isinstance(doer, Doer)
    today = clock.today().isoformat()
    yield Kept(address("cocreation:now"), _("Here and now"), "", today, home=True)
    for row in planned_by_me(visible_to=doer, most=MOST):
        note = full_day(row.planned_for) if row.planned_for else _("No day yet")
        yield Kept(address("cocreation:write", row.pk), row.party.name, note, f"{today} {row.version}")
