"""Questions about projects, always asked for somebody."""
