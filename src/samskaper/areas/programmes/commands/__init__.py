"""Every write of the programmes, one file per theme."""
