"""What edited pages register: the starter kit and the editors' tool in the menu, and the pages of text in the foot."""

from django.utils.translation import gettext_lazy as _

from samskaper.commons.people.doer import Doer
from samskaper.editorial import found, receivers  # noqa: F401
from samskaper.editorial.commands import publish_due, settle_by_the_day
from samskaper.editorial.queries import desk_items
from samskaper.editorial.rules import may_edit
from samskaper.foundation.schedule import Round, rounds
from samskaper.ui.menu import MenuEntry, desk, foot, menu, to_everybody

desk.add("editorial", desk_items)
menu.add("editorial.tool", MenuEntry(
    _("Write texts"), "wagtailadmin_home", lambda doer: isinstance(doer, Doer) and may_edit(doer), order=70,
))
foot.add("editorial.help", MenuEntry(_("Help"), "", to_everybody, order=10, path="help/"))
foot.add("editorial.accessibility", MenuEntry(_("Accessibility"), "", to_everybody, order=20, path="accessibility/"))
foot.add("editorial.privacy", MenuEntry(_("How we use what we know"), "", to_everybody, order=30, path="privacy/"))
foot.add("editorial.contact", MenuEntry(_("Talk to a person"), "", to_everybody, order=40, path="contact/"))

rounds.add("editorial.editors", Round("editorial.editors", 600, settle_by_the_day))
rounds.add("editorial.due", Round("editorial.due", 5, publish_due))
