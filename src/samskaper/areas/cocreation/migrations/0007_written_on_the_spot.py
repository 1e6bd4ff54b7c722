from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("cocreation", "0006_how_partners_are_named"),
    ]

    operations = [
        migrations.AddField(
            model_name="party",
            name="on_the_spot",
            field=models.BooleanField(default=False, help_text="Written down where they met; who it was is still to be chosen in the register"),
        ),
    ]
