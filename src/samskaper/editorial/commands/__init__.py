"""Everything that writes edited pages, and who may write them."""

from samskaper.editorial.commands.editors import settle_by_the_day, settle_editors
from samskaper.editorial.commands.kit import lay_methods
from samskaper.editorial.commands.pages import lay_first_pages

__all__ = ["lay_first_pages", "lay_methods", "settle_by_the_day", "settle_editors"]
