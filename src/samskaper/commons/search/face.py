"""What search registers: it follows every fact, and is built anew when words are understood otherwise."""

from __future__ import annotations

from django.db.models.signals import post_delete

from samskaper.commons.search import receivers, tasks
from samskaper.foundation.schedule import Round, rounds

post_delete.connect(receivers.record_deleted, dispatch_uid="search.record_deleted")
rounds.add("search.build", Round("search.build", 3600, tasks.build_when_old))
