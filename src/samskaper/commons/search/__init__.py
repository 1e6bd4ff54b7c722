"""Search: one index over the whole site, whose rows carry their audience, and one analyser in front of both databases."""
