"""Every question to the programmes, one file per theme."""
