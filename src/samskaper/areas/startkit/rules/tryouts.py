"""How much is said of try-outs, and how many may come from one place. No database."""

from __future__ import annotations

import datetime as dt

FEWEST_TRIED = 3  # below this nothing is said of how often a method was tried
FEWEST_SHOWN = 5  # answers behind what is shown of how it went
FROM_ONE_NETWORK = 60  # answers an hour; a whole class may sit behind one address
OF_ONE_METHOD = 400  # answers a day
HOUR, DAY, WEEK = dt.timedelta(hours=1), dt.timedelta(days=1), dt.timedelta(days=7)
KEPT = 548  # days; an address goes after 18 months at the latest
