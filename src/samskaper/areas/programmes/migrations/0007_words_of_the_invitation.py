"""What a course series is, in its own words, and a line of the adviser's own in the invitation."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0006_workplaces")]
    operations = [
        migrations.AddField(model_name="programme", name="about", field=models.TextField(blank=True)),
        migrations.AddField(model_name="programme", name="foreword", field=models.TextField(blank=True)),
    ]
