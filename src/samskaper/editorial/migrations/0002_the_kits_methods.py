"""Methods get the fields of the whole kit; what editors wrote in the old ones is carried over."""

import json
from typing import Any

import wagtail.fields
from django.db import migrations, models
from django.utils.html import strip_tags

WENT_TO = {"if_quiet": "nobody_speaks", "online": "online_intro", "afterwards": "follow_up"}  # one text each
LINES = {"when_not": ("not_when",), "materials": ("place", "bring")}


def _kept(old: dict[str, Any]) -> dict[str, str]:
    """Return the new fields of a method, given the old ones."""
    kept = {new: strip_tags(old.get(name) or "") for name, new in WENT_TO.items()}
    for new, names in LINES.items():
        rows = [strip_tags(old.get(name) or "")[:300] for name in names]
        kept[new] = json.dumps([{"type": "item", "value": row} for row in rows if row])
    return kept


def keep_what_editors_wrote(apps: Any, schema_editor: Any) -> None:
    """Carry what stood in the old fields over to the new ones, in pages and in what an editor has begun to write."""
    MethodPage, Revision = apps.get_model("editorial", "MethodPage"), apps.get_model("wagtailcore", "Revision")
    names = [*WENT_TO, *(name for names in LINES.values() for name in names)]
    for page in MethodPage.objects.all():
        MethodPage.objects.filter(pk=page.pk).update(**_kept({name: getattr(page, name) for name in names}))
        for revision in Revision.objects.filter(object_id=str(page.pk), content_type__app_label="editorial", content_type__model="methodpage"):
            revision.content.update(_kept(revision.content))
            revision.save(update_fields=["content"])


