"""Dates that areas register, as pages, .ics files and secret feeds."""
