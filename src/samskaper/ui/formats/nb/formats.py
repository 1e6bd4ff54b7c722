"""Formats in Django's letters. Times are written with a full stop, as everywhere else on our screens."""

DATETIME_FORMAT = r"j. F Y \k\l. H.i"
SHORT_DATETIME_FORMAT = "d.m.Y H.i"
TIME_FORMAT = "H.i"
