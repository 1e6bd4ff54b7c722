"""What the editors' tool learns from us: a new method in every language, films of one's own, and the ways to the kit."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from samskaper.editorial.commands.writing import make_twins
from samskaper.editorial.models import MethodPage, UploadedFilm
from samskaper.editorial.register import tool_menu
from samskaper.foundation.addresses import address


class FilmViewSet(SnippetViewSet):
    """The list of films in the tool's menu, and the form of one."""

    model = UploadedFilm
    icon = "media"
    menu_label = _("Films")
    menu_order = 350
    add_to_admin_menu = True
    list_display = ("title", "language", "seconds")
    list_filter = ("language",)
    search_fields = ("title",)


register_snippet(FilmViewSet)


@hooks.register("construct_main_menu")
def our_ways(request: HttpRequest, items: list[Any]) -> None:
    """A new method stands first; what areas offer, such as the next edition, stands below the pages."""
    items.append(MenuItem(_("New method"), reverse("new_method"), icon_name="plus", order=1))
    items += [MenuItem(entry.words, address(entry.url_name), icon_name="list-ul", order=entry.order) for entry in tool_menu]


@hooks.register("after_create_page")
def in_every_language(request: HttpRequest, page: Page) -> None:
    """A method that is begun among the pages gets its drafts in the other languages too."""
    if isinstance(page, MethodPage):
        make_twins(page, user=request.user)  # type: ignore[arg-type]
