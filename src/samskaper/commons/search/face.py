"""What search registers: it follows every fact, and is built anew when words are understood otherwise."""

from __future__ import annotations

from django.apps import apps
from django.db.models.signals import post_delete

from samskaper.commons.search import receivers, tasks
from samskaper.commons.search.register import documents
from samskaper.foundation.schedule import Round, rounds

for kind in list(documents.keys()):  # the floors above have said by now what can be found
    post_delete.connect(receivers.record_deleted, sender=apps.get_model(kind), dispatch_uid=f"search.{kind}_deleted")
rounds.add("search.build", Round("search.build", 3600, tasks.build_when_old))
