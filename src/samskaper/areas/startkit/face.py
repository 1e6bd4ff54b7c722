"""What the starter kit registers: its place in the menu, and the way to it on the first page."""

from django.utils.translation import gettext_lazy as _

from samskaper.editorial.register import Entrance, entrances
from samskaper.ui.menu import MenuEntry, menu, to_everybody

menu.add("startkit", MenuEntry(_("Starter kit"), "startkit:kit", to_everybody, order=20))
entrances.add("startkit", Entrance(_("Find a method"), "startkit:kit"))
