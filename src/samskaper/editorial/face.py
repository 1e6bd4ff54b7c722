"""What edited pages register: the starter kit in the menu, and the pages of text in the foot."""

from django.utils.translation import gettext_lazy as _

from samskaper.ui.menu import MenuEntry, foot, menu, to_everybody

menu.add("editorial.kit", MenuEntry(_("Starter kit"), "", to_everybody, order=20, path="exploratory-conversation/"))
foot.add("editorial.help", MenuEntry(_("Help"), "", to_everybody, order=10, path="help/"))
foot.add("editorial.accessibility", MenuEntry(_("Accessibility"), "", to_everybody, order=20, path="accessibility/"))
foot.add("editorial.privacy", MenuEntry(_("How we use what we know"), "", to_everybody, order=30, path="privacy/"))
foot.add("editorial.contact", MenuEntry(_("Talk to a person"), "", to_everybody, order=40, path="contact/"))
