"""Methods get questions to ask; the first method gets those that it is born with today."""

import json
from pathlib import Path
from typing import Any

import wagtail.fields
from django.db import migrations

CONTENT = Path(__file__).resolve().parent.parent / "content"


def ask(apps: Any, schema_editor: Any) -> None:
    """Give pages that were laid earlier their questions, and the newest text that an editor would open as well."""
    MethodPage, Revision = apps.get_model("editorial", "MethodPage"), apps.get_model("wagtailcore", "Revision")
    for page in MethodPage.objects.select_related("locale"):
        file = CONTENT / f"{page.locale.language_code}.json"
        texts = json.loads(file.read_text(encoding="utf-8"))["methods"] if file.exists() else []
        questions: list[str] = next((text["questions"] for text in texts if text["slug"] == page.slug and "questions" in text), [])
        rows = [{"type": "question", "value": question} for question in questions]
        MethodPage.objects.filter(pk=page.pk).update(questions=json.dumps(rows))
        for revision in Revision.objects.filter(pk__in=[page.latest_revision_id, page.live_revision_id]):
            revision.content["questions"] = json.dumps(rows)
            revision.save(update_fields=["content"])


class Migration(migrations.Migration):

    dependencies = [
        ("editorial", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="methodpage",
            name="questions",
            field=wagtail.fields.StreamField(
                [("question", 0)], blank=True, block_lookup={0: ("wagtail.blocks.CharBlock", (), {"max_length": 200})},
                default="", help_text="Open questions to ask, one at a time",
            ),
            preserve_default=False,
        ),
        migrations.RunPython(ask, migrations.RunPython.noop),
    ]
