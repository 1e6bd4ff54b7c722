"""Everything that writes edited pages, and who may write them."""

from samskaper.editorial.commands.editors import settle_by_the_day, settle_editors
from samskaper.editorial.commands.first_edition import Earlier, first_edition
from samskaper.editorial.commands.introduction import lay_introduction
from samskaper.editorial.commands.kit import lay_methods
from samskaper.editorial.commands.pages import lay_first_pages
from samskaper.editorial.commands.publishing import note_published, note_withdrawn, publish_drafts, publish_due

__all__ = [
    "Earlier", "first_edition", "lay_first_pages", "lay_introduction", "lay_methods", "note_published", "note_withdrawn", "publish_drafts",
    "publish_due", "settle_by_the_day", "settle_editors",
]
