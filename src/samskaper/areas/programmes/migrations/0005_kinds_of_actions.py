"""Tell conversations with associations, talks with the leader and other actions apart, in what there is and in the facts about it."""

from __future__ import annotations

from typing import Any

from django.db import migrations, models
from django.db.models import Q

DONE, HELD, TALKED = "programmes.action_done", "programmes.conversation_held", "programmes.leader_talked_with"
REPORT = "programmes.actionreport"
CONVERSATION_WORDS = ("conversation", "samtale", "utforskende", "utforskande", "udforskende")


def tell_apart(apps: Any, schema_editor: Any) -> None:
    """Actions whose title speaks of a conversation are conversations; every fact gets the key of its kind."""
    action, report = apps.get_model("programmes", "Action"), apps.get_model("programmes", "ActionReport")
    fact = apps.get_model("record", "Fact")
    about = Q()
    for word in CONVERSATION_WORDS:
        about |= Q(title__icontains=word)
    action.objects.filter(about, kind="action").update(kind="conversation")
    done = fact.objects.filter(key=DONE, subject_kind=REPORT)
    kinds = dict(report.objects.exclude(action__kind="action").values_list("pk", "action__kind"))
    talks, held = [], []
    for row in done.iterator():
        kind = kinds.get(row.subject_id)
        if kind == "leader_meeting":
            talks.append(row.pk)
        elif kind == "conversation":
            row.pk, row.key = None, HELD
            held.append(row)
    for first in range(0, len(talks), 500):
        fact.objects.filter(pk__in=talks[first : first + 500]).update(key=TALKED)
    fact.objects.bulk_create(held, batch_size=500)


class Migration(migrations.Migration):
    dependencies = [("programmes", "0004_making_up"), ("record", "0001_initial")]
    operations = [
        migrations.AlterField(
            model_name="action",
            name="kind",
            field=models.CharField(
                choices=[
                    ("conversation", "Conversation with an association"), ("action", "Another action between gatherings"),
                    ("leader_meeting", "Conversation with your leader"),
                ],
                default="action", max_length=14,
            ),
        ),
        migrations.RunPython(tell_apart, migrations.RunPython.noop),
    ]
