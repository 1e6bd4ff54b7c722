"""Doors of the projects: outside to one command or query, and back."""
