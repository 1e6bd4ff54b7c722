"""Questions that join areas."""
