"""What the starter kit registers: its place in the menu."""

from django.utils.translation import gettext_lazy as _

from samskaper.ui.menu import MenuEntry, menu, to_everybody

menu.add("startkit", MenuEntry(_("Starter kit"), "startkit:kit", to_everybody, order=20))
