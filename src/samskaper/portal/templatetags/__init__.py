"""Filters of the portal's pages."""
