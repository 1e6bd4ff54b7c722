"""What comes in: what somebody has today, and a plan for a meeting."""
