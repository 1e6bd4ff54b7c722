"""The doors of the programmes, one file per theme."""
