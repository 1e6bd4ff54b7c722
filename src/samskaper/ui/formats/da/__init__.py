"""English of these countries: the day before the month, 24 hours, and never 06/10."""
