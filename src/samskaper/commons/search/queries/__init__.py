"""Questions to the index."""

from samskaper.commons.search.queries.finding import Facet, Found, Hit, find

__all__ = ["Facet", "Found", "Hit", "find"]
