"""Who may, and what the words of the programmes mean, one file per theme."""
