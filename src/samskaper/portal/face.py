"""What the portal registers: my desk in the menu."""

from django.utils.translation import gettext_lazy as _

from samskaper.commons.people.register import onward
from samskaper.commons.search.register import found
from samskaper.foundation.schedule import Round, rounds
from samskaper.portal.queries.plans import SOURCE
from samskaper.portal.tasks import move_demonstration
from samskaper.ui.menu import MenuEntry, menu


def _signed_in(doer: object) -> bool:
    return bool(getattr(doer, "person", None))


menu.add("portal.desk", MenuEntry(_("My desk"), "portal:desk", _signed_in, order=10))
found(SOURCE)
onward.add("desk", "portal:desk")
onward.add("phone", "portal:phone")
onward.add("search", "portal:search")
onward.add("demonstration", "portal:demo")
rounds.add("portal.move_demonstration", Round("portal.move_demonstration", 3600, move_demonstration))
