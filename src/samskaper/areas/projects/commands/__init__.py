"""Every write to a project."""
