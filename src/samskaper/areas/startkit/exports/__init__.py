"""Files that leave the kit."""