class Migration(migrations.Migration):

    dependencies = [
        ('editorial', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='methodpage',
            name='alt',
            field=models.CharField(blank=True, help_text='What the picture shows, for those who do not see it', max_length=250),
        ),
        migrations.AddField(
            model_name='methodpage',
            name='canvas',
            field=wagtail.fields.StreamField([('item', 0)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'max_length': 300})}, help_text='The fields of the poster, in reading order'),
        ),
        migrations.AddField(
            model_name='methodpage',
            name='children',
            field=models.TextField(blank=True, help_text='With children'),
        ),
        migrations.AddField(
            model_name='methodpage',
            name='difficulty',
            field=models.PositiveSmallIntegerField(choices=[(1, 'Easy'), (2, 'Some practice'), (3, 'With somebody who has done it')], default=1),
        ),
        migrations.AddField(
            model_name='methodpage',
            name='example',
            field=models.TextField(blank=True, help_text='A worked example from a small place'),
        ),
        migrations.AddField(
            model_name='methodpage',
            name='example_title',
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name='methodpage',
            name='follow_up',
            field=models.TextField(blank=True, help_text='What happens within a week'),
        ),
        migrations.AddField(
            model_name='methodpage',
            name='influence',
            field=models.CharField(choices=[('inform', 'They get to know'), ('consult', 'They are asked'), ('involve', 'They take part'), ('decide-together', 'We decide together'), ('own', 'They decide')], default='involve', max_length=16),
        ),
        migrations.AddField(
            model_name='methodpage',
            name='influence_words',
            field=models.CharField(blank=True, help_text='What those who take part decide', max_length=300),
        ),
        migrations.AddField(
            model_name='methodpage',
            name='materials',
            field=wagtail.fields.StreamField([('item', 0)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'max_length': 300})}, help_text='What you need'),
        ),
        migrations.AddField(
            model_name='methodpage',
            name='mixed_languages',
            field=models.TextField(blank=True, help_text='With several languages'),
        ),
        migrations.AddField(
            model_name='methodpage',
            name='nobody_speaks',
            field=models.TextField(blank=True, help_text='If nobody says anything'),
        ),
        migrations.AddField(
            model_name='methodpage',
            name='one_speaks_always',
            field=models.TextField(blank=True, help_text='If one speaks all the time'),
        ),
        migrations.AddField(
            model_name='methodpage',
            name='online_intro',
            field=models.TextField(blank=True, help_text='Online: in a sentence or two'),
        ),
        migrations.AddField(
            model_name='methodpage',
            name='online_steps',
            field=wagtail.fields.StreamField([('step', 3)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'max_length': 80}), 1: ('wagtail.blocks.IntegerBlock', (), {'max_value': 480, 'min_value': 1}), 2: ('wagtail.blocks.TextBlock', (), {}), 3: ('wagtail.blocks.StructBlock', [[('title', 0), ('minutes', 1), ('text', 2)]], {})}),
        ),
        migrations.AddField(
            model_name='methodpage',
            name='preparation',
            field=wagtail.fields.StreamField([('item', 0)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'max_length': 300})}, help_text='What to do beforehand'),
        ),
        migrations.AddField(
            model_name='methodpage',
            name='questions',
            field=wagtail.fields.StreamField([('question', 0)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'max_length': 200})}, help_text='Open questions to ask, one at a time'),
        ),
        migrations.AddField(
            model_name='methodpage',
            name='short',
            field=models.CharField(blank=True, help_text='For a card, in a few words', max_length=80),
        ),
        migrations.AddField(
            model_name='methodpage',
            name='since',
            field=models.PositiveSmallIntegerField(default=1, help_text='The edition in which it came'),
        ),
        migrations.AddField(
            model_name='methodpage',
            name='sources',
            field=wagtail.fields.StreamField([('source', 4)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'max_length': 300}), 1: ('wagtail.blocks.CharBlock', (), {'max_length': 200, 'required': False}), 2: ('wagtail.blocks.IntegerBlock', (), {'required': False}), 3: ('wagtail.blocks.URLBlock', (), {'required': False}), 4: ('wagtail.blocks.StructBlock', [[('title', 0), ('author', 1), ('year', 2), ('url', 3)]], {})}),
        ),
        migrations.AddField(
            model_name='methodpage',
            name='when',
            field=wagtail.fields.StreamField([('item', 0)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'max_length': 300})}, help_text='When it is good to use'),
        ),
        migrations.AddField(
            model_name='methodpage',
            name='when_not',
            field=wagtail.fields.StreamField([('item', 0)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'max_length': 300})}, help_text='When not to use it'),
        ),
        migrations.AddField(
            model_name='methodpage',
            name='with_40',
            field=models.TextField(blank=True, help_text='With forty people'),
        ),
        migrations.AddField(
            model_name='methodpage',
            name='with_5',
            field=models.TextField(blank=True, help_text='With five people'),
        ),
        migrations.AlterField(
            model_name='methodpage',
            name='minutes',
            field=models.PositiveSmallIntegerField(default=0, editable=False),
        ),
        migrations.AlterField(
            model_name='methodpage',
            name='say_aloud',
            field=models.TextField(blank=True, help_text='The line to read aloud when you begin'),
        ),
        migrations.AlterField(
            model_name='methodpage',
            name='phase',
            field=models.CharField(choices=[('understand', 'Understand'), ('ideas', 'Find ideas'), ('choose', 'Make a choice'), ('try', 'Try out'), ('share', 'Learn and share')], max_length=12),
        ),
        migrations.RunPython(keep_what_editors_wrote, migrations.RunPython.noop),
        migrations.RemoveField(
            model_name='methodpage',
            name='afterwards',
        ),
        migrations.RemoveField(
            model_name='methodpage',
            name='bring',
        ),
        migrations.RemoveField(
            model_name='methodpage',
            name='if_quiet',
        ),
        migrations.RemoveField(
            model_name='methodpage',
            name='not_when',
        ),
        migrations.RemoveField(
            model_name='methodpage',
            name='online',
        ),
        migrations.RemoveField(
            model_name='methodpage',
            name='place',
        ),
    ]
