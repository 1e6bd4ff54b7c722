"""Questions about the kit."""
