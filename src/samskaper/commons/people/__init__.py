"""Who people are: accounts, persons, organisations, memberships, and on whose behalf something is done (Doer)."""
