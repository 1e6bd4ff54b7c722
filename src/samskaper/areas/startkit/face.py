"""What the starter kit registers: its place in the menu, the way to it on the first page, and plans for meetings."""

from django.utils.translation import gettext_lazy as _

from samskaper.areas.startkit import receivers  # noqa: F401
from samskaper.areas.startkit.commands.editions import launch_due, lay_editions
from samskaper.areas.startkit.commands.packages import pack_ahead, print_earlier, tidy
from samskaper.areas.startkit.commands.papers import make_ahead, tidy_papers
from samskaper.areas.startkit.commands.plan_keeping import RETAINED, erase
from samskaper.areas.startkit.commands.revision_keeping import RETAINED as REVISION_RETAINED
from samskaper.areas.startkit.commands.revision_keeping import erase as erase_voice
from samskaper.areas.startkit.commands.telling import tell_those_due
from samskaper.areas.startkit.exports.packages import packed
from samskaper.areas.startkit.exports.papers import made as make_paper
from samskaper.areas.startkit.queries import board, cards, edition_ways, groups, revision_personal, tries
from samskaper.areas.startkit.queries.edition_cards import edition_cards
from samskaper.areas.startkit.queries.packages import packers
from samskaper.areas.startkit.queries.papers import on_paper
from samskaper.areas.startkit.queries.personal import export
from samskaper.areas.startkit.queries.plan_ways import from_method, on_desk
from samskaper.areas.startkit.queries.taking import way_out
from samskaper.areas.startkit.rules.counted import COUNTED
from samskaper.areas.startkit.rules.groups import may_revise
from samskaper.areas.startkit.rules.papers import Form, makers
from samskaper.commons.calendar.register import entries
from samskaper.commons.mail.register import purposes
from samskaper.commons.people.register import PersonalData, personal_data
from samskaper.commons.record.register import fact_words, retentions
from samskaper.editorial.register import Entrance, entrances, method_remarks, method_ways, tool_menu, when_laid
from samskaper.foundation.kinds import Kind, kinds
from samskaper.foundation.schedule import Round, rounds
from samskaper.ui.menu import MenuEntry, desk, menu, to_everybody

menu.add("startkit", MenuEntry(_("Starter kit"), "startkit:kit", to_everybody, order=20))
entrances.add("startkit", Entrance(_("Find a method"), "startkit:kit"))
# -- editions --------------------------------------------------------------------------------------------------------
when_laid.add("startkit.editions", lay_editions)
kinds.add("startkit.edition", Kind("startkit.edition", _("edition of the starter kit"), edition_cards))
tool_menu.add("startkit.coming", MenuEntry(_("The next edition"), "startkit:coming", to_everybody, order=150))
tool_menu.add("startkit.status", MenuEntry(_("What is missing"), "startkit:status", to_everybody, order=160))
method_remarks.add("startkit.edition", edition_ways.edition_remark)
desk.add("startkit.editions", edition_ways.on_desk)
rounds.add("startkit.launch", Round("startkit.launch", 1, launch_due))
# -- what leaves the house -------------------------------------------------------------------------------------------
packers.add("startkit", packed)
method_ways.add("startkit.take", way_out)
rounds.add("startkit.pack", Round("startkit.pack", 20, pack_ahead))
rounds.add("startkit.print_earlier", Round("startkit.print_earlier", 60, print_earlier))
rounds.add("startkit.unpacked", Round("startkit.unpacked", 86_400, tidy))
# -- on paper --------------------------------------------------------------------------------------------------------
method_ways.add("startkit.paper", on_paper)
for form in Form:
    makers.add(form, make_paper)
rounds.add("startkit.print", Round("startkit.print", 30, make_ahead))
rounds.add("startkit.unprinted", Round("startkit.unprinted", 86_400, tidy_papers))
# -- plans for meetings ----------------------------------------------------------------------------------------------
kinds.add("startkit.plan", Kind("startkit.plan", _("plan for a meeting"), cards.plans, "gathering"))
method_ways.add("startkit.plan", from_method)
desk.add("startkit.plans", on_desk)
personal_data.add("startkit.plans", PersonalData(
    "startkit.plans", _("Plans for meetings that you made"), _("so that you find them again"),
    _("Two years after the meeting, or after you last changed them."), export, erase,
))
# -- revision together with users ----------------------------------------------------------------------------------------
method_remarks.add("startkit.tried", tries.remarks)
method_ways.add("startkit.how", tries.ways)
menu.add("startkit.revision", MenuEntry(_("Revising the kit"), "startkit:revision", may_revise, order=65))  # type: ignore[arg-type]
desk.add("startkit.findings", board.on_desk)
entries.add("startkit.workshops", groups.entries_for)
rounds.add("startkit.telling", Round("startkit.telling", 30, tell_those_due))
purposes.add("startkit", _("what comes of what you said about the starter kit"))
personal_data.add("startkit.revision", PersonalData(
    "startkit.revision", _("Your part in revising the starter kit"), _("so that you can be told what became of what you said"),
    _("A month after the edition is out."), revision_personal.export, erase_voice, _("What you said about methods stays without your name."),
))
for words in COUNTED:
    fact_words.add(words.key, words)
for kept in (*RETAINED, *REVISION_RETAINED):
    retentions.add(kept.key, kept)
