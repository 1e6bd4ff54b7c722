"""What the starter kit registers: its place in the menu, the way to it on the first page, and plans for meetings."""

from django.utils.translation import gettext_lazy as _

from samskaper.areas.startkit.commands.plan_keeping import RETAINED, erase
from samskaper.areas.startkit.queries import cards
from samskaper.areas.startkit.queries.personal import export
from samskaper.areas.startkit.queries.plan_ways import from_method, on_desk
from samskaper.commons.people.register import PersonalData, personal_data
from samskaper.commons.record.register import retentions
from samskaper.editorial.register import Entrance, entrances, method_ways
from samskaper.foundation.kinds import Kind, kinds
from samskaper.ui.menu import MenuEntry, desk, menu, to_everybody

menu.add("startkit", MenuEntry(_("Starter kit"), "startkit:kit", to_everybody, order=20))
entrances.add("startkit", Entrance(_("Find a method"), "startkit:kit"))
# -- plans for meetings ----------------------------------------------------------------------------------------------
kinds.add("startkit.plan", Kind("startkit.plan", _("plan for a meeting"), cards.plans, "gathering"))
method_ways.add("startkit.plan", from_method)
desk.add("startkit.plans", on_desk)
personal_data.add("startkit.plans", PersonalData(
    "startkit.plans", _("Plans for meetings that you made"), _("so that you find them again"),
    _("Two years after the meeting, or after you last changed them."), export, erase,
))
for kept in RETAINED:
    retentions.add(kept.key, kept)
