"""What this app registers."""
