"""The doors of the starter kit."""
