"""The shape of what comes in, one file per theme."""
