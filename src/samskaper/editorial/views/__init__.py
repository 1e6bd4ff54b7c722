"""The doors of edited pages and of films."""

from samskaper.editorial.views.pages import fronts, page

__all__ = ["fronts", "page"]
