"""Where somebody works in own words, from an address list or from sign-up."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0005_kinds_of_actions")]
    operations = [
        migrations.AddField(model_name="enrolment", name="workplace", field=models.CharField(blank=True, max_length=160)),
        migrations.AddField(model_name="invitation", name="workplace", field=models.CharField(blank=True, max_length=160)),
    ]
